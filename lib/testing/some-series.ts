import type { Actor } from "@/lib/auth/permissions";
import { withClock } from "@/lib/clock";
import { runCommand } from "@/lib/commands";
import { prisma } from "@/lib/db";
import { type AgendaItemView, getAgenda } from "@/lib/meetings/agenda-queries";
import { ownerOf, savedOffice, savedTask, someActor, supervisor } from "./builders";
import { freshDatabase } from "./database";

/** A weekly series of an office in which one task lags and one does not; the day is 30 September 2024, a Monday. */

export const DAY = "2024-09-30";
export const on = <T>(day: string, work: () => Promise<T>) =>
  withClock(new Date(`${day}T10:00:00+08:00`), work);
export const run = async <R = Record<string, number>>(
  name: string,
  input: unknown,
  actor = supervisor(),
  day = DAY,
) => (await on(day, () => runCommand<R>(name, actor, input))).result;
export const agendaOf = (meetingId: number, actor: Actor = supervisor()) =>
  on(DAY, () => getAgenda(actor, meetingId));
export const told = (items: readonly AgendaItemView[]) => items.map(({ kind, title }) => `${kind} ${title}`);

export async function savedSeries() {
  await freshDatabase();
  const office = await on("2024-03-01", savedOffice);
  const leader = someActor({ accountId: 12, name: "领导", roles: ["leader"], postIds: [office.otherPostId] });
  const owner = { ...ownerOf(office), accountId: 11 };
  /** A task that is worked on since March; left alone it is far behind by the end of September. */
  const running = async (title: string): Promise<number> => {
    const taskId = await on("2024-03-01", () =>
      savedTask(office, { title, sponsorPostId: office.otherPostId }),
    );
    await run("task.assign", { tasks: [{ taskId, version: 1 }] }, supervisor(), "2024-03-01");
    await run("task.takeStep", { taskId, version: 2, step: "start" }, owner, "2024-03-02");
    return taskId;
  };
  const report = async (taskId: number, progress: number, day = "2024-09-25"): Promise<void> => {
    const { version } = await prisma().task.findUniqueOrThrow({ where: { id: taskId } });
    await run("checkIn.add", { taskId, version, done: "推进中", progress }, owner, day);
  };
  const series = (more: object = {}) => ({
    ...{ name: "攻坚例会", every: "week", weekday: 1, startTime: "09:30", minutes: 30, place: "三楼会议室" },
    template: [
      { title: "第一议题", minutes: 10 },
      { kind: "promise" },
      { kind: "extension" },
      { kind: "red" },
      { kind: "unreported" },
    ],
    postIds: [office.ownerPostId, office.otherPostId],
    ...more,
  });
  const [late, fine] = [await running("迟缓的任务"), await running("顺利的任务")];
  await report(late, 10);
  await report(fine, 80);
  const { seriesId = 0 } = await run("meetingSeries.add", series());
  const plan = async (more: object = {}) => (await run("meeting.plan", { seriesId, ...more })).meetingId ?? 0;
  return { office, leader, owner, running, report, series, seriesId, late, fine, plan };
}
