import { sentence } from "./bulletin";
import { annex, bySection, dayIn, head, nameOf, overall, say, subhead, type Told } from "./composed-parts";
import { type Block, type Draft, joined } from "./document-rules";
import { basisOf, type Frame, labelOf } from "./frame";
import type { ComposedKind } from "./kind-rules";
import type { Said, TaskLine } from "./task-queries";

/** 周报 to 年度报告: what was reported in the period, quoted in the order of the plan. */
export function report(frame: Frame, kind: Exclude<ComposedKind, "minutes" | "bulletin">, told: Told): Draft {
  const { t, office } = frame;
  const { lines, period } = told;
  const span = t("span", { from: dayIn(frame, period.from), to: dayIn(frame, period.to) });
  const said = lines.tasks.filter(({ said }) => said !== null);
  const parts = [
    [
      t("report.overall"),
      [...overall(frame, told), say(t("report.reported", { ...reportedOf(told), n: said.length }))],
    ],
    [t("report.done"), quoted(frame, said, ({ done }) => done)],
    [
      t("report.problems"),
      quoted(frame, said, ({ problem, help }) => joined(problem, help && t("report.help", { help }))),
    ],
    [t("report.next"), quoted(frame, said, ({ next }) => next)],
  ] as [string, Block[]][];
  return {
    title: t("report.title", { office, kind: t(`kind.${kind}`) }),
    subtitle: span,
    basis: basisOf(frame, t("basis.tasks", { scope: span, n: lines.tasks.length })),
    label: labelOf(lines.tasks),
    blocks: [
      ...parts.flatMap(([title, blocks], at) => [head(at + 1, title), ...blocks]),
      { kind: "signature", lines: [office, dayIn(frame, frame.today)] },
      annex(frame, t("report.annex"), lines.tasks),
    ],
  };
}

function reportedOf({ lines, period }: Told): { closed: number; silent: number } {
  const closed = lines.tasks.filter(
    ({ status, statusSince }) =>
      status === "closed" && statusSince >= period.from && statusSince <= period.to,
  );
  return { closed: closed.length, silent: lines.tasks.filter(({ unreported }) => unreported).length };
}

/** What people wrote, below the sections of the plan; sections of which nobody wrote are left out. */
function quoted(frame: Frame, tasks: readonly TaskLine[], of: (said: Said) => string): Block[] {
  const told = tasks.filter(({ said }) => said !== null && of(said).trim() !== "");
  if (told.length === 0) return [say(frame.t("report.nothing"))];
  return bySection(told).flatMap((group, at) => [
    subhead(at + 1, group.title),
    ...group.tasks.map((task, place) =>
      say(`${place + 1}. ${nameOf(frame, task)}：${sentence(task.said ? of(task.said) : "")}`),
    ),
  ]);
}
