import {
  annex,
  basisOfTold,
  byUnit,
  closedIn,
  dayIn,
  head,
  overall,
  say,
  sayWhy,
  subhead,
  type Told,
  type ToldTask,
} from "./composed-parts";
import type { Block, Draft } from "./document-rules";
import { type Frame, labelOf } from "./frame";
import { hasWords, quote } from "./quote";

/** More examples than these nobody reads. */
const EXAMPLES = 12;

/** 督查通报: how it stands as a whole, what went well, what did not, and what is asked for now. */
export function bulletin(frame: Frame, told: Told): Draft {
  const { t, office, today } = frame;
  const { tasks, period } = told;
  const span = t("span", { from: dayIn(frame, period.from), to: dayIn(frame, period.to) });
  return {
    title: t("bulletin.title", { office, span }),
    subtitle: "",
    basis: basisOfTold(frame, told, t("basis.tasks", { scope: t("basis.all"), n: tasks.length })),
    label: labelOf(tasks),
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
      annex(frame, told, t("bulletin.annex"), tasks.filter(isProblem)),
    ],
  };
}

const isOverdue = ({ light }: ToldTask) => light.why === "overdue";
const isBehind = (task: ToldTask) =>
  !isOverdue(task) && (task.bucket === "behind" || task.light.light === "red");
const isProblem = (task: ToldTask) => isOverdue(task) || isBehind(task);

function noticesOf({ t }: Frame, { notices }: Told): Block[] {
  if (notices.issued === 0 && notices.lapsed.length === 0) return [];
  return [
    say(
      t("bulletin.notices", { n: notices.issued, settled: notices.settled, lapsed: notices.lapsed.length }),
    ),
  ];
}

/** Closed in the period first, then those furthest ahead; only what somebody reported can be quoted. */
function good(frame: Frame, told: Told): Block[] {
  const closed = closedIn(told);
  const lead = (task: ToldTask) => (task.progress ?? 0) - task.planned;
  const ahead = told.tasks.filter(({ bucket }) => bucket === "ahead").sort((a, b) => lead(b) - lead(a));
  const quoted = [...closed, ...ahead].filter((task) => hasWords(task, doneOf)).slice(0, EXAMPLES);
  if (quoted.length === 0) return [say(frame.t("bulletin.noGood"))];
  return quoted.flatMap((task, at) => quote(frame, told, task, { n: at + 1, of: doneOf }));
}

const doneOf = ({ done }: { done: string }) => done;
const problemOf = ({ problem }: { problem: string }) => problem;

function problems(frame: Frame, told: Told): Block[] {
  const { t } = frame;
  const list = (tasks: readonly ToldTask[]) =>
    tasks.flatMap((task, at) => {
      return quote(frame, told, task, { n: at + 1, of: problemOf, lead: sayWhy(frame, told, task) });
    });
  const lines = (texts: readonly string[]) => texts.map((text, at) => say(`${at + 1}. ${text}`));
  const groups: [string, Block[]][] = [
    ["overdue", list(told.tasks.filter(isOverdue))],
    ["behind", list(told.tasks.filter(isBehind))],
    ["unreported", lines(unreportedOf(frame, told))],
    ["lapsed", lines(told.notices.lapsed.map((one) => t("bulletin.lapsed", one)))],
  ];
  const there = groups.filter(([, blocks]) => blocks.length > 0);
  if (there.length === 0) return [say(t("bulletin.noProblems"))];
  return there.flatMap(([key, blocks], at) => [subhead(at + 1, t(`bulletin.problem.${key}`)), ...blocks]);
}

/** One line a unit: who has not reported is asked as a unit. */
function unreportedOf({ t }: Frame, { tasks, units: names }: Told): string[] {
  const late = tasks.filter(({ unreported }) => unreported);
  const units = [...new Set(late.map(({ leadUnitId }) => leadUnitId ?? 0))];
  return units.map((id) => {
    const codes = late.filter(({ leadUnitId }) => (leadUnitId ?? 0) === id).map(({ code }) => code);
    return t("bulletin.unreported", {
      unit: names.get(id) ?? t("nobody"),
      n: codes.length,
      codes: codes.join("、"),
    });
  });
}
