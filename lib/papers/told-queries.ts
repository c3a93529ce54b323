import type { Actor } from "../auth/permissions";
import { visibleTo } from "../auth/permissions";
import type { Day } from "../calendar/rules";
import { dayOf } from "../clock";
import { prisma } from "../db";
import { figuresOf } from "../lights/figures";
import type { Setting } from "../lights/rules";
import { getStanding, type PastBoard } from "../meetings/past-queries";
import { settingOn } from "../meetings/review-queries";
import { getPlanOn } from "../plan/queries";
import { getRechecks } from "../samplings/closure-queries";
import { type NoticeFacts, noticeState, numberOf } from "../supervision/notice-rules";
import { dayIn, type Told } from "./composed-parts";
import type { Frame } from "./frame";
import { readAllSaid } from "./said-queries";
import { type Period, readSections, topsOf } from "./task-queries";

/** What a bulletin or a report of a period is written from, as it stood on the period's last day; null before a plan is published. */
export async function readTold(frame: Frame, period: Period): Promise<Told | null> {
  const { actor } = frame;
  const plan = await getPlanOn(period.to);
  if (!plan) return null;
  const [board, sections] = await Promise.all([getStanding(actor, period.to), readSections(plan.id)]);
  const [setting, rechecks, notices, said, units] = await Promise.all([
    settingOn(board.day),
    getRechecks(actor, board.day),
    readNotices(actor, board.day),
    readAllSaid(
      board.tasks.filter(({ label }) => label !== "sensitive").map(({ id }) => id),
      period,
    ),
    prisma().unit.findMany({ select: { id: true, shortName: true } }),
  ]);
  const topOf = topsOf(sections);
  const names = new Map(units.map(({ id, shortName }) => [id, shortName]));
  return {
    ...{ plan, period, setting, day: board.day, seq: board.seq },
    tasks: board.tasks.map((task) => ({
      ...task,
      top: topOf(task.sectionId),
      said: said.get(task.id) ?? [],
    })),
    units: names,
    closure: { ...closureOf(board.tasks, setting), ...rechecks },
    notices: noticesOf(frame, notices, period, board.day, names),
  };
}

/** What was due and what of it was closed, by the figures that everything else counts by. */
function closureOf(tasks: PastBoard["tasks"], setting: Setting) {
  const figures = tasks.map((task) => figuresOf(task, setting, task.light));
  return {
    due: figures.filter(({ due }) => due).length,
    closed: figures.filter(({ due, done }) => due && done).length,
  };
}

type Notice = NoticeFacts & {
  year: number;
  number: number;
  issuedOn: Day;
  settledOn: Day | null;
  task: { code: string; leadUnitId: number | null };
};

/** The notices that had been issued by a day, as they stood then: what happened to one later is left out. */
async function readNotices(actor: Actor, day: Day): Promise<Notice[]> {
  const rows = await prisma().notice.findMany({
    where: { issuedOn: { lte: day }, task: visibleTo(actor) },
    orderBy: { id: "desc" },
    select: {
      ...{ id: true, level: true, year: true, number: true, issuedOn: true, replyDay: true, reply: true },
      ...{ repliedAt: true, receivedAt: true, settledAt: true, withdrawnAt: true },
      next: { select: { id: true, issuedOn: true } },
      task: { select: { code: true, leadUnitId: true } },
    },
  });
  const by = (instant: Date | null) => (instant !== null && dayOf(instant) <= day ? instant : null);
  return rows.map(({ next, ...row }) => ({
    ...row,
    reply: by(row.repliedAt) && row.reply,
    receivedAt: by(row.receivedAt),
    settledAt: by(row.settledAt),
    settledOn: row.settledAt && dayOf(row.settledAt),
    withdrawnAt: by(row.withdrawnAt),
    nextId: next !== null && next.issuedOn <= day ? next.id : null,
  }));
}

function noticesOf(
  frame: Frame,
  notices: readonly Notice[],
  { from }: Period,
  day: Day,
  units: ReadonlyMap<number, string>,
): Told["notices"] {
  const within = (one: Day | null) => one !== null && one >= from && one <= day;
  return {
    issued: notices.filter(({ issuedOn }) => within(issuedOn)).length,
    settled: notices.filter(({ settledOn }) => within(settledOn)).length,
    lapsed: notices
      .filter((notice) => noticeState(notice, day) === "lapsed")
      .map((notice) => ({
        number: numberOf(notice),
        code: notice.task.code,
        unit: units.get(notice.task.leadUnitId ?? 0) ?? "",
        due: dayIn(frame, notice.replyDay),
      })),
  };
}
