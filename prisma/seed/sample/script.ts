import {
  addDays,
  addWorkingDays,
  calendarOf,
  type Day,
  daysBetween,
  isWorkingDay,
  laterOf,
  monthOf,
} from "@/lib/calendar/rules";
import { plannedProgress } from "@/lib/lights/planned";
import { calendarRows, KNOWN_UNTIL } from "../calendar";
import { PLAN, TASKS, YEAR_END } from "../plan-2024";
import type { SeedTask } from "../shape";
import { STORIES, type Story } from "./stories";
import { lastReport, type Report, reportOf } from "./words";

export const LAST_DAY: Day = "2024-09-30";
const MONTHS = ["2024-03", "2024-04", "2024-05", "2024-06", "2024-07", "2024-08", "2024-09"];

/** One thing that happens to one task. `minute` is counted from midnight in Shanghai. */
export type Happening = { code: string; day: Day; minute: number } & (
  | { what: "assign" | "acknowledge" | "start" | "submit" | "close" }
  | { what: "checkIn"; report: Report; progress: number; evidence: boolean }
  | { what: "sendBack"; reason: string }
  | { what: "suspend"; reason: string; until: Day }
  | { what: "remark"; text: string }
);
type Fate = Happening extends infer H ? (H extends Happening ? Omit<H, "code" | "minute"> : never) : never;

const calendar = calendarOf(calendarRows(), KNOWN_UNTIL);

/** Everything that happens up to and on `until`, in the order of time; the same on every run. */
export function scriptOf(until: Day = LAST_DAY): Happening[] {
  const all = TASKS.flatMap((task) => fateOf(task, STORIES[task.code] ?? {}));
  return all.filter(({ day }) => day <= until).sort((a, b) => order(a).localeCompare(order(b)));
}

function order({ day, minute, code }: Happening): string {
  return `${day} ${String(minute).padStart(4, "0")} ${code}`;
}

/** A small generator of its own for each task, so that a change to one story leaves the others as they are. */
function drawer(code: string): (n: number) => number {
  let state = [...code].reduce((sum, char) => Math.imul(sum, 31) + char.charCodeAt(0), 7);
  return (n) => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x6d2b79f5) | 0;
    return ((state ^ (state >>> 13)) >>> 0) % n;
  };
}

function workday(day: Day, step: 1 | -1 = 1): Day {
  let at = day;
  while (!isWorkingDay(at, calendar)) at = addDays(at, step);
  return at;
}

function fateOf(task: SeedTask, story: Story): Happening[] {
  const draw = drawer(task.code);
  const assigned = story.assigned ?? PLAN.publishedOn;
  const fates: Fate[] = [{ what: "assign", day: assigned }];
  const acknowledged = addWorkingDays(assigned, 1 + draw(3), calendar);
  if (story.acknowledged !== null) fates.push({ what: "acknowledge", day: acknowledged });
  if (story.acknowledged !== null && story.started !== null) {
    const usual = workday(addDays(laterOf(acknowledged, task.start ?? PLAN.publishedOn), draw(4)));
    const started = story.started ?? usual;
    fates.push(
      { what: "start", day: started },
      ...reports(task, story, started, draw),
      ...endings(task, story),
    );
  }
  if (story.remark) fates.push({ what: "remark", day: story.remark.on, text: story.remark.text });
  return fates.map((fate) => ({ ...fate, code: task.code, minute: minuteOf(fate.what, draw) }) as Happening);
}

/** Hours of the day: what follows on the same day comes later, and assigning is one act for all tasks of a day. */
const HOURS: Record<Happening["what"], readonly [from: number, minutes: number]> = {
  assign: [9 * 60, 1],
  acknowledge: [9 * 60 + 20, 60],
  sendBack: [10 * 60, 30],
  remark: [10 * 60 + 30, 30],
  start: [11 * 60, 30],
  checkIn: [14 * 60, 90],
  suspend: [15 * 60, 30],
  submit: [15 * 60 + 40, 30],
  close: [16 * 60, 50],
};

function minuteOf(what: Happening["what"], draw: (n: number) => number): number {
  const [from, minutes] = HOURS[what];
  return from + draw(minutes);
}

/** The percentage that a check-in on `day` tells, so that the task ends where its story wants it. */
function progressOn(task: SeedTask, story: Story, day: Day, draw: (n: number) => number): number {
  const start = task.start ?? PLAN.publishedOn;
  const end = story.sentBack?.submitted ?? story.submitted ?? LAST_DAY;
  const whole = story.submitted ? 100 : story.progress;
  if (whole !== undefined) {
    const share = Math.min(1, daysBetween(start, day) / Math.max(1, daysBetween(start, end)));
    return Math.round(whole * share);
  }
  const share = shareOn(task, day);
  // A check-in looks a week ahead: it stays the last word until the next one.
  const planned = plannedProgress(start, task.due ?? YEAR_END, [addDays(day, 7), LAST_DAY].sort()[0] as Day);
  const wobble = monthOf(day) === monthOf(LAST_DAY) ? 0 : draw(3) - 1;
  return Math.max(1, Math.min(95, Math.round(planned * 100 + (story.gap ?? 1) * share) + wobble));
}

/** How much of the sample's time for the task is over, in [0,1]. */
function shareOn({ start = PLAN.publishedOn }: SeedTask, day: Day): number {
  return Math.max(0, daysBetween(start, day) / daysBetween(start, LAST_DAY));
}

function reports(task: SeedTask, story: Story, started: Day, draw: (n: number) => number): Fate[] {
  const ends = story.sentBack?.on ?? story.submitted ?? story.suspended?.on ?? YEAR_END;
  const days = MONTHS.filter((month) => month <= (story.lastMonth ?? "2024-09"))
    .map((month) => workday(`${month}-${20 + draw(6)}`, -1))
    .filter((day) => day > started && !isWaiting(story, day) && (story.sentBack || day < ends));
  let last = 0;
  return days.map((day) => {
    const progress = Math.max(last, progressOn(task, story, day, draw));
    last = progress;
    const report = reportOf(task.code, progress, (story.gap ?? 0) * shareOn(task, day), draw);
    return { what: "checkIn", day, report, progress, evidence: false };
  });
}

/** Between a submission and the answer to it nothing is reported. */
function isWaiting({ sentBack, submitted }: Story, day: Day): boolean {
  if (sentBack && day >= sentBack.submitted && day <= sentBack.on) return true;
  return submitted !== undefined && day >= submitted;
}

function endings(task: SeedTask, story: Story): Fate[] {
  const fates: Fate[] = [];
  const submit = (day: Day, progress: number) =>
    fates.push(
      { what: "checkIn", day, report: lastReport(task.code), progress, evidence: true },
      { what: "submit", day },
    );
  if (story.sentBack) {
    submit(story.sentBack.submitted, story.progress ?? 100);
    fates.push({ what: "sendBack", day: story.sentBack.on, reason: story.sentBack.reason });
  }
  if (story.submitted) submit(story.submitted, 100);
  if (story.closed) fates.push({ what: "close", day: story.closed });
  if (story.suspended) {
    const { on, until, reason } = story.suspended;
    fates.push({ what: "suspend", day: on, until, reason });
  }
  return fates;
}
