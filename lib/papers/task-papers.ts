import { sayLight } from "../lights/say-light";
import { type Cell, type Column, type Draft, joined, type Row } from "./document-rules";
import type { PaperFilter } from "./filter-rules";
import { basisOf, type Frame, labelOf } from "./frame";
import type { Lines, TaskLine } from "./task-queries";

/** The papers that are one table of tasks: who does what by when, and how far it is. */

type Told = Column & { of: (task: TaskLine) => Cell };

/** 任务分解表: every task with what it aims at, who does it and by when. */
export function taskTable(frame: Frame, lines: Lines, filter: PaperFilter): Draft {
  const { t, office } = frame;
  const columns: Told[] = [
    { title: t("column.code"), kind: "text", width: 5, of: ({ code }) => code },
    { title: t("column.task"), kind: "text", width: 20, of: ({ title }) => title },
    { title: t("column.goal"), kind: "text", width: 22, of: ({ goal }) => goal },
    { title: t("column.unit"), kind: "text", width: 8, of: ({ unit }) => unit },
    { title: t("column.supports"), kind: "text", width: 13, of: ({ supports }) => supports },
    { title: t("column.owner"), kind: "text", width: 9, of: ({ owner }) => owner },
    { title: t("column.sponsor"), kind: "text", width: 9, of: ({ sponsor }) => sponsor },
    { title: t("column.start"), kind: "day", width: 9, of: ({ startDay }) => startDay },
    { title: t("column.due"), kind: "day", width: 9, of: ({ dueDay }) => dueDay },
  ];
  const title = t("tasks.title", { office, year: lines.plan.year });
  return oneTable(frame, title, lines, filter, columns);
}

/** 进展台账: every task with how far it is, why its lamp shines, and what its owner said in the period. */
export function progressTable(frame: Frame, lines: Lines, filter: PaperFilter, span: string): Draft {
  const { t, office, lights, locale, today, tasks } = frame;
  const columns: Told[] = [
    { title: t("column.code"), kind: "text", width: 5, of: ({ code }) => code },
    { title: t("column.task"), kind: "text", width: 16, of: ({ title }) => title },
    { title: t("column.unit"), kind: "text", width: 7, of: ({ unit }) => unit },
    { title: t("column.owner"), kind: "text", width: 8, of: ({ owner }) => owner },
    { title: t("column.due"), kind: "day", width: 9, of: ({ dueDay }) => dueDay },
    { title: t("column.status"), kind: "text", width: 5, of: ({ status }) => tasks(`status.${status}`) },
    { title: t("column.progress"), kind: "percent", width: 4, of: ({ progress }) => progress },
    { title: t("column.planned"), kind: "percent", width: 4, of: ({ planned }) => planned },
    {
      ...{ title: t("column.light"), kind: "text", width: 12 },
      of: ({ light }) => `${lights(`light.${light.light}`)}：${sayLight(light, lights, locale, today)}`,
    },
    { title: t("column.done"), kind: "text", width: 20, of: ({ said }) => said?.done ?? t("noReport") },
    {
      ...{ title: t("column.problem"), kind: "text", width: 12 },
      of: ({ said }) => joined(said?.problem, said?.help),
    },
  ];
  const title = t("progress.title", { office, year: lines.plan.year, span });
  return oneTable(frame, title, lines, filter, columns);
}

function oneTable(
  frame: Frame,
  title: string,
  lines: Lines,
  filter: PaperFilter,
  columns: readonly Told[],
): Draft {
  const scope = frame.t("basis.tasks", { scope: sayFilter(frame, lines, filter), n: lines.tasks.length });
  const table = {
    title: "",
    columns: columns.map(({ of: _, ...column }) => column),
    rows: rowsOf(lines.tasks, columns),
  };
  return {
    ...{ title, subtitle: "", basis: basisOf(frame, scope) },
    label: labelOf(lines.tasks),
    blocks: [{ kind: "table", table }],
  };
}

/** The tasks below the names of their sections, in the order of the plan. */
function rowsOf(tasks: readonly TaskLine[], columns: readonly Told[]): Row[] {
  let top: number | null = null;
  return tasks.flatMap((task) => {
    const row: Row = { cells: columns.map(({ of }) => of(task)) };
    if (task.top.id === top) return [row];
    top = task.top.id;
    return [{ band: `${task.top.code}　${task.top.title}` }, row];
  });
}

/** What was asked for, in words. */
export function sayFilter({ t, lights, tasks }: Frame, { asked }: Lines, filter: PaperFilter): string {
  const parts = [
    ...asked.sections,
    ...asked.units,
    ...asked.owners,
    ...asked.sponsors,
    ...filter.lights.map((light) => lights(`light.${light}`)),
    ...filter.statuses.map((status) => tasks(`status.${status}`)),
    ...(filter.only ? [t(`only.${filter.only}`)] : []),
    ...(filter.text ? [t("basis.text", { text: filter.text })] : []),
  ];
  return parts.length > 0 ? parts.join("、") : t("basis.all");
}
