import type { Day } from "../calendar/rules";

/** What a ledger is made of, and what may happen to its entries. Runs on the server and in the browser. */

export const FIELD_TYPES = ["text", "number", "money", "day", "choice", "phone", "yesNo"] as const;
export type FieldType = (typeof FIELD_TYPES)[number];

/** A column of the ledger. Values are text however they are typed: numbers as 1234.5, days as YYYY-MM-DD, yes and no as such. */
export type Field = {
  key: string;
  name: string;
  type: FieldType;
  choices?: string[] | undefined;
  required?: boolean | undefined;
  /** Masked in every list, export and history until somebody reveals the entry. */
  sensitive?: boolean | undefined;
  unit?: string | undefined;
};

/** One stage, in the order of the ledger. */
export type Stage = {
  key: string;
  name: string;
  writtenOff: boolean;
  asksEvidence?: boolean | undefined;
  asksReason?: boolean | undefined;
  /** Working days that an entry may stand in it; left out: no deadline. */
  days?: number | undefined;
  /** Only entries on these tracks pass it; left out: all do. */
  tracks?: string[] | undefined;
};

export type Track = { key: string; name: string };

export const RATE_COUNTS = ["reached", "writtenOff", "inOrder", "passed"] as const;
export const RATE_OVERS = ["all", "due", "reached", "rechecked"] as const;

/** A share that the ledger shows: `counts` of the entries that `over` names. */
export type Rate = {
  key: string;
  name: string;
  /** reached: `stage` or a later one; inOrder: written off without skipping a stage; passed: its last re-check. */
  counts: (typeof RATE_COUNTS)[number];
  stage?: string | undefined;
  /** due: written off, or past the deadline of its stage; reached: `overStage` or a later one. */
  over: (typeof RATE_OVERS)[number];
  overStage?: string | undefined;
  /** Percent, 0–100. */
  target?: number | undefined;
};

export const COUNTINGS = ["all", "due"] as const;
export type Counting = (typeof COUNTINGS)[number];

export type Definition = {
  counting: Counting;
  fields: Field[];
  stages: Stage[];
  tracks: Track[];
  rates: Rate[];
};

/** The values of an entry's fields by their keys; an empty field is left out. */
export type Data = Record<string, string>;

/** What the rules look at in an entry. */
export type EntryFacts = {
  stage: string;
  stageSince: Day;
  track: string | null;
  joinedOn: Day;
  removedOn: Day | null;
};

/** An entry as it travels in a list: arrays, because ledgers have tens of thousands; the values of the fields follow in their order. */
export type EntryRow = [
  id: number,
  version: number,
  code: string,
  title: string,
  stage: string,
  stageSince: Day,
  stageDue: Day | null,
  track: string | null,
  weight: number,
  unitId: number | null,
  postId: number | null,
  sponsorPostId: number | null,
  joinedOn: Day,
  writtenOffOn: Day | null,
  removedOn: Day | null,
  plotId: number | null,
  x: number | null,
  y: number | null,
  inOrder: 0 | 1,
  recheck: 0 | 1 | null,
  ...values: (string | null)[],
];

/** How many places of an EntryRow stand before the values of the fields. */
export const ROW_HEAD = 20;

export type Entry = EntryFacts & {
  id: number;
  version: number;
  code: string;
  title: string;
  stageDue: Day | null;
  weight: number;
  unitId: number | null;
  postId: number | null;
  sponsorPostId: number | null;
  writtenOffOn: Day | null;
  plotId: number | null;
  /** Share of the picture's width and height, 0–1; null while it is not placed. */
  x: number | null;
  y: number | null;
  /** No move left out a stage; true where no rate of the ledger asks. */
  inOrder: boolean;
  /** Whether the last re-check was passed; null when there was none. */
  recheck: boolean | null;
  data: Data;
};

/** The entry that a row of a list tells of. */
export function entryOf(row: EntryRow, fields: readonly Field[]): Entry {
  const [id, version, code, title, stage, stageSince, stageDue, track, weight, unitId, postId] = row;
  const [sponsorPostId, joinedOn, writtenOffOn, removedOn, plotId, x, y, order, passed] = row.slice(
    11,
    ROW_HEAD,
  ) as [
    ...[number | null, Day, Day | null, Day | null],
    ...[number | null, number | null, number | null, 0 | 1, 0 | 1 | null],
  ];
  const values = row.slice(ROW_HEAD) as (string | null)[];
  const filled = fields.flatMap(({ key }, at) => (values[at] ? [[key, values[at]] as const] : []));
  return {
    ...{ id, version, code, title, stage, stageSince, stageDue, track, weight, unitId, postId },
    ...{ sponsorPostId, joinedOn, writtenOffOn, removedOn, plotId, x, y },
    inOrder: order === 1,
    recheck: passed === null ? null : passed === 1,
    data: Object.fromEntries(filled),
  };
}

/** The stages that an entry on this track passes, in their order. */
export function stagesOn(stages: readonly Stage[], track: string | null): Stage[] {
  return stages.filter((stage) => !stage.tracks || (track !== null && stage.tracks.includes(track)));
}

export function isWrittenOff(stages: readonly Stage[], key: string): boolean {
  return stages.some((stage) => stage.key === key && stage.writtenOff);
}

/** Whether an entry that stands in `at` has come as far as `stage`; a stage that is not on its track is never reached. */
export function hasReached(
  stages: readonly Stage[],
  stage: string,
  at: { stage: string; track: string | null },
): boolean {
  const order = stages.map(({ key }) => key);
  const onTrack = stagesOn(stages, at.track).some(({ key }) => key === stage);
  return onTrack && order.indexOf(at.stage) >= order.indexOf(stage);
}

/** Whether a move leaves out a stage that the entry should have stood in. `from`: null when it joins. */
export function skips(
  stages: readonly Stage[],
  move: { from: string | null; to: string; track: string | null },
): boolean {
  const on = stagesOn(stages, move.track);
  const order = stages.map(({ key }) => key);
  const [low, high] = [move.from === null ? -1 : order.indexOf(move.from), order.indexOf(move.to)];
  return on.some(({ key, writtenOff }) => {
    const place = order.indexOf(key);
    return !writtenOff && place > low && place < high;
  });
}

/** The stage that a tap on "next" means; null at the end. */
export function nextStage(
  stages: readonly Stage[],
  at: { stage: string; track: string | null },
): Stage | null {
  const order = stages.map(({ key }) => key);
  if (isWrittenOff(stages, at.stage)) return null;
  return stagesOn(stages, at.track).find(({ key }) => order.indexOf(key) > order.indexOf(at.stage)) ?? null;
}

/** Whether an entry is past the deadline of its stage. */
export function isOverdue(entry: { stageDue: Day | null; writtenOffOn: Day | null }, today: Day): boolean {
  return entry.writtenOffOn === null && entry.stageDue !== null && entry.stageDue < today;
}
