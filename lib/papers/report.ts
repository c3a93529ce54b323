import {
  annex,
  basisOfTold,
  bySection,
  closedIn,
  dayIn,
  head,
  overall,
  say,
  subhead,
  type Told,
  type ToldTask,
} from "./composed-parts";
import { type Block, type Draft, joined } from "./document-rules";
import { type Frame, labelOf } from "./frame";
import type { ComposedKind } from "./kind-rules";
import { hasWords, quote } from "./quote";
import type { Said } from "./task-queries";

/** 周报 to 年度报告: everything that was reported in the period, quoted in the order of the plan. */
export function report(frame: Frame, kind: Exclude<ComposedKind, "minutes" | "bulletin">, told: Told): Draft {
  const { t, office } = frame;
  const { tasks, period } = told;
  const span = t("span", { from: dayIn(frame, period.from), to: dayIn(frame, period.to) });
  const problemOf = ({ problem, help }: Said) => joined(problem, help && t("report.help", { help }));
  const parts: [string, Block[]][] = [
    [t("report.overall"), [...overall(frame, told), say(t("report.reported", reportedOf(told)))]],
    [t("report.done"), quoted(frame, told, ({ done }) => done)],
    [t("report.problems"), quoted(frame, told, problemOf)],
    [t("report.next"), quoted(frame, told, ({ next }) => next)],
  ];
  return {
    title: t("report.title", { office, kind: t(`kind.${kind}`) }),
    subtitle: span,
    basis: basisOfTold(frame, told, t("basis.tasks", { scope: span, n: tasks.length })),
    label: labelOf(tasks),
    blocks: [
      ...parts.flatMap(([title, blocks], at) => [head(at + 1, title), ...blocks]),
      { kind: "signature", lines: [office, dayIn(frame, frame.today)] },
      annex(frame, told, t("report.annex"), tasks),
    ],
  };
}

/** Tasks with a report of their owner, those closed in the period, and those that owed a report on its last day. */
function reportedOf(told: Told): { n: number; closed: number; silent: number } {
  const reported = ({ said }: ToldTask) => said.some(({ supportUnitId }) => supportUnitId === null);
  return {
    n: told.tasks.filter(reported).length,
    closed: closedIn(told).length,
    silent: told.tasks.filter(({ unreported }) => unreported).length,
  };
}

/** What people wrote, below the sections of the plan; sections of which nobody wrote are left out. */
function quoted(frame: Frame, told: Told, of: (said: Said) => string): Block[] {
  const tasks = told.tasks.filter((task) => hasWords(task, of));
  if (tasks.length === 0) return [say(frame.t("report.nothing"))];
  return bySection(tasks).flatMap((group, at) => [
    subhead(at + 1, group.title),
    ...group.tasks.flatMap((task, place) => quote(frame, told, task, { n: place + 1, of })),
  ]);
}
