import { type Actor, may, maySee } from "../auth/permissions";
import { type BoardTask, fromRow, LABELS, toRow } from "../board/rules";
import { prisma, type Tx } from "../db";
import { readFacts, readNames, readTexts } from "./detail-queries";
import { type Names, type ToldChange, tellChanges } from "./history-rules";
import { getTask, type Task } from "./queries";
import type { VerifyMethod } from "./rules";

/** Everything about one task that its page shows, as it travels to the browser. */

export type CheckIn = {
  id: number;
  author: string;
  at: string;
  day: string;
  done: string;
  problem: string;
  next: string;
  help: string;
  progress: number | null;
  supersedesId: number | null;
  /** The correction that replaced it; null while it holds. */
  supersededById: number | null;
  /** The supporting unit that reports its part; null when the owner does. */
  supportUnit: string | null;
  /** Through a link, without signing in. */
  byLink: boolean;
  mine: boolean;
};
export type Comment = {
  id: number;
  author: string;
  at: string;
  text: string;
  withdrawn: boolean;
  mine: boolean;
};
export type Evidence = {
  id: number;
  checkInId: number | null;
  name: string;
  mime: string;
  size: number;
  hasThumb: boolean;
  note: string;
  author: string;
  at: string;
  mine: boolean;
};
export type Baseline = {
  id: number;
  year: number;
  label: string;
  value: number;
  unit: string;
  atLeast: boolean;
  /** Percent against the year before; null when not given. */
  change: number | null;
  /** False when it stands beside the whole section. */
  own: boolean;
};
export type Mention = {
  id: number;
  meetingId: number;
  meeting: string;
  heldOn: string;
  kind: string;
  text: string;
};
export type HistoryEntry = {
  seq: number;
  at: string;
  actor: string;
  kind: string;
  reason: string | null;
  changes: ToldChange[];
};
export type DetailTask = BoardTask & {
  goal: string;
  sourceRef: string;
  proofs: string[];
  statusReason: string | null;
  verifyMethod: VerifyMethod | null;
  createdAt: string;
  assignedAt: string | null;
  acknowledgedAt: string | null;
  startedAt: string | null;
  submittedAt: string | null;
  closedAt: string | null;
};
export type PostFacts = { name: string; unit: string; holders: string };
type Texts = {
  checkIns: CheckIn[];
  comments: Comment[];
  evidence: Evidence[];
  mentions: Mention[];
  history: HistoryEntry[];
};
export type TaskDetail = Texts & {
  task: DetailTask;
  /** True when the task is sensitive and its text was not asked for: title, goal and all that was written are left out. */
  masked: boolean;
  sections: { code: string; clause: string; title: string }[];
  baselines: Baseline[];
  unitNames: Record<number, string>;
  posts: Record<number, PostFacts>;
};

const NO_TEXTS: Texts = { checkIns: [], comments: [], evidence: [], mentions: [], history: [] };

/** The task with all that belongs to it; a sensitive one without its text. @throws NotFound also when it is hidden */
export async function getTaskDetail(actor: Actor, id: number, tx: Tx = prisma()): Promise<TaskDetail> {
  const task = await getTask(actor, id, tx);
  return detailOf(actor, task, tx, task.label === "sensitive");
}

/** The whole text, sensitive or not; the caller has asked for the right to read it and records the look. */
export async function getRevealedDetail(actor: Actor, task: Task, tx: Tx): Promise<TaskDetail> {
  return detailOf(actor, task, tx, false);
}

async function detailOf(actor: Actor, task: Task, tx: Tx, masked: boolean): Promise<TaskDetail> {
  const labels = LABELS.filter((label) => maySee(actor, { ...task, label }));
  const [facts, names, texts] = await Promise.all([
    readFacts(tx, task),
    readNames(tx),
    masked ? null : readTexts(tx, task.id, actor.accountId ?? 0, labels),
  ]);
  const plain: Names = { ...names, post: new Map([...names.post].map(([id, { name }]) => [id, name])) };
  const { history = [], ...written } = texts ?? {};
  // What was said in a meeting is told to those who may read meetings.
  const meets = may(actor, "meeting.see");
  const told = history.filter(({ kind }) => meets || !/^(outcome|meeting)\./.test(kind));
  return {
    ...NO_TEXTS,
    ...written,
    ...(!meets && { mentions: [] }),
    history: told.map(({ changes, ...event }) => ({
      ...event,
      changes: tellChanges(event.kind, changes, plain),
    })),
    task: shown(task, facts.instants, masked),
    masked,
    sections: facts.sections,
    baselines: facts.baselines ?? [],
    unitNames: pick(names.unit, [task.leadUnitId, ...task.supportUnitIds]),
    posts: pick(names.post, [task.ownerPostId, task.sponsorPostId]),
  };
}

export type Instants = Pick<
  DetailTask,
  "createdAt" | "assignedAt" | "acknowledgedAt" | "startedAt" | "submittedAt" | "closedAt"
>;

function shown(task: Task, instants: Instants, masked: boolean): DetailTask {
  const { title, goal, sourceRef, proofs, statusReason, verifyMethod } = task;
  // Through the board's own form, which masks a sensitive title.
  const board = fromRow(toRow(task));
  const text = masked
    ? { goal: "", sourceRef: "", statusReason: null }
    : { title, goal, sourceRef, statusReason };
  return { ...board, proofs, verifyMethod, ...text, ...instants };
}

function pick<T>(from: ReadonlyMap<number, T>, ids: readonly (number | null)[]): Record<number, T> {
  const found = ids.flatMap((id) => (id !== null && from.has(id) ? [[id, from.get(id) as T] as const] : []));
  return Object.fromEntries(found);
}
