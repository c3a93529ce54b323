import { type Actor, maySee } from "../auth/permissions";
import { BOARD_COLUMNS } from "../board/columns";
import { type BoardTask, fromRow, toRow } from "../board/rules";
import type { Day } from "../calendar/rules";
import { prisma, type Tx } from "../db";
import { NotFound } from "../errors";
import { Prisma } from "../generated/prisma/client";
import { type Instruction, readInstructions } from "../instructions/queries";
import { getTask, type Task } from "../tasks/queries";
import type { Halting } from "./halt-rules";
import { type NoticeFacts, type NoticeLevel, numberOf } from "./notice-rules";

/** Urges, notices and extensions as they travel to the browser; instants are ISO texts. */

export type Urge = {
  id: number;
  taskId: number;
  text: string;
  author: string;
  at: string;
  seenAt: string | null;
  seenBy: string | null;
  reply: string | null;
  repliedAt: string | null;
  repliedBy: string | null;
  /** The first report after the urge, which answers it as well. */
  reportedAt: string | null;
};
export type NoticeFile = { id: number; name: string; size: number };
export type Notice = NoticeFacts & {
  taskId: number;
  version: number;
  year: number;
  number: number;
  level: NoticeLevel;
  reason: string;
  demand: string;
  afterId: number | null;
  author: string;
  at: string;
  issuedOn: Day;
  receivedAt: string | null;
  receivedBy: string | null;
  repliedAt: string | null;
  repliedOn: Day | null;
  repliedBy: string | null;
  settledAt: string | null;
  settledBy: string | null;
  withdrawnAt: string | null;
  withdrawnWhy: string | null;
  evidence: NoticeFile[];
};
export type Extension = {
  id: number;
  taskId: number;
  version: number;
  status: "asked" | "granted" | "declined" | "withdrawn";
  dueDay: Day;
  wantedDay: Day;
  reason: string;
  progress: number | null;
  /** Who asked: only this account takes it back, and it does not answer it. */
  accountId: number | null;
  author: string;
  at: string;
  grantedDay: Day | null;
  exempt: boolean;
  answer: string | null;
  answeredBy: string | null;
  answeredAt: string | null;
};
export type Halt = Halting & {
  id: number;
  taskId: number;
  version: number;
  status: Extension["status"];
  reason: string;
  accountId: number | null;
  author: string;
  at: string;
  answer: string | null;
  answeredBy: string | null;
  answeredAt: string | null;
};
export type Supervision = {
  urges: Urge[];
  notices: Notice[];
  extensions: Extension[];
  halts: Halt[];
  instructions: Instruction[];
};
export type TaskSupervision = Supervision & {
  /** True when the task is sensitive and its words were not asked for. */
  masked: boolean;
};

/** The longest list of each kind that is shown; what is older stands in the history of its task. */
const SHOWN = 500;

const URGES = (where: Prisma.Sql) => Prisma.sql`
  SELECT u.id, u."taskId", u.text, u.author, u.at, u."seenAt", u."seenBy", u.reply, u."repliedAt", u."repliedBy",
    (SELECT min(c.at) FROM "CheckIn" c WHERE c."taskId" = u."taskId" AND c."supportUnitId" IS NULL AND c.at > u.at) AS "reportedAt"
  FROM "Urge" u WHERE ${where} ORDER BY u.id DESC LIMIT ${SHOWN}`;
const NOTICES = (where: Prisma.Sql) => Prisma.sql`
  SELECT n.id, n."taskId", n.version, n.year, n.number, n.level, n.reason, n.demand, n."replyDay", n."afterId", next.id AS "nextId",
    n.author, n.at, n."issuedOn", n."receivedAt", n."receivedBy", n.reply, n."repliedAt", n."repliedOn", n."repliedBy", n."settledAt",
    n."settledBy", n."withdrawnAt", n."withdrawnWhy", (SELECT coalesce(json_agg(e ORDER BY e.id), '[]') FROM (
      SELECT id, name, size FROM "Evidence" WHERE "noticeId" = n.id AND "removedAt" IS NULL) e) AS evidence
  FROM "Notice" n LEFT JOIN "Notice" next ON next."afterId" = n.id WHERE ${where} ORDER BY n.id DESC LIMIT ${SHOWN}`;
const EXTENSIONS = (where: Prisma.Sql) => Prisma.sql`
  SELECT x.id, x."taskId", x.version, x.status, x."dueDay", x."wantedDay", x.reason, x.progress, x."accountId", x.author, x.at,
    x."grantedDay", x.exempt, x.answer, x."answeredBy", x."answeredAt"
  FROM "Extension" x WHERE ${where} ORDER BY x.id DESC LIMIT ${SHOWN}`;
const HALTS = (where: Prisma.Sql) => Prisma.sql`
  SELECT h.id, h."taskId", h.version, h.status, h.step, h."untilDay", h.reason, h."accountId", h.author, h.at, h.answer,
    h."answeredBy", h."answeredAt" FROM "Halt" h WHERE ${where} ORDER BY h.id DESC LIMIT ${SHOWN}`;

async function read(tx: Tx, actor: Actor, taskIds: readonly number[]): Promise<Supervision> {
  const where = (column: string) => Prisma.sql`${Prisma.raw(column)} = ANY(${[...taskIds]}::int[])`;
  const urges = await tx.$queryRaw<Urge[]>(URGES(where('u."taskId"')));
  const notices = await tx.$queryRaw<Notice[]>(NOTICES(where('n."taskId"')));
  const extensions = await tx.$queryRaw<Extension[]>(EXTENSIONS(where('x."taskId"')));
  const halts = await tx.$queryRaw<Halt[]>(HALTS(where('h."taskId"')));
  const either = Prisma.sql`(${where('i."taskId"')} OR ${where('i."madeId"')})`;
  const instructions = await readInstructions(tx, actor, either);
  // Instants become texts here as they would on their way, so that a page and a route answer the same.
  return JSON.parse(JSON.stringify({ urges, notices, extensions, halts, instructions })) as Supervision;
}

/** The same without a word that somebody wrote: numbers, days and names of people stay. */
function masked({ urges, notices, extensions, halts, instructions }: Supervision): Supervision {
  const hidden = (text: string | null) => (text === null ? null : "");
  return {
    urges: urges.map((one) => ({ ...one, text: "", reply: hidden(one.reply) })),
    notices: notices.map((one) => ({
      ...{ ...one, reason: "", demand: "", evidence: [] },
      ...{ reply: hidden(one.reply), withdrawnWhy: hidden(one.withdrawnWhy) },
    })),
    extensions: extensions.map((one) => ({ ...one, reason: "", answer: hidden(one.answer) })),
    halts: halts.map((one) => ({ ...one, reason: "", answer: hidden(one.answer) })),
    instructions: instructions.map((one) => ({ ...one, text: "" })),
  };
}

/** How one task was supervised; of a sensitive one without its words. @throws NotFound also when it is hidden */
export async function getTaskSupervision(
  actor: Actor,
  taskId: number,
  tx: Tx = prisma(),
): Promise<TaskSupervision> {
  const task = await getTask(actor, taskId, tx);
  const all = await read(tx, actor, [task.id]);
  return task.label === "sensitive" ? { ...masked(all), masked: true } : { ...all, masked: false };
}

/** The whole words; the caller has asked for the right to read them and records the look. */
export async function getRevealedSupervision(actor: Actor, task: Task, tx: Tx): Promise<TaskSupervision> {
  return { ...(await read(tx, actor, [task.id])), masked: false };
}

export type OfficeSupervision = Supervision & { tasks: BoardTask[] };

/** Everything that was urged, noticed and asked for, of the tasks that this person sees and `concerns` lets through; sensitive words are masked. */
export async function listSupervision(
  actor: Actor,
  concerns: (task: BoardTask) => boolean,
): Promise<OfficeSupervision> {
  const rows = await prisma().$queryRaw<BoardTask[]>`
    SELECT ${Prisma.raw(BOARD_COLUMNS)} FROM "Task" t WHERE EXISTS (SELECT 1 FROM "Urge" WHERE "taskId" = t.id)
      OR EXISTS (SELECT 1 FROM "Notice" WHERE "taskId" = t.id) OR EXISTS (SELECT 1 FROM "Extension" WHERE "taskId" = t.id)
      OR EXISTS (SELECT 1 FROM "Halt" WHERE "taskId" = t.id)
      OR EXISTS (SELECT 1 FROM "Instruction" WHERE "taskId" = t.id) OR EXISTS (SELECT 1 FROM "Instruction" WHERE "madeId" = t.id)`;
  const seen = rows.filter((task) => maySee(actor, task) && concerns(task));
  const secret = new Set(seen.filter(({ label }) => label === "sensitive").map(({ id }) => id));
  const all = await read(
    prisma(),
    actor,
    seen.map(({ id }) => id),
  );
  const hidden = masked(all);
  const pick = <T extends { taskId: number }>(open: T[], shut: T[]) =>
    open.map((one, at) => (secret.has(one.taskId) ? (shut[at] as T) : one));
  return {
    urges: pick(all.urges, hidden.urges),
    notices: pick(all.notices, hidden.notices),
    extensions: pick(all.extensions, hidden.extensions),
    halts: pick(all.halts, hidden.halts),
    instructions: all.instructions.map((one, at) =>
      [one.taskId, one.made?.id].some((id) => secret.has(id ?? 0)) ? (hidden.instructions[at] ?? one) : one,
    ),
    // Through the board's own form, which masks a sensitive title.
    tasks: seen.map((task) => fromRow(toRow(task))),
  };
}

/** One notice and its task, for somebody who sees it; its words as they stand. @throws NotFound also when it is hidden */
export async function getNotice(
  actor: Actor,
  id: number,
  tx: Tx = prisma(),
): Promise<{ notice: Notice; task: Task }> {
  const [row] = await tx.$queryRaw<Notice[]>(NOTICES(Prisma.sql`n.id = ${id}`));
  if (!row) throw new NotFound(`notice ${id}`);
  return { notice: row, task: await getTask(actor, row.taskId, tx) };
}

/** Every notice of a task that the caller was found to see, the newest first. */
export async function getTaskNotices(tx: Tx, taskId: number): Promise<Notice[]> {
  return tx.$queryRaw<Notice[]>(NOTICES(Prisma.sql`n."taskId" = ${taskId}`));
}

export type NoticePaper = {
  notice: Notice;
  task: BoardTask;
  /** The unit that it is addressed to, in full. */
  to: string;
  /** The number of the notice that it follows. */
  afterName: string | null;
  masked: boolean;
};

/** A notice as it is printed; of a sensitive task without its words. @throws NotFound also when it is hidden */
export async function getNoticePaper(actor: Actor, id: number): Promise<NoticePaper> {
  const { notice: row, task } = await getNotice(actor, id);
  const hide = task.label === "sensitive";
  const [names] = await prisma().$queryRaw<
    { to: string | null; year: number | null; number: number | null }[]
  >`
    SELECT (SELECT name FROM "Unit" WHERE id = ${task.leadUnitId}) AS "to", n.year, n.number
    FROM (SELECT 1) one LEFT JOIN "Notice" n ON n.id = ${row.afterId}`;
  const whole = { urges: [], notices: [row], extensions: [], halts: [], instructions: [] };
  const told = JSON.parse(JSON.stringify(hide ? masked(whole) : whole)) as Supervision;
  return {
    notice: told.notices[0] as Notice,
    task: fromRow(toRow(task)),
    to: names?.to ?? "",
    afterName: names?.year && names.number ? numberOf({ year: names.year, number: names.number }) : null,
    masked: hide,
  };
}
