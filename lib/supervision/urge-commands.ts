import { command } from "../api";
import { demandOn } from "../auth/demand";
import { type Actor, mayOnTask } from "../auth/permissions";
import { fromRow, toRow } from "../board/rules";
import { now, today } from "../clock";
import type { Tx } from "../db";
import { Forbidden, NotFound, Refused, refuse } from "../errors";
import { record } from "../events/record";
import { lightOf } from "../lights/rules";
import { getSettings } from "../settings/queries";
import { lightSetting } from "../settings/rules";
import { getTask, getTasks, type Task } from "../tasks/queries";
import { wordsFor } from "../wordings";
import { readHearings } from "./hearing-queries";
import { ReplyToUrge, SeeUrge, SendUrge, SendUrges } from "./input";
import { sayUrge } from "./say-urge";
import { hoursToWait, refusalOfReplyingToUrge, refusalOfSeeing, refusalOfUrging } from "./urge-rules";

/** Reminds the owner of a task, or the head of the unit while the post is vacant. Without words the light's own reason is said. @throws NotFound, Forbidden, Refused */
export const sendUrge = command("urge.send", SendUrge, async (tx, actor, { taskId, text }) => {
  await lockTasks(tx, [taskId]);
  const task = await getTask(actor, taskId, tx);
  demandOn(actor, "urge.send", task);
  const last = (await lastUrges(tx, [taskId])).get(taskId) ?? null;
  const at = now().getTime();
  const lately = { hours: hoursToWait(last?.at.getTime() ?? null, at) ?? 0, by: last?.author ?? "" };
  const hearing = (await readHearings(tx, [taskId])).get(taskId);
  refuse(refusalOfUrging(task, last?.at.getTime() ?? null, at, hearing), lately);
  const [made] = await write(tx, actor, [task], text);
  return { urgeId: made?.id, text: made?.text, hearing };
});

/** Reminds the owners of many tasks, heads of units where posts are vacant; those that cannot be urged now are left out and named. @throws NotFound, Forbidden, Refused when none is left */
export const sendUrges = command("urge.sendMany", SendUrges, async (tx, actor, input) => {
  const taskIds = [...new Set(input.taskIds)].sort((a, b) => a - b);
  await lockTasks(tx, taskIds);
  const tasks = await getTasks(actor, taskIds, tx);
  if (tasks.some((task) => !mayOnTask(actor, "urge.send", task))) throw new Forbidden("urge.send");
  const last = await lastUrges(tx, taskIds);
  const hearings = await readHearings(tx, taskIds);
  const at = now().getTime();
  const found = tasks.map((task) => {
    const lastAt = last.get(task.id)?.at.getTime() ?? null;
    const code = refusalOfUrging(task, lastAt, at, hearings.get(task.id));
    return { task, code, hours: hoursToWait(lastAt, at) ?? 0 };
  });
  const [first] = found;
  const free = found.filter(({ code }) => code === null).map(({ task }) => task);
  if (free.length === 0 && first)
    throw new Refused(first.code ?? "", { hours: first.hours, by: last.get(first.task.id)?.author ?? "" });
  await write(tx, actor, free, input.text);
  const skipped = found.flatMap(({ task, code }) => (code === null ? [] : [{ taskId: task.id, code }]));
  const redirected = free.filter(({ id }) => hearings.get(id) === "unitHead").length;
  return { sent: free.length, redirected, skipped };
});

/** Says that the owner has read an urge. @throws NotFound, Forbidden, Refused */
export const seeUrge = command("urge.see", SeeUrge, async (tx, actor, { urgeId }) => {
  const { urge, task } = await getUrge(tx, actor, urgeId);
  demandOn(actor, "urge.reply", task);
  refuse(refusalOfSeeing(urge));
  await tx.urge.update({ where: { id: urgeId }, data: seen(actor), select: { id: true } });
  note(tx, actor, "urge.see", { urgeId, taskId: task.id });
  return { urgeId };
});

/** Answers an urge in one line; who answers has read it. @throws NotFound, Forbidden, Refused */
export const replyToUrge = command("urge.reply", ReplyToUrge, async (tx, actor, { urgeId, text }) => {
  const { urge, task } = await getUrge(tx, actor, urgeId);
  demandOn(actor, "urge.reply", task);
  refuse(refusalOfReplyingToUrge(task, urge));
  const data = { reply: text, repliedAt: now(), repliedBy: actor.name, ...(!urge.seenAt && seen(actor)) };
  await tx.urge.update({ where: { id: urgeId }, data, select: { id: true } });
  note(tx, actor, "urge.reply", { urgeId, taskId: task.id, words: text });
  return { urgeId };
});

const seen = (actor: Actor) => ({ seenAt: now(), seenBy: actor.name });

/** Who urges the same task at the same moment waits for the other, and is then told. */
async function lockTasks(tx: Tx, taskIds: readonly number[]): Promise<void> {
  await tx.$queryRaw`SELECT id FROM "Task" WHERE id = ANY(${[...taskIds]}::int[]) ORDER BY id FOR NO KEY UPDATE`;
}

type Last = { taskId: number; at: Date; author: string };

async function lastUrges(tx: Tx, taskIds: readonly number[]): Promise<Map<number, Last>> {
  const rows = await tx.$queryRaw<Last[]>`
    SELECT DISTINCT ON ("taskId") "taskId", at, author FROM "Urge" WHERE "taskId" = ANY(${[...taskIds]}::int[]) ORDER BY "taskId", id DESC`;
  return new Map(rows.map((row) => [row.taskId, row]));
}

async function write(
  tx: Tx,
  actor: Actor,
  tasks: readonly Task[],
  text: string,
): Promise<{ id: number; text: string }[]> {
  const say = text === "" ? await sayer() : () => text;
  const by = { accountId: actor.accountId, author: actor.name, at: now() };
  const rows = tasks.map((task) => ({ ...by, taskId: task.id, text: say(task) }));
  const made = await tx.urge.createManyAndReturn({
    data: rows,
    select: { id: true, taskId: true, text: true },
  });
  for (const { id, taskId, text: words } of made) note(tx, actor, "urge.send", { urgeId: id, taskId, words });
  return made;
}

/** The office's own language: whoever reads the urge may have another than who sends it. */
async function sayer(): Promise<(task: Task) => string> {
  const [{ settings, calendar }, supervision, lights] = await Promise.all([
    getSettings(),
    wordsFor("zh-CN", "supervision"),
    wordsFor("zh-CN", "lights"),
  ]);
  const setting = lightSetting(today(), settings, calendar);
  const words = { supervision, lights, today: setting.today, locale: "zh-CN" } as const;
  // Through the board's own form, which leaves out what a sensitive task is about.
  return (task) => sayUrge(lightOf(fromRow(toRow(task)), setting), words);
}

async function getUrge(tx: Tx, actor: Actor, id: number) {
  const urge = await tx.urge.findUnique({
    where: { id },
    select: { taskId: true, seenAt: true, reply: true },
  });
  if (!urge) throw new NotFound(`urge ${id}`);
  await lockTasks(tx, [urge.taskId]);
  const task = await getTask(actor, urge.taskId, tx);
  // Read again under the lock: of two who answer at once the second is told.
  const current = await tx.urge.findUniqueOrThrow({
    where: { id },
    select: { taskId: true, seenAt: true, reply: true },
  });
  return { urge: current, task };
}

function note(
  tx: Tx,
  actor: Actor,
  kind: string,
  { urgeId, taskId, words }: { urgeId: number; taskId: number; words?: string },
): void {
  const subject = { type: "urge", id: urgeId };
  record(tx, actor, { kind, subject, taskId, ...(words && { changes: { words: [null, words] } }) });
}
