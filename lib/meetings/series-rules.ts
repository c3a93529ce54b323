import {
  addDays,
  addWorkingDays,
  type Calendar,
  type Day,
  firstDayOfMonth,
  isWorkingDay,
  lastDayOfMonth,
  weekday as weekdayOf,
} from "../calendar/rules";
import type { MeetingRefusal } from "./rules";

/** Meetings of one kind, held again and again. */

export const EVERY = ["week", "month", "quarter", "halfYear", "year"] as const;
export type Every = (typeof EVERY)[number];

/** `every` null: called as needed. `weekday` 1 for Monday to 7; `monthDay` 1 to 31, the last day where the month is shorter. */
export type Rhythm = { every: Every | null; weekday: number | null; monthDay: number | null };

/** The month of each period in which its meeting is held: the last one. */
const MONTHS: Record<Exclude<Every, "week">, number> = { month: 1, quarter: 3, halfYear: 6, year: 12 };

/** The first day after `after` on which the meeting is due; a day off moves it to the next working day. Null without a rhythm. */
export function nextDay(rhythm: Rhythm, after: Day, calendar: Calendar): Day | null {
  if (rhythm.every === null) return null;
  // A meeting that a holiday moved may still lie ahead although its own day is over.
  let nominal = addDays(after, -20);
  for (;;) {
    nominal = nominalAfter({ ...rhythm, every: rhythm.every }, nominal);
    const held = isWorkingDay(nominal, calendar) ? nominal : addWorkingDays(nominal, 1, calendar);
    if (held > after) return held;
  }
}

function nominalAfter({ every, weekday, monthDay }: Rhythm & { every: Every }, after: Day): Day {
  if (every === "week") {
    const ahead = ((weekday ?? 1) - weekdayOf(after) + 7) % 7;
    return addDays(after, ahead === 0 ? 7 : ahead);
  }
  for (let month = firstDayOfMonth(after); ; month = addDays(lastDayOfMonth(month), 1)) {
    if (Number(month.slice(5, 7)) % MONTHS[every] !== 0) continue;
    const last = lastDayOfMonth(month);
    const [day = last] = [addDays(month, (monthDay ?? 31) - 1), last].sort();
    if (day > after) return day;
  }
}

/** The days of a series between two days, both included, at most `most`. */
export function daysOf(rhythm: Rhythm, from: Day, until: Day, calendar: Calendar, most = 60): Day[] {
  const days: Day[] = [];
  let at = nextDay(rhythm, addDays(from, -1), calendar);
  while (at !== null && at <= until && days.length < most) {
    days.push(at);
    at = nextDay(rhythm, at, calendar);
  }
  return days;
}

/** Why a series cannot be changed, or null. */
export function refusalOfSeries(series: { closedOn: Day | null }): MeetingRefusal | null {
  return series.closedOn === null ? null : "meetingSeriesClosed";
}

/** Why a rhythm is not whole, or null: a weekly meeting needs its weekday, every other its day of the month. */
export function refusalOfRhythm({ every, weekday, monthDay }: Rhythm): MeetingRefusal | null {
  if (every === null) return null;
  return (every === "week" ? weekday : monthDay) === null ? "rhythmMissing" : null;
}
