import { maskData, maskTitle } from "./mask-rules";
import type { Data, Definition, Field } from "./rules";

/** What the journal is told of entries: never more than a list shows. */

type Ledger = Pick<Definition, "fields" | "stages" | "tracks"> & { label: string };
type Facts = { code: string; title: string; weight: number; data: Data } & {
  unitId: number | null;
  postId: number | null;
  sponsorPostId: number | null;
};
type Pairs = Record<string, [before: unknown, after: unknown]>;

/** The fields of `after` that differ, by the office's own names, masked where a list masks them. */
export function toldChanges(ledger: Ledger, before: Facts | null, after: Facts): Pairs {
  const [old, young] = [before && flat(ledger, before), flat(ledger, after)];
  const keys = [...new Set([...Object.keys(old ?? {}), ...Object.keys(young)])];
  const pairs = keys.flatMap((key) => {
    const [was, is] = [old?.[key] ?? null, young[key] ?? null];
    return was === is ? [] : [[key, [was, is] as [unknown, unknown]] as const];
  });
  const hidden = hiddenChanges(ledger.fields, before?.data ?? {}, after.data);
  const all: Pairs = Object.fromEntries(pairs);
  if (hidden.length > 0) all.hidden = [null, hidden.join("、")];
  return all;
}

function flat({ label, fields }: Ledger, { data, title, ...facts }: Facts): Record<string, unknown> {
  const { code: entry, weight, unitId, postId, sponsorPostId } = facts;
  const masked = maskData(fields, data);
  const named = fields.flatMap(({ key, name }) => (masked[key] ? [[`·${name}`, masked[key]] as const] : []));
  return {
    ...{ entry, entryTitle: maskTitle(label, title) || null, weight, unitId, postId, sponsorPostId },
    ...Object.fromEntries(named),
  };
}

// A masked value may look the same before and after; that it changed is told all the same.
function hiddenChanges(fields: readonly Field[], before: Data, after: Data): string[] {
  return fields
    .filter(({ key, sensitive }) => sensitive && (before[key] ?? "") !== (after[key] ?? ""))
    .map(({ name }) => name);
}

type Place = { stage: string; track: string | null };

/** Where an entry went, by the names of stages and tracks. */
export function toldMove({ stages, tracks }: Ledger, from: Place | null, to: Place): Pairs {
  const stage = (place: Place | null) => nameOf(stages, place?.stage ?? null);
  const track = (place: Place | null) => nameOf(tracks, place?.track ?? null);
  return {
    ...(from?.stage !== to.stage && { stage: [stage(from), stage(to)] as [unknown, unknown] }),
    ...((from?.track ?? null) !== to.track && { track: [track(from), track(to)] as [unknown, unknown] }),
  };
}

export function nameOf(list: readonly { key: string; name: string }[], key: string | null): string | null {
  return key === null ? null : (list.find((one) => one.key === key)?.name ?? key);
}

const CODES_TOLD = 60;

/** The codes of a batch, the first ones by name. */
export function toldCodes(codes: readonly string[]): string {
  const shown = codes.slice(0, CODES_TOLD).join("、");
  return codes.length > CODES_TOLD ? `${shown}…` : shown;
}
