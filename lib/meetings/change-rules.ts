import type { TaskStatus } from "../tasks/rules";

/** What a stretch of the journal comes to, task by task. */

type Changes = Record<string, [before: unknown, after: unknown]>;

/** What the comparison reads of an event. */
export type Happened = {
  day: string;
  actor: string;
  kind: string;
  subjectId: number | null;
  taskId: number | null;
  changes: Changes;
  reason: string | null;
};

export type Moved<T> = { from: T; to: T };

/** A check-in as it was written; `replaced` when a later one in the same stretch corrects it. */
export type Said = {
  id: number;
  day: string;
  author: string;
  done: string;
  problem: string;
  next: string;
  help: string;
  progress: number | null;
  replaced: boolean;
};

/** A step with the reason that was given for it. */
export type Told = { day: string; kind: string; reason: string };

export type TaskChange = {
  taskId: number;
  added: boolean;
  reopened: boolean;
  /** First value before, last value after; null when both are the same. */
  status: Moved<TaskStatus | null> | null;
  /** Where the last step led, even back to where it was; null when there was no step. */
  endsAs: TaskStatus | null;
  progress: Moved<number | null> | null;
  dueDay: Moved<string | null> | null;
  ownerPostId: Moved<number | null> | null;
  /** Other fields that read differently now: title, goal, weight, start, units, sponsor, label. */
  edited: string[];
  checkIns: Said[];
  /** Names of files added and still there. */
  evidence: string[];
  gain: Gain;
  told: Told[];
};

/** What a task's ledgers and duties came to in between. */
export type Gain = {
  /** Entries of its ledgers that were written off, less those that came back. */
  writtenOff: number;
  /** Objects that were visited for the first time. */
  covered: number;
  visits: number;
};

export const NO_GAIN: Gain = { writtenOff: 0, covered: 0, visits: 0 };

export const CHANGE_KINDS = [
  "added",
  "closed",
  "reopened",
  "terminated",
  "suspended",
  "moved",
  "progressed",
  "dueMoved",
  "ownerChanged",
  "writtenOff",
  "covered",
  "checkedIn",
  "evidence",
  "edited",
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

const EDITABLE = [
  "title",
  "goal",
  "weight",
  "startDay",
  "leadUnitId",
  "sponsorPostId",
  "supportUnitIds",
  "label",
] as const;

/** What a stretch of one task's story comes to, without what its proofs gained. */
export function changeOf(taskId: number, events: readonly Happened[]): TaskChange {
  const { status, progress, dueDay, ownerPostId, ...others } = movesOf(events);
  return {
    taskId,
    added: events.some((event) => event.kind === "task.add"),
    reopened: events.some((event) => event.kind === "task.reopen"),
    status: (status as Moved<TaskStatus | null> | undefined) ?? null,
    endsAs: (events.findLast(stepped)?.changes.status?.[1] as TaskStatus | undefined) ?? null,
    progress: (progress as Moved<number | null> | undefined) ?? null,
    dueDay: (dueDay as Moved<string | null> | undefined) ?? null,
    ownerPostId: (ownerPostId as Moved<number | null> | undefined) ?? null,
    edited: EDITABLE.filter((field) => field in others),
    checkIns: checkInsOf(events),
    evidence: evidenceOf(events),
    told: events
      .filter((event) => event.kind.startsWith("task.") && event.reason)
      .map(({ day, kind, reason }) => ({ day, kind, reason: reason ?? "" })),
    gain: NO_GAIN,
  };
}

/** The tasks that changed, each with what it gained; a task that only gained is among them. */
export function changesOf(
  changes: ReadonlyMap<number, TaskChange>,
  gains: ReadonlyMap<number, Gain> = new Map(),
): TaskChange[] {
  const gained = [...gains].map(([taskId, gain]) => {
    const change = changes.get(taskId) ?? changeOf(taskId, []);
    return { ...change, ...{ gain } };
  });
  const others = [...changes.values()].filter(({ taskId }) => !gains.has(taskId));
  return [...others, ...gained].filter((change) => kindsOf(change).length > 0);
}

// An event about a comment or a file has fields of the same names that are not the task's.
const changesTheTask = (kind: string) => kind.startsWith("task.") || kind === "checkIn.add";
const stepped = ({ kind, changes }: Happened) => changesTheTask(kind) && "status" in changes;

const COMPARED: ReadonlySet<string> = new Set(["status", "progress", "dueDay", "ownerPostId", ...EDITABLE]);

/** First before and last after of every field of the task that differs in the end. */
function movesOf(events: readonly Happened[]): Record<string, Moved<unknown>> {
  const moves: Record<string, Moved<unknown>> = {};
  for (const { kind, changes } of events) {
    if (!changesTheTask(kind)) continue;
    for (const field in changes) {
      const change = changes[field];
      if (!change || !COMPARED.has(field)) continue;
      const known = moves[field];
      if (known) known.to = change[1];
      else moves[field] = { from: change[0], to: change[1] };
    }
  }
  return Object.fromEntries(Object.entries(moves).filter(([, { from, to }]) => !same(from, to)));
}

const same = (a: unknown, b: unknown) => a === b || JSON.stringify(a) === JSON.stringify(b);

function checkInsOf(events: readonly Happened[]): Said[] {
  const written = events.filter((event) => event.kind === "checkIn.add");
  const replaced = new Set(written.map(({ changes }) => changes.supersedesId?.[1]));
  return written.map(({ subjectId, day, actor, changes }) => {
    const text = (field: string) => String(changes[field]?.[1] ?? "");
    const progress = changes.progress?.[1];
    return {
      id: subjectId ?? 0,
      day,
      author: actor,
      done: text("done"),
      problem: text("problem"),
      next: text("next"),
      help: text("help"),
      progress: typeof progress === "number" ? progress : null,
      replaced: replaced.has(subjectId),
    };
  });
}

function evidenceOf(events: readonly Happened[]): string[] {
  const names = new Map<number | null, string>();
  for (const { kind, subjectId, changes } of events) {
    if (kind === "evidence.attach") names.set(subjectId, String(changes.name?.[1] ?? ""));
    if (kind === "evidence.remove") names.delete(subjectId);
  }
  return [...names.values()];
}

/** What a change counts as. A task that is new counts as new: that it was also handed out is no news of its own. */
export function kindsOf(change: TaskChange): ChangeKind[] {
  const { added, reopened, status, endsAs } = change;
  const ended = reopened || endsAs === "closed" || endsAs === "terminated" || endsAs === "suspended";
  const holds: Record<ChangeKind, boolean> = {
    added,
    closed: endsAs === "closed",
    reopened,
    terminated: endsAs === "terminated",
    suspended: endsAs === "suspended",
    moved: !added && !ended && status !== null,
    progressed: change.progress !== null && change.progress.to !== null,
    dueMoved: !added && change.dueDay !== null,
    ownerChanged: !added && change.ownerPostId !== null,
    writtenOff: change.gain.writtenOff !== 0,
    covered: change.gain.covered > 0,
    checkedIn: change.checkIns.length > 0,
    evidence: change.evidence.length > 0,
    edited: !added && change.edited.length > 0,
  };
  return CHANGE_KINDS.filter((kind) => holds[kind]);
}

export type ChangeCounts = Record<ChangeKind, number>;

/** How many tasks changed in each way; check-ins, files, entries and objects are counted one by one. */
export function countChanges(changes: readonly TaskChange[]): ChangeCounts {
  const counts = Object.fromEntries(CHANGE_KINDS.map((kind) => [kind, 0])) as ChangeCounts;
  for (const change of changes) {
    for (const kind of kindsOf(change)) counts[kind] += amountOf(change, kind);
  }
  return counts;
}

function amountOf(change: TaskChange, kind: ChangeKind): number {
  if (kind === "checkedIn") return change.checkIns.length;
  if (kind === "writtenOff" || kind === "covered") return change.gain[kind];
  return kind === "evidence" ? change.evidence.length : 1;
}
