import { BOARD_COLUMNS } from "../board/columns";
import { type BoardTask, MASKED_TITLE } from "../board/rules";
import { type Day, daysBetween, sayDay } from "../calendar/rules";
import { today } from "../clock";
import { prisma, type Tx } from "../db";
import { Prisma } from "../generated/prisma/client";
import { sayLight } from "../lights/say-light";
import type { Words } from "../message-format";
import { getSettings } from "../settings/queries";
import { lightSetting } from "../settings/rules";
import { numberOf } from "../supervision/notice-rules";
import { wordsFor } from "../wordings";
import { isBroken, type Matter } from "./agenda-rules";
import { listOf, type Seen, see } from "./review-rules";

/** What an agenda brings by itself: everything of the plan that is not as it should be. */

type Found = Omit<Matter, "minutes">;
type Task = Seen & BoardTask;
/** `seriesId` and `previousId` say whose promises are asked after; null where there is no such meeting. */
type For = { planId: number; seriesId: number | null; previousId: number | null; heldOn: Day };
type Said = { t: Words; lights: Words; day: Day };

/** Every exception of the plan, the most pressing of each kind first. The words are the office's Chinese: an agenda is a paper. */
export async function findMatters(tx: Tx, meeting: For): Promise<Found[]> {
  const day = today();
  const [{ settings, calendar }, t, lights] = await Promise.all([
    getSettings(),
    wordsFor("zh-CN", "matters"),
    wordsFor("zh-CN", "lights"),
  ]);
  const setting = lightSetting(day, settings, calendar);
  const tasks = (await readTasks(tx, meeting.planId)).map((task) => ({ ...task, ...see(task, setting) }));
  const byId = new Map(tasks.map((task) => [task.id, task]));
  const said = { t, lights, day };
  return [
    ...(await promises(tx, meeting, byId, said)),
    ...(await extensions(tx, byId, said)),
    ...closings(tasks, said),
    ...(await notices(tx, byId, said)),
    ...lit(tasks, said),
    ...(await unreported(tx, tasks, said)),
    ...(await editions(tx, meeting.previousId, said)),
  ];
}

async function readTasks(tx: Tx, planId: number): Promise<BoardTask[]> {
  return tx.$queryRaw<BoardTask[]>`
    SELECT ${Prisma.raw(BOARD_COLUMNS)} FROM "Task" t WHERE t."planId" = ${planId} ORDER BY t.rank`;
}

const isSensitive = ({ label }: Task) => label === "sensitive";

function about(task: Task, kind: Found["kind"], reason: string): Found {
  return { kind, title: isSensitive(task) ? MASKED_TITLE : task.title, taskId: task.id, link: "", reason };
}

/** What earlier meetings of the series gave out and nobody did in time. */
async function promises(tx: Tx, meeting: For, tasks: ReadonlyMap<number, Task>, { t, day }: Said) {
  const { seriesId, previousId, heldOn } = meeting;
  if (seriesId === null && previousId === null) return [];
  const earlier = [
    ...(seriesId === null ? [] : [{ seriesId }]),
    ...(previousId === null ? [] : [{ id: previousId }]),
  ];
  const rows = await tx.task.findMany({
    where: { sourceMeeting: { OR: earlier } },
    orderBy: { dueDay: "asc" },
    select: { id: true, sourceMeeting: { select: { heldOn: true } } },
  });
  return rows.flatMap(({ id, sourceMeeting }) => {
    const task = tasks.get(id);
    if (!task || !isBroken(task, heldOn)) return [];
    const on = sayDay(sourceMeeting?.heldOn ?? day, day);
    return [about(task, "promise", t("reason.promise", { on, due: sayDay(task.dueDay, day) }))];
  });
}

async function extensions(tx: Tx, tasks: ReadonlyMap<number, Task>, { t, day }: Said): Promise<Found[]> {
  const rows = await tx.extension.findMany({
    where: { status: "asked" },
    orderBy: { id: "asc" },
    select: { id: true, taskId: true, dueDay: true, wantedDay: true, reason: true },
  });
  return rows.flatMap(({ taskId, reason, ...row }) => {
    const task = tasks.get(taskId);
    if (!task) return [];
    const days = { due: sayDay(row.dueDay, day), wanted: sayDay(row.wantedDay, day) };
    const why = isSensitive(task)
      ? t("reason.extensionHidden", days)
      : t("reason.extension", { ...days, reason });
    return [about(task, "extension", why)];
  });
}

function closings(tasks: readonly Task[], { t, day }: Said): Found[] {
  return tasks
    .filter(({ status }) => status === "submitted")
    .map((task) =>
      about(task, "closing", t("reason.closing", { on: sayDay(task.submittedDay ?? task.statusSince, day) })),
    );
}

/** Notices whose reply is overdue and that nobody followed up yet. */
async function notices(tx: Tx, tasks: ReadonlyMap<number, Task>, { t, day }: Said): Promise<Found[]> {
  const rows = await tx.notice.findMany({
    where: { settledAt: null, withdrawnAt: null, next: null, reply: null, replyDay: { lt: day } },
    orderBy: [{ replyDay: "asc" }, { id: "asc" }],
    select: { taskId: true, year: true, number: true, replyDay: true },
  });
  return rows.flatMap(({ taskId, replyDay, ...number }) => {
    const task = tasks.get(taskId);
    if (!task) return [];
    const params = { number: numberOf(number), on: sayDay(replyDay, day), days: daysBetween(replyDay, day) };
    return [about(task, "notice", t("reason.notice", params))];
  });
}

/** Red ones before yellow ones, each with the light's own reason. */
function lit(tasks: readonly Task[], { lights, day }: Said): Found[] {
  return (["red", "yellow"] as const).flatMap((light) =>
    listOf(tasks, light).map((task) => about(task, light, sayLight(task.light, lights, "zh-CN", day))),
  );
}

/** One item a unit: who has not reported answers for all of it together. */
async function unreported(tx: Tx, tasks: readonly Task[], { t }: Said): Promise<Found[]> {
  const owing = listOf(tasks, "unreported");
  const units = await tx.unit.findMany({
    orderBy: [{ order: "asc" }, { id: "asc" }],
    select: { id: true, shortName: true },
  });
  const groups = [...units, { id: null, shortName: t("noUnit") }].map(({ id, shortName }) => ({
    ...{ id, shortName },
    codes: owing.filter(({ leadUnitId }) => leadUnitId === id).map(({ code }) => code),
  }));
  return groups
    .filter(({ codes }) => codes.length > 0)
    .map(({ id, shortName, codes }) => ({
      ...{ kind: "unreported", taskId: null, link: `unit:${id ?? 0}` },
      title: t("title.unreported", { unit: shortName, count: codes.length }),
      reason: codes.join("、"),
    }));
}

/** The latest edition of every league that is new since the meeting before. */
async function editions(tx: Tx, previousId: number | null, { t, day }: Said): Promise<Found[]> {
  const previous =
    previousId === null
      ? null
      : await tx.meeting.findUnique({ where: { id: previousId }, select: { openedSeq: true } });
  const rows = await tx.edition.findMany({
    where: { seq: { gt: previous?.openedSeq ?? -1n }, series: { closedOn: null, label: "open" } },
    orderBy: [{ series: { order: "asc" } }, { number: "desc" }],
    distinct: ["seriesId"],
    select: { seriesId: true, number: true, asOf: true, series: { select: { name: true } } },
  });
  return rows.map(({ seriesId, number, asOf, series }) => ({
    ...{ kind: "league", taskId: null, link: `/leagues/${seriesId}` },
    title: t("title.league", { name: series.name, number }),
    reason: t("reason.league", { on: sayDay(asOf, day) }),
  }));
}

/** The meeting before: the latest one of the series that was opened. Null before the first. */
export async function previousOf(seriesId: number | null, tx: Tx = prisma()) {
  if (seriesId === null) return null;
  return tx.meeting.findFirst({
    where: { seriesId, status: { not: "draft" } },
    orderBy: [{ openedSeq: "desc" }, { id: "desc" }],
    select: { id: true, heldOn: true, openedSeq: true },
  });
}
