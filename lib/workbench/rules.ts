import { type Actor, capacitiesOf, mayOnTask } from "../auth/permissions";
import type { BoardTask } from "../board/rules";
import { addDays, type Day } from "../calendar/rules";
import { isUnreported, owedSince, windowOf } from "../lights/planned";
import { dueSoonFrom, lightOf, type Setting } from "../lights/rules";
import type { Asks } from "../supervision/desk-rules";
import { refusalOf } from "../tasks/rules";

/** What somebody must do now: each task once, under the most pressing of its reasons. */

/** Why a task is on the desk, the most pressing first. */
export const NEEDS = [
  "urged",
  "noticeToReceive",
  "noticeToAnswer",
  "instructed",
  "returned",
  "notAcknowledged",
  "overdue",
  "toStart",
  "unreported",
  "dueSoon",
  "behind",
  "extensionToAnswer",
  "haltToAnswer",
  "toVerify",
  "suspensionOver",
  "toAssign",
  "sponsoredRed",
  "red",
] as const;
export type Need = (typeof NEEDS)[number];

/** A task that came back with a reason, by the task's id. */
export type Returned = Record<number, { day: Day; by: string; reason: string }>;

export type DeskItem = {
  task: BoardTask;
  need: Need;
  /** The first day on which the reason held; null when there is none. */
  since: Day | null;
  /** True when the person's own post owns the task, false when it is the unit's or somebody else's. */
  own: boolean;
};

/** `asks`: what urges, notices and requests want from this person. */
type Sight = { actor: Actor; setting: Setting; returned: Returned; asks: Asks };
/** `answers`: the person reports on the task, as its owner or for the unit. */
type Look = Sight & { answers: boolean; sponsors: boolean };
/** Answers since when the need holds, null when it does not. */
type Asked = (task: BoardTask, look: Look) => { since: Day | null } | null;

const isOpen = (task: BoardTask) => task.status === "assigned" || task.status === "inProgress";
const when = (holds: boolean, since: Day | null) => (holds ? { since } : null);

const ASKED: Record<Need, Asked> = {
  urged: (task, { asks }) => when(asks[task.id]?.urge !== undefined, null),
  noticeToReceive: (task, { asks }) => when(asks[task.id]?.notice?.received === false, null),
  noticeToAnswer: (task, { asks }) => when(asks[task.id]?.notice !== undefined, null),
  instructed: (task, { asks }) => when(asks[task.id]?.instruction !== undefined, null),
  returned: (task, { answers, returned }) => {
    const back = returned[task.id];
    return when(answers && task.status === "inProgress" && back !== undefined, back?.day ?? null);
  },
  notAcknowledged: (task, { answers }) =>
    when(answers && task.status === "assigned" && !task.acknowledged, task.statusSince),
  overdue: (task, { answers, setting }) =>
    when(answers && isOpen(task) && task.dueDay < setting.today, addDays(task.dueDay, 1)),
  toStart: (task, { answers, setting }) =>
    when(answers && task.status === "assigned" && task.startDay <= setting.today, task.startDay),
  unreported: (task, { answers, setting }) => {
    const owed = answers ? owedNow(task, setting) : null;
    return when(owed !== null, owed);
  },
  dueSoon: (task, { answers, setting }) => {
    if (!answers || !isOpen(task)) return null;
    const first = dueSoonFrom(task.dueDay, setting.calendar, setting.thresholds);
    return when(setting.today >= first, first);
  },
  behind: (task, { answers, setting }) => {
    if (!answers || !isOpen(task)) return null;
    const { why, since } = lightOf(task, setting);
    return when(why === "behindFar", since);
  },
  extensionToAnswer: (task, { asks }) => when(asks[task.id]?.extension !== undefined, null),
  haltToAnswer: (task, { asks }) => when(asks[task.id]?.halt !== undefined, null),
  toVerify: (task, { actor }) =>
    when(refusalOf("close", task, actor) === null && mayOnTask(actor, "task.close", task), task.statusSince),
  suspensionOver: (task, { actor, setting }) => {
    const until = task.suspendedUntil;
    if (task.status !== "suspended" || until === null || until >= setting.today) return null;
    return when(mayOnTask(actor, "task.resume", task), addDays(until, 1));
  },
  toAssign: (task, { actor }) =>
    when(task.status === "draft" && mayOnTask(actor, "task.assignAnywhere", task), task.statusSince),
  sponsoredRed: (task, { sponsors, setting }) => (sponsors ? redSince(task, setting) : null),
  red: (task, { actor, setting }) =>
    capacitiesOf(actor, task).includes("supervisor") ? redSince(task, setting) : null,
};

function redSince(task: BoardTask, setting: Setting): { since: Day | null } | null {
  const { light, since } = lightOf(task, setting);
  return when(light === "red", since);
}

/** The first day of the window in which the missing check-in was asked for; null before that window opens. */
function owedNow(task: BoardTask, { today, reporting }: Setting): Day | null {
  const owed = owedSince(task, reporting);
  if (owed === null || !isUnreported(task, today, reporting)) return null;
  const { from } = windowOf(owed, reporting);
  return from <= today ? from : null;
}

/** What `actor` must do now: by need, own tasks before the unit's, then by due day. */
export function deskOf(tasks: readonly BoardTask[], sight: Sight): DeskItem[] {
  const items = tasks.flatMap((task) => itemOf(task, sight) ?? []);
  return items.sort(
    (a, b) =>
      NEEDS.indexOf(a.need) - NEEDS.indexOf(b.need) ||
      Number(b.own) - Number(a.own) ||
      compare(a.task.dueDay, b.task.dueDay) ||
      compare(a.task.code, b.task.code),
  );
}

function itemOf(task: BoardTask, sight: Sight): DeskItem | null {
  if (FINISHED.includes(task.status)) return null;
  const capacities = capacitiesOf(sight.actor, task);
  const answers = mayOnTask(sight.actor, "checkIn.add", task);
  const look = { ...sight, answers, sponsors: capacities.includes("sponsor") };
  for (const need of NEEDS) {
    const found = ASKED[need](task, look);
    if (found) return { task, need, since: found.since, own: capacities.includes("owner") };
  }
  return null;
}

const FINISHED: readonly string[] = ["closed", "terminated"];

/** The tasks that `actor` answers for: owned, of a unit that is headed, or sponsored; open ones first, then by due day. */
export function myTasks(tasks: readonly BoardTask[], actor: Actor): BoardTask[] {
  const mine = tasks.filter((task) =>
    capacitiesOf(actor, task).some((capacity) => ["owner", "unitHead", "sponsor"].includes(capacity)),
  );
  const done = (task: BoardTask) => Number(FINISHED.includes(task.status));
  return mine.sort((a, b) => done(a) - done(b) || compare(a.dueDay, b.dueDay) || compare(a.code, b.code));
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
