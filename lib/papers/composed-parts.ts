import { sayDay } from "../calendar/rules";
import { sayRatio } from "../house-style";
import { sayLight } from "../lights/say-light";
import type { Closure } from "../samplings/rules";
import { type Block, type Column, chineseNumber, type Row } from "./document-rules";
import { ELSEWHERE, type Frame } from "./frame";
import { countsOf, sharesOf } from "./share-rules";
import type { Lines, Period, TaskLine } from "./task-queries";

/** The passages that bulletins and reports are put together from. */

/** What they are written from, read once. */
export type Told = {
  lines: Lines;
  period: Period;
  closure: Closure;
  /** Of the period: issued, settled, and those of today whose reply is overdue. */
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
export function nameOf({ t }: Frame, { code, title, unit }: TaskLine): string {
  return unit ? t("compose.task", { code, title, unit }) : `${code} ${title}`;
}

export function sayWhy({ lights, locale, today }: Frame, { light }: TaskLine): string {
  return sayLight(light, lights, locale, today);
}

/** 总体情况: how many there are, how they share out, and what was closed for good. */
export function overall(frame: Frame, { lines, closure }: Told): Block[] {
  const { t, today } = frame;
  const counts = countsOf(lines.tasks);
  const [done, onTrack, behind, other] = sharesOf([counts.done, counts.onTrack, counts.behind, counts.other]);
  const shares = {
    doneShare: `${done}%`,
    onTrackShare: `${onTrack}%`,
    behindShare: `${behind}%`,
    otherShare: `${other}%`,
  };
  const sum = t("compose.overall", { day: dayIn(frame, today), year: lines.plan.year, ...counts, ...shares });
  if (closure.due === 0) return [say(sum)];
  const rate = sayRatio(closure.closed / closure.due);
  const closed = t("compose.closure", { due: closure.due, closed: closure.closed, rate });
  const checked =
    closure.rechecked > 0 ? t("compose.rechecked", { n: closure.rechecked, passed: closure.passed }) : "";
  return [say(sum), say(`${closed}${checked}`)];
}

/** How each lead unit stands, in the order in which the plan first names it. */
export function byUnit({ t }: Frame, { lines }: Told): Block {
  const units = [...new Set(lines.tasks.map(({ unit }) => unit))].filter(Boolean);
  const keys = ["all", "done", "onTrack", "behind", "other", "overdue", "unreported"] as const;
  const rowOf = (name: string, tasks: readonly TaskLine[]): Row => {
    const counts = countsOf(tasks);
    return { cells: [name, ...keys.map((key) => counts[key])] };
  };
  const columns: Column[] = [
    { title: t("column.unit"), kind: "text", width: 12 },
    ...keys.map((key): Column => ({ title: t(`count.${key}`), kind: "count", width: 4 })),
  ];
  const rows = units.map((unit) =>
    rowOf(
      unit,
      lines.tasks.filter((task) => task.unit === unit),
    ),
  );
  return {
    kind: "table",
    table: { title: t("compose.byUnit"), columns, rows: [...rows, rowOf(t("count.sum"), lines.tasks)] },
  };
}

/** These tasks with how they stand, as an annex. */
export function annex({ t, lights, locale, today }: Frame, title: string, tasks: readonly TaskLine[]): Block {
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
        `${lights(`light.${task.light.light}`)}：${sayLight(task.light, lights, locale, today)}`,
        task.said?.done ?? t("noReport"),
      ],
    }),
  );
  return { kind: "table", table: { title, columns, rows } };
}

/** By the first-level sections of the plan, those without a task left out. */
export function bySection(tasks: readonly TaskLine[]): { title: string; tasks: TaskLine[] }[] {
  const groups = new Map<number, { title: string; tasks: TaskLine[] }>();
  for (const task of tasks) {
    const group = groups.get(task.top.id) ?? { title: task.top.title, tasks: [] };
    group.tasks.push(task);
    groups.set(task.top.id, group);
  }
  return [...groups.values()];
}
