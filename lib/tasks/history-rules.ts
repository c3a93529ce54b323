/** How the journal's field-by-field changes become the history that people read. */

/** How the value of each field is told; a field that is not here is no part of the story. */
export const TOLD_AS = {
  title: "text",
  goal: "text",
  label: "label",
  status: "status",
  sectionId: "section",
  leadUnitId: "unit",
  supportUnitIds: "unit",
  ownerPostId: "post",
  sponsorPostId: "post",
  startDay: "day",
  dueDay: "day",
  suspendedUntil: "day",
  weight: "text",
  progress: "percent",
  source: "source",
  sourceRef: "text",
  proofs: "proof",
  name: "text",
  light: "light",
  milestone: "text",
  milestones: "text",
  plannedDay: "day",
  doneOn: "day",
  measure: "text",
  value: "text",
  day: "day",
  target: "text",
  baseline: "text",
  unit: "text",
  note: "text",
  words: "text",
  notice: "text",
  level: "level",
  demand: "text",
  replyDay: "day",
  wantedDay: "day",
  grantedDay: "day",
  extensionCount: "text",
  ledger: "text",
  entry: "text",
  entryTitle: "text",
  stage: "text",
  track: "text",
  count: "text",
  codes: "text",
  added: "text",
  updated: "text",
  removedOn: "day",
  plot: "text",
  hidden: "text",
  verifyMethod: "method",
} as const;
export type ToldField = keyof typeof TOLD_AS;

/** What a new task or a check-in says stands elsewhere on the page; only these fields of them are told again. */
const TOLD_OF_KIND: Record<string, readonly ToldField[]> = {
  "task.add": ["leadUnitId", "ownerPostId", "dueDay"],
  "checkIn.add": ["progress"],
  "baseline.add": [],
  "comment.add": [],
  "ledger.define": ["ledger"],
  "ledger.change": ["ledger"],
  "entry.add": ["ledger", "entry"],
};

/** Names by id, of units, posts and sections that exist or once did. */
export type Names = Record<"unit" | "post" | "section", ReadonlyMap<number, string>>;

/** Text, number, day or code of an enumeration; several of them; null for nothing. Ids have become names. */
export type Told = string | number | string[] | null;
export type ToldChange = { field: ToldField; before: Told; after: Told };

/** The changes of one event that people read, ids replaced by names. */
export function tellChanges(kind: string, changes: Record<string, unknown>, names: Names): ToldChange[] {
  const allowed = TOLD_OF_KIND[kind] ?? (Object.keys(TOLD_AS) as ToldField[]);
  return allowed.flatMap((field) => {
    const pair = changes[field];
    if (!Array.isArray(pair)) return [];
    const [before, after] = [tell(field, pair[0], names), tell(field, pair[1], names)];
    return isNothing(before) && isNothing(after) ? [] : [{ field, before, after }];
  });
}

function tell(field: ToldField, value: unknown, names: Names): Told {
  if (Array.isArray(value)) return value.map((one) => String(tell(field, one, names) ?? ""));
  const as = TOLD_AS[field];
  if (typeof value === "number") {
    return as === "unit" || as === "post" || as === "section" ? (names[as].get(value) ?? `#${value}`) : value;
  }
  return typeof value === "string" && value !== "" ? value : null;
}

function isNothing(told: Told): boolean {
  return told === null || (Array.isArray(told) && told.length === 0);
}
