import { dayOf } from "../clock";
import { prisma } from "../db";
import { getClosure } from "../samplings/closure-queries";
import { noticeState, numberOf } from "../supervision/notice-rules";
import { listSupervision, type Notice } from "../supervision/queries";
import type { Told } from "./composed-parts";
import { dayIn } from "./composed-parts";
import { readPaperFilter } from "./filter-rules";
import type { Frame } from "./frame";
import { type Period, readLines } from "./task-queries";

/** What a bulletin or a report of a period is written from; null before a plan is published. */
export async function readTold(frame: Frame, period: Period): Promise<Told | null> {
  const { actor, setting } = frame;
  const [lines, closure, supervision, units] = await Promise.all([
    readLines(actor, setting, readPaperFilter(new URLSearchParams()), period),
    getClosure(actor),
    listSupervision(actor, () => true),
    prisma().unit.findMany({ select: { id: true, shortName: true } }),
  ]);
  if (!lines) return null;
  const tasks = new Map(supervision.tasks.map((task) => [task.id, task]));
  const names = new Map(units.map(({ id, shortName }) => [id, shortName]));
  const within = (day: string | null) => day !== null && day >= period.from && day <= period.to;
  const lapsed = supervision.notices.filter((notice) => noticeState(notice, frame.today) === "lapsed");
  const tell = (notice: Notice) => {
    const task = tasks.get(notice.taskId);
    const due = dayIn(frame, notice.replyDay);
    return {
      number: numberOf(notice),
      code: task?.code ?? "",
      unit: names.get(task?.leadUnitId ?? 0) ?? "",
      due,
    };
  };
  return {
    ...{ lines, period, closure },
    notices: {
      issued: supervision.notices.filter(({ issuedOn }) => within(issuedOn)).length,
      settled: supervision.notices.filter(({ settledAt }) => within(settledAt && dayOf(new Date(settledAt))))
        .length,
      lapsed: lapsed.map(tell),
    },
  };
}
