import {
  annex,
  byUnit,
  dayIn,
  head,
  nameOf,
  overall,
  say,
  sayWhy,
  subhead,
  type Told,
} from "./composed-parts";
import { type Block, type Draft, joined } from "./document-rules";
import { basisOf, type Frame, labelOf } from "./frame";
import type { TaskLine } from "./task-queries";

/** More examples than these nobody reads. */
const EXAMPLES = 12;

/** 督查通报: how it stands as a whole, what went well, what did not, and what is asked for now. */
export function bulletin(frame: Frame, told: Told): Draft {
  const { t, office, today } = frame;
  const { lines, period } = told;
  const span = t("span", { from: dayIn(frame, period.from), to: dayIn(frame, period.to) });
  return {
    title: t("bulletin.title", { office, span }),
    subtitle: "",
    basis: basisOf(frame, t("basis.tasks", { scope: t("basis.all"), n: lines.tasks.length })),
    label: labelOf(lines.tasks),
    blocks: [
      { kind: "flush", text: t("bulletin.to") },
      say(t("bulletin.opening", { span })),
      head(1, t("bulletin.overall")),
      ...overall(frame, told),
      ...noticesOf(frame, told),
      byUnit(frame, told),
      head(2, t("bulletin.good")),
      ...good(frame, told),
      head(3, t("bulletin.problems")),
      ...problems(frame, told),
      head(4, t("bulletin.demands")),
      ...["first", "second", "third"].map((key, at) => say(`${at + 1}. ${t(`bulletin.demand.${key}`)}`)),
      { kind: "signature", lines: [office, dayIn(frame, today)] },
      annex(frame, t("bulletin.annex"), lines.tasks.filter(isProblem)),
    ],
  };
}

const isOverdue = ({ light }: TaskLine) => light.why === "overdue";
const isBehind = (task: TaskLine) =>
  !isOverdue(task) && (task.bucket === "behind" || task.light.light === "red");
const isProblem = (task: TaskLine) => isOverdue(task) || isBehind(task);

function noticesOf({ t }: Frame, { notices }: Told): Block[] {
  if (notices.issued === 0 && notices.lapsed.length === 0) return [];
  return [
    say(
      t("bulletin.notices", { n: notices.issued, settled: notices.settled, lapsed: notices.lapsed.length }),
    ),
  ];
}

/** Closed in the period first, then those furthest ahead; only what somebody reported can be quoted. */
function good(frame: Frame, { lines, period }: Told): Block[] {
  const { t } = frame;
  const closed = lines.tasks.filter(
    ({ status, statusSince }) =>
      status === "closed" && statusSince >= period.from && statusSince <= period.to,
  );
  const lead = (task: TaskLine) => (task.progress ?? 0) - task.planned;
  const ahead = lines.tasks.filter(({ bucket }) => bucket === "ahead").sort((a, b) => lead(b) - lead(a));
  const told = [...closed, ...ahead].filter(({ said }) => said !== null).slice(0, EXAMPLES);
  if (told.length === 0) return [say(t("bulletin.noGood"))];
  return told.map((task, at) => say(`${at + 1}. ${nameOf(frame, task)}：${sentence(task.said?.done ?? "")}`));
}

/** With the full stop that ends it. */
export function sentence(text: string): string {
  const trimmed = text.trim();
  return /[。！？.!?]$/.test(trimmed) || trimmed === "" ? trimmed : `${trimmed}。`;
}

function problems(frame: Frame, told: Told): Block[] {
  const { t } = frame;
  const { tasks } = told.lines;
  const groups: [string, string[]][] = [
    ["overdue", tasks.filter(isOverdue).map((task) => problemOf(frame, task))],
    ["behind", tasks.filter(isBehind).map((task) => problemOf(frame, task))],
    ["unreported", unreportedOf(frame, tasks)],
    ["lapsed", told.notices.lapsed.map((one) => t("bulletin.lapsed", one))],
  ];
  const there = groups.filter(([, list]) => list.length > 0);
  if (there.length === 0) return [say(t("bulletin.noProblems"))];
  return there.flatMap(([key, list], at) => [
    subhead(at + 1, t(`bulletin.problem.${key}`)),
    ...list.map((text, place) => say(`${place + 1}. ${text}`)),
  ]);
}

function problemOf(frame: Frame, task: TaskLine): string {
  const words = joined(sayWhy(frame, task), task.said?.problem);
  return `${nameOf(frame, task)}：${sentence(words)}`;
}

/** One line a unit: who has not reported is asked as a unit. */
function unreportedOf({ t }: Frame, tasks: readonly TaskLine[]): string[] {
  const late = tasks.filter(({ unreported }) => unreported);
  const units = [...new Set(late.map(({ unit }) => unit))];
  return units.map((unit) => {
    const codes = late.filter((task) => task.unit === unit).map(({ code }) => code);
    return t("bulletin.unreported", { unit: unit || t("nobody"), n: codes.length, codes: codes.join("、") });
  });
}
