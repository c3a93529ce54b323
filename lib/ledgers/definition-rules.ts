import { type Definition, type Rate, stagesOn } from "./rules";

/** What makes a definition whole, and what of it entries hold fast. */

export type DefinitionRefusal =
  | "keyTwice"
  | "nameTwice"
  | "noWrittenOffStage"
  | "noOpenStage"
  | "stageOnUnknownTrack"
  | "trackWithoutEnd"
  | "choicesMissing"
  | "rateWithoutStage"
  | "stageInUse"
  | "trackInUse"
  | "placeInUse"
  | "labelLowered";

const hasTwice = (list: readonly string[]) => new Set(list).size < list.length;

/** Why such a ledger cannot be, or null. */
export function refusalOfDefinition(ledger: Definition): DefinitionRefusal | null {
  const { fields, stages, tracks, rates } = ledger;
  const lists = [fields, stages, tracks, rates];
  if (lists.some((list) => hasTwice(list.map(({ key }) => key)))) return "keyTwice";
  if (lists.some((list) => hasTwice(list.map(({ name }) => name)))) return "nameTwice";
  if (!stages.some(({ writtenOff }) => writtenOff)) return "noWrittenOffStage";
  if (fields.some(({ type, choices }) => type === "choice" && !choices?.length)) return "choicesMissing";
  const known = new Set(tracks.map(({ key }) => key));
  if (stages.some((stage) => stage.tracks?.some((key) => !known.has(key)))) return "stageOnUnknownTrack";
  return refusalOfPaths(ledger) ?? (rates.every((rate) => isWhole(ledger, rate)) ? null : "rateWithoutStage");
}

// Every way through the ledger begins open and ends written off; without tracks there is one way.
function refusalOfPaths({ stages, tracks }: Definition): DefinitionRefusal | null {
  const ways = tracks.length > 0 ? tracks.map(({ key }) => key) : [null];
  const paths = ways.map((way) => stagesOn(stages, way));
  if (paths.some((path) => path[0] === undefined || path[0].writtenOff)) return "noOpenStage";
  return paths.every((path) => path.some(({ writtenOff }) => writtenOff)) ? null : "trackWithoutEnd";
}

function isWhole({ stages }: Definition, rate: Rate): boolean {
  const has = (key: string | undefined) => stages.some((stage) => stage.key === key);
  return (rate.counts !== "reached" || has(rate.stage)) && (rate.over !== "reached" || has(rate.overStage));
}

/** Where entries stand or once stood: each pair of stage and track. */
export type Held = { stage: string; track: string | null; standing: boolean };

/** Why the definition cannot become `after` while these places are held, or null. Names and order are free. */
export function refusalOfChange(
  before: Definition & { label: string },
  after: Definition & { label: string },
  held: readonly Held[],
): DefinitionRefusal | null {
  const stages = new Set(after.stages.map(({ key }) => key));
  const tracks = new Set(after.tracks.map(({ key }) => key));
  if (held.some(({ stage }) => !stages.has(stage))) return "stageInUse";
  if (held.some(({ track }) => track !== null && !tracks.has(track))) return "trackInUse";
  const stands = (place: Held) => stagesOn(after.stages, place.track).some(({ key }) => key === place.stage);
  if (held.some((place) => place.standing && !stands(place))) return "placeInUse";
  const bared = before.fields.some(
    (field) => field.sensitive && after.fields.some(({ key, sensitive }) => key === field.key && !sensitive),
  );
  const lowered = before.label === "sensitive" && after.label !== "sensitive";
  // What was written under the promise of being masked is not laid open by a stroke of the pen.
  return held.length > 0 && (bared || lowered) ? "labelLowered" : null;
}
