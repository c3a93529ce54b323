import { type Day, sayDay } from "../calendar/rules";
import { sayRatio } from "../house-style";
import type { Setting } from "../lights/rules";
import { sayLight } from "../lights/say-light";
import type { PastBoard } from "../meetings/past-queries";
import { figuresOf } from "../meetings/review-rules";
import type { Closure } from "../samplings/rules";
import { type Block, type Column, chineseNumber, type Row } from "./document-rules";
import { basisOf, ELSEWHERE, type Frame } from "./frame";
import { sharesOf } from "./share-rules";
import type { Period, Said, TaskLine } from "./task-queries";

/** The passages that bulletins and reports are put together from. */

/** A task as it stood on the last day of the period, with everything that was written about it in the period. */
export type ToldTask = PastBoard["tasks"][number] & Pick<TaskLine, "top"> & { said: readonly Said[] };

/** What they are written from, read once. */
export type Told = {
  plan: { year: number };
  period: Period;
  /** The day that the figures hold for: the last of the period, or today while it still runs. */
  day: Day;
  /** The journal's number at the end of that day. */
  seq: number;
  setting: Setting;
  tasks: readonly ToldTask[];
  /** Short names of units. */
  units: ReadonlyMap<number, string>;
  closure: Omit<Closure, "verified">;
  /** Of the period: issued, settled, and those whose reply was overdue on its last day. */
  notices: {
    issued: number;
    settled: number;
    lapsed: { number: string; code: string; unit: string; due: string }[];
  };
};

export const say = (text: string): Block => ({ kind: "text", text });
export const head = (n: number, text: string): Block => ({
  kind: "heading",
  level: 1,
  text: `${chineseNumber(n)}、${text}`,
});
export const subhead = (n: number, text: string): Block => ({
  kind: "heading",
  level: 2,
  text: `（${chineseNumber(n)}）${text}`,
});
export const dayIn = ({ locale }: Frame, day: string) => sayDay(day, ELSEWHERE, locale);

/** A task as a sentence begins with it: 1.2 推进某某（经济发展办）. */
export function nameOf({ t }: Frame, { code, title, unit }: ToldTask): string {
  return unit ? t("compose.task", { code, title, unit }) : `${code} ${title}`;
}

export function sayWhy({ lights, locale }: Frame, { day }: Told, { light }: ToldTask): string {
  return sayLight(light, lights, locale, day);
}

/** What the paper is about and for which moment its figures hold: a past day, or now. */
export function basisOfTold(frame: Frame, { day }: Told, scope: string): string[] {
  return basisOf(day < frame.today ? { ...frame, moment: dayIn(frame, day) } : frame, scope);
}

/** The tasks that were closed in the period and still were on its last day. */
export function closedIn({ tasks, period }: Told): ToldTask[] {
  return tasks.filter(({ status, statusSince }) => status === "closed" && statusSince >= period.from);
}

/** 总体情况: how many there are, how they share out, and what was closed for good. */
export function overall(frame: Frame, { plan, tasks, setting, closure, day }: Told): Block[] {
  const { t } = frame;
  const counts = figuresOf(tasks, setting);
  const [done, onTrack, behind, other] = sharesOf([counts.done, counts.onTrack, counts.behind, counts.other]);
  const shares = {
    doneShare: `${done}%`,
    onTrackShare: `${onTrack}%`,
    behindShare: `${behind}%`,
    otherShare: `${other}%`,
  };
  const sum = t("compose.overall", { day: dayIn(frame, day), year: plan.year, ...counts, ...shares });
  if (closure.due === 0) return [say(sum)];
  const rate = sayRatio(closure.closed / closure.due);
  const closed = t("compose.closure", { due: closure.due, closed: closure.closed, rate });
  const checked =
    closure.rechecked > 0 ? t("compose.rechecked", { n: closure.rechecked, passed: closure.passed }) : "";
  return [say(sum), say(`${closed}${checked}`)];
}

/** How each lead unit stands, in the order in which the plan first names it. */
export function byUnit({ t }: Frame, { tasks: all, setting, units: names }: Told): Block {
  const units = [...new Set(all.map(({ leadUnitId }) => leadUnitId ?? 0))].filter(Boolean);
  const keys = ["all", "done", "onTrack", "behind", "other", "overdue", "unreported"] as const;
  const rowOf = (name: string, tasks: readonly ToldTask[]): Row => {
    const counts = figuresOf(tasks, setting);
    return { cells: [name, ...keys.map((key) => counts[key])] };
  };
  const columns: Column[] = [
    { title: t("column.unit"), kind: "text", width: 12 },
    ...keys.map((key): Column => ({ title: t(`count.${key}`), kind: "count", width: 4 })),
  ];
  const rows = units.map((unit) =>
    rowOf(
      names.get(unit) ?? "",
      all.filter((task) => task.leadUnitId === unit),
    ),
  );
  return {
    kind: "table",
    table: { title: t("compose.byUnit"), columns, rows: [...rows, rowOf(t("count.sum"), all)] },
  };
}

/** These tasks with how they stand, as an annex. */
export function annex(frame: Frame, told: Told, title: string, tasks: readonly ToldTask[]): Block {
  const { t, lights } = frame;
  const columns: Column[] = [
    { title: t("column.code"), kind: "text", width: 5 },
    { title: t("column.task"), kind: "text", width: 18 },
    { title: t("column.unit"), kind: "text", width: 8 },
    { title: t("column.owner"), kind: "text", width: 9 },
    { title: t("column.due"), kind: "day", width: 9 },
    { title: t("column.progress"), kind: "percent", width: 4 },
    { title: t("column.planned"), kind: "percent", width: 4 },
    { title: t("column.light"), kind: "text", width: 14 },
    { title: t("column.done"), kind: "text", width: 18 },
  ];
  const rows = tasks.map(
    (task): Row => ({
      cells: [
        ...[task.code, task.title, task.unit, task.owner, task.dueDay, task.progress, task.planned],
        `${lights(`light.${task.light.light}`)}：${sayWhy(frame, told, task)}`,
        lastOf(task)?.done ?? t("noReport"),
      ],
    }),
  );
  return { kind: "table", table: { title, columns, rows } };
}

/** By the first-level sections of the plan, those without a task left out. */
export function bySection(tasks: readonly ToldTask[]): { title: string; tasks: ToldTask[] }[] {
  const groups = new Map<number, { title: string; tasks: ToldTask[] }>();
  for (const task of tasks) {
    const group = groups.get(task.top.id) ?? { title: task.top.title, tasks: [] };
    group.tasks.push(task);
    groups.set(task.top.id, group);
  }
  return [...groups.values()];
}

/** What the owner wrote last. */
export function lastOf({ said }: ToldTask): Said | undefined {
  return said.findLast(({ supportUnitId }) => supportUnitId === null);
}
