import { addWorkingDays, type Calendar, type Day } from "../calendar/rules";
import { type Definition, type EntryFacts, isWrittenOff, type Stage, stagesOn } from "./rules";

/** Why an entry may not be moved, undone, looked at again or taken out. */

export type EntryRefusal =
  | "ledgerClosed"
  | "entryRemoved"
  | "entryNotRemoved"
  | "stageUnknown"
  | "trackUnknown"
  | "stageNotOnTrack"
  | "nothingMoved"
  | "dayAhead"
  | "dayBeforeJoined"
  | "dayBeforeLastMove"
  | "reasonMissing"
  | "evidenceMissing"
  | "nothingToUndo"
  | "undoTooLate"
  | "notWrittenOff"
  | "recheckerInUnit";

export type Move = { stage: string; track: string | null; day: Day; reason: string; evidence: number };

/** Why an entry cannot go where `move` says, or null. `evidence`: how many files come with it. */
export function refusalOfMove(
  ledger: Definition & { closedOn: Day | null },
  entry: EntryFacts,
  move: Move,
  today: Day,
): EntryRefusal | null {
  if (ledger.closedOn !== null) return "ledgerClosed";
  if (entry.removedOn !== null) return "entryRemoved";
  const place = refusalOfPlace(ledger, move);
  if (place !== null) return place;
  if (move.stage === entry.stage && move.track === entry.track) return "nothingMoved";
  if (move.day > today) return "dayAhead";
  if (move.day < entry.joinedOn) return "dayBeforeJoined";
  if (move.day < entry.stageSince) return "dayBeforeLastMove";
  if (asksReason(ledger, entry, move) && move.reason.trim() === "") return "reasonMissing";
  if (asksEvidence(ledger, entry, move) && move.evidence === 0) return "evidenceMissing";
  return null;
}

/** Why no entry can stand there, or null. */
export function refusalOfPlace(
  { stages, tracks }: Pick<Definition, "stages" | "tracks">,
  place: { stage: string; track: string | null },
): EntryRefusal | null {
  if (!stages.some(({ key }) => key === place.stage)) return "stageUnknown";
  if (place.track !== null && !tracks.some(({ key }) => key === place.track)) return "trackUnknown";
  return stagesOn(stages, place.track).some(({ key }) => key === place.stage) ? null : "stageNotOnTrack";
}

type Place = { stage: string; track: string | null };

/** A change of track is never silent, nor is a way back; a stage may ask on its own account. */
export function asksReason({ stages }: Pick<Definition, "stages">, from: Place, to: Place): boolean {
  const order = stages.map(({ key }) => key);
  const back = order.indexOf(to.stage) < order.indexOf(from.stage);
  const asked = stages.some(({ key, asksReason }) => key === to.stage && asksReason);
  return (from.track !== null && from.track !== to.track) || back || (asked && from.stage !== to.stage);
}

export function asksEvidence({ stages }: Pick<Definition, "stages">, from: Place, to: Place): boolean {
  return from.stage !== to.stage && stages.some(({ key, asksEvidence }) => key === to.stage && asksEvidence);
}

/** What an entry's row says after it came to `to` on `day`. `offSince`: since when it was written off; null when it was not. */
export function standingAt(
  stages: readonly Stage[],
  to: Place,
  day: Day,
  offSince: Day | null,
  calendar: Calendar,
): { stage: string; track: string | null; stageSince: Day; stageDue: Day | null; writtenOffOn: Day | null } {
  const off = isWrittenOff(stages, to.stage);
  return {
    ...{ stage: to.stage, track: to.track, stageSince: day },
    stageDue: deadlineOf(stages, to.stage, day, calendar),
    writtenOffOn: off ? (offSince ?? day) : null,
  };
}

/** The last day on which an entry may stand in the stage; null without one. */
export function deadlineOf(
  stages: readonly Stage[],
  stage: string,
  since: Day,
  calendar: Calendar,
): Day | null {
  const rule = stages.find(({ key }) => key === stage);
  return rule?.days && !rule.writtenOff ? addWorkingDays(since, rule.days, calendar) : null;
}

/** What one move is recorded as: a change of track is a move of its own wherever the entry can stand in between. */
export function stepsOf(ledger: Definition, from: Place, to: Place): { from: Place; to: Place }[] {
  const between = { stage: from.stage, track: to.track };
  const both = from.stage !== to.stage && from.track !== to.track && from.track !== null;
  if (!both || refusalOfPlace(ledger, between) !== null) return [{ from, to }];
  return [
    { from, to: between },
    { from: between, to },
  ];
}

/** Why the last move cannot be undone, or null. `last`: null when there is none but joining. `any`: the person may undo what others did, on any day. */
export function refusalOfUndo(
  ledger: { closedOn: Day | null },
  last: { recordedOn: Day; mine: boolean } | null,
  today: Day,
  any: boolean,
): EntryRefusal | null {
  if (ledger.closedOn !== null) return "ledgerClosed";
  if (last === null) return "nothingToUndo";
  return any || (last.mine && last.recordedOn === today) ? null : "undoTooLate";
}

/** Why a written-off entry cannot be looked at again by this person, or null. `unitIds`: units that the person works in or heads. */
export function refusalOfRecheck(
  ledger: Definition & { closedOn: Day | null },
  entry: EntryFacts & { writtenOffOn: Day | null; unitId: number | null },
  check: { day: Day; unitIds: readonly number[]; leadUnitId: number | null },
  today: Day,
): EntryRefusal | null {
  if (ledger.closedOn !== null) return "ledgerClosed";
  if (entry.removedOn !== null) return "entryRemoved";
  if (!isWrittenOff(ledger.stages, entry.stage)) return "notWrittenOff";
  if (check.day > today) return "dayAhead";
  if (check.day < (entry.writtenOffOn ?? entry.stageSince)) return "dayBeforeLastMove";
  const responsible = entry.unitId ?? check.leadUnitId;
  return responsible !== null && check.unitIds.includes(responsible) ? "recheckerInUnit" : null;
}

/** Where an entry goes back to that failed its re-check: the last stage on its track that is not written off. */
export function stageBefore({ stages }: Pick<Definition, "stages">, at: Place): string {
  const open = stagesOn(stages, at.track).filter(({ writtenOff }) => !writtenOff);
  const order = stages.map(({ key }) => key);
  const before = open.filter(({ key }) => order.indexOf(key) < order.indexOf(at.stage));
  return (before.at(-1) ?? open[0] ?? stages[0])?.key ?? at.stage;
}
