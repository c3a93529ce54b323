import type { CoursePart } from "../lights/planned";
import type { TaskStatus } from "../tasks/rules";

/** The board as it travels: arrays in a fixed order, a third of the bytes of objects. */

export const STATUS_CODES: readonly TaskStatus[] = [
  "draft",
  "assigned",
  "inProgress",
  "submitted",
  "closed",
  "suspended",
  "terminated",
];
export const LABELS = ["open", "internal", "sensitive"] as const;
export const LIGHT_CODES = ["red", "yellow", "green", "grey"] as const;
export const SOURCES = ["plan", "meeting", "instruction", "superior"] as const;

/** One task: the order of BoardTask's fields as `fromRow` reads them. */
export type BoardRow = [
  id: number,
  version: number,
  code: string,
  title: string,
  sectionId: number,
  status: number,
  leadUnitId: number | null,
  ownerPostId: number | null,
  sponsorPostId: number | null,
  supportUnitIds: number[],
  startDay: string,
  dueDay: string,
  originalDueDay: string,
  weight: number,
  progress: number | null,
  lastCheckInDay: string | null,
  evidenceCount: number,
  statusSince: string,
  acknowledged: 0 | 1,
  label: number,
  rank: string,
  source: number,
  suspendedUntil: string | null,
  suspendedFrom: number | null,
  submittedDay: string | null,
  proof: ProofRow | null,
  override: OverrideRow | null,
  extensionCount: number,
  reportDueDay: string | null,
];
type ProofRow = [complete: 0 | 1, parts: CoursePart[], broken: [on: string, name: string] | null];
type OverrideRow = [light: number, reason: string, by: string, since: string];

/** What the proofs of a task say: they make its progress; a task without them is reported by hand. */
export type BoardProof = {
  complete: boolean;
  parts: CoursePart[];
  /** Something that must not happen has happened; the name is left out for sensitive tasks. */
  broken: { on: string; name: string } | null;
};
/** A light that a person set; the reason is left out for sensitive tasks. */
export type LightOverride = {
  light: (typeof LIGHT_CODES)[number];
  reason: string;
  by: string;
  since: string;
};

export type BoardTask = {
  id: number;
  version: number;
  code: string;
  /** Masked for sensitive tasks. */
  title: string;
  sectionId: number;
  status: TaskStatus;
  leadUnitId: number | null;
  ownerPostId: number | null;
  sponsorPostId: number | null;
  supportUnitIds: number[];
  startDay: string;
  dueDay: string;
  originalDueDay: string;
  weight: number;
  /** Whole percent; null when nothing was reported yet. */
  progress: number | null;
  lastCheckInDay: string | null;
  evidenceCount: number;
  statusSince: string;
  acknowledged: boolean;
  label: (typeof LABELS)[number];
  rank: string;
  source: (typeof SOURCES)[number];
  suspendedUntil: string | null;
  suspendedFrom: TaskStatus | null;
  /** The day of the last submission that was not sent back. */
  submittedDay: string | null;
  proof: BoardProof | null;
  override: LightOverride | null;
  /** How often a later due day was granted. */
  extensionCount: number;
  /** The last day of the earliest reporting round that still waits for its owner; null when none does. */
  reportDueDay: string | null;
};

export type BoardSection = [id: number, parentId: number | null, code: string, clause: string, title: string];
export type BoardUnit = [id: number, parentId: number | null, kind: string, name: string, shortName: string];
/** `holders`: names of those who hold the post today, joined by 、; empty when vacant. */
export type BoardPost = [id: number, unitId: number, name: string, isHead: 0 | 1, holders: string];

/** The whole board. Units, posts and sections come in the office's own order. */
export type BoardSnapshot = {
  seq: number;
  plan: { id: number; year: number; title: string } | null;
  sections: BoardSection[];
  units: BoardUnit[];
  posts: BoardPost[];
  tasks: BoardRow[];
};

/** How a snapshot travels: its tasks by column, one list for each place of a row. Like stands beside like, which halves the compressed bytes. */
export type BoardWire = Omit<BoardSnapshot, "tasks"> & { columns: unknown[][] };

/** The rows turned on their side; no rows make no columns. */
export function toColumns(rows: readonly BoardRow[]): unknown[][] {
  return (rows[0] ?? []).map((_, place) => rows.map((row) => row[place]));
}

/** The snapshot as it was before it travelled; null for anything that is not one. */
export function fromWire(sent: Partial<BoardWire> | null): BoardSnapshot | null {
  if (typeof sent?.seq !== "number" || !Array.isArray(sent.columns)) return null;
  const { columns, ...rest } = sent as BoardWire;
  const count = columns[0]?.length ?? 0;
  const tasks = Array.from(
    { length: count },
    (_, at) => columns.map((column) => column[at]) as unknown as BoardRow,
  );
  return { ...rest, tasks };
}

/** One message of the live stream: rows that changed, ids that are gone from this person's sight. */
export type LiveMessage = { seq: number; tasks: BoardRow[]; gone: number[] };

export function fromRow(row: BoardRow): BoardTask {
  return {
    id: row[0],
    version: row[1],
    code: row[2],
    title: row[3],
    sectionId: row[4],
    status: STATUS_CODES[row[5]] ?? "draft",
    leadUnitId: row[6],
    ownerPostId: row[7],
    sponsorPostId: row[8],
    supportUnitIds: row[9],
    startDay: row[10],
    dueDay: row[11],
    originalDueDay: row[12],
    weight: row[13],
    progress: row[14],
    lastCheckInDay: row[15],
    evidenceCount: row[16],
    statusSince: row[17],
    acknowledged: row[18] === 1,
    label: LABELS[row[19]] ?? "open",
    rank: row[20],
    source: SOURCES[row[21]] ?? "plan",
    suspendedUntil: row[22],
    suspendedFrom: row[23] === null ? null : (STATUS_CODES[row[23]] ?? null),
    submittedDay: row[24],
    proof: fromProofRow(row[25]),
    override: fromOverrideRow(row[26]),
    extensionCount: row[27],
    reportDueDay: row[28],
  };
}

/** What stands in place of a sensitive title until somebody reveals it. */
export const MASKED_TITLE = "敏感事项 ＊＊＊";

/** The array form of a task; the title of a sensitive one is masked. */
export function toRow(task: BoardTask): BoardRow {
  return [
    task.id,
    task.version,
    task.code,
    task.label === "sensitive" ? MASKED_TITLE : task.title,
    task.sectionId,
    STATUS_CODES.indexOf(task.status),
    task.leadUnitId,
    task.ownerPostId,
    task.sponsorPostId,
    task.supportUnitIds,
    task.startDay,
    task.dueDay,
    task.originalDueDay,
    task.weight,
    task.progress,
    task.lastCheckInDay,
    task.evidenceCount,
    task.statusSince,
    task.acknowledged ? 1 : 0,
    LABELS.indexOf(task.label),
    task.rank,
    SOURCES.indexOf(task.source),
    task.suspendedUntil,
    task.suspendedFrom === null ? null : STATUS_CODES.indexOf(task.suspendedFrom),
    task.submittedDay,
    toProofRow(task),
    toOverrideRow(task),
    task.extensionCount,
    task.reportDueDay,
  ];
}

function toProofRow({ proof, label }: BoardTask): ProofRow | null {
  if (!proof) return null;
  const { complete, parts, broken } = proof;
  const name = label === "sensitive" ? "" : (broken?.name ?? "");
  return [complete ? 1 : 0, parts, broken && [broken.on, name]];
}

function fromProofRow(row: ProofRow | null): BoardProof | null {
  if (!row) return null;
  const [complete, parts, broken] = row;
  return { complete: complete === 1, parts, broken: broken && { on: broken[0], name: broken[1] } };
}

function toOverrideRow({ override, label }: BoardTask): OverrideRow | null {
  if (!override) return null;
  const { light, reason, by, since } = override;
  return [LIGHT_CODES.indexOf(light), label === "sensitive" ? "" : reason, by, since];
}

function fromOverrideRow(row: OverrideRow | null): LightOverride | null {
  if (!row) return null;
  const [light, reason, by, since] = row;
  return { light: LIGHT_CODES[light] ?? "grey", reason, by, since };
}
