import {
  addDays,
  addWorkingDays,
  type Calendar,
  type Day,
  daysBetween,
  firstDayOfMonth,
  isWorkingDay,
  lastDayOfMonth,
  weekday as weekdayOf,
} from "../calendar/rules";

/** When a rule opens its rounds. A nominal day is the one that the rule names: every Monday, every 25th; windows begin and end on working days. */

export type Rhythm = {
  every: "week" | "month";
  /** 1 Monday to 7 Sunday; null for months. */
  weekday: number | null;
  /** 1 to 31, a shorter month ends earlier; null for weeks. */
  monthDay: number | null;
  /** Calendar days from the first to the last day of the window; 0 opens and closes it on one day. */
  windowDays: number;
  graceDays: number;
};
export type Window = { windowFrom: Day; windowTo: Day };
export type Period = { periodFrom: Day; periodTo: Day };

/** Reports asked for early in a month or week are about the one before it. */
const EARLY_MONTH_DAY = 10;
const EARLY_WEEKDAY = 3;

/** The rule's own day in the week or month that contains `day`. */
function nominalIn(rhythm: Rhythm, day: Day): Day {
  if (rhythm.every === "week") return addDays(mondayOf(day), (rhythm.weekday ?? 1) - 1);
  const last = lastDayOfMonth(day);
  const wanted = addDays(firstDayOfMonth(day), (rhythm.monthDay ?? 1) - 1);
  if (wanted > last) return last;
  return wanted;
}

function mondayOf(day: Day): Day {
  return addDays(day, 1 - weekdayOf(day));
}

/** The rule's own day after `nominal`. */
export function nominalAfter(rhythm: Rhythm, nominal: Day): Day {
  return nominalIn(
    rhythm,
    rhythm.every === "week" ? addDays(nominal, 7) : addDays(lastDayOfMonth(nominal), 1),
  );
}

function nominalBefore(rhythm: Rhythm, nominal: Day): Day {
  return nominalIn(
    rhythm,
    rhythm.every === "week" ? addDays(nominal, -7) : addDays(firstDayOfMonth(nominal), -1),
  );
}

/** The first working day from `day` on. */
export function workingDayFrom(day: Day, calendar: Calendar): Day {
  return isWorkingDay(day, calendar) ? day : addWorkingDays(day, 1, calendar);
}

/**
 * The window of the round that belongs to a nominal day.
 * @returns null when no working day lies between it and the next nominal day: a week of holidays asks for nothing
 */
export function windowOf(rhythm: Rhythm, nominal: Day, calendar: Calendar): Window | null {
  const windowFrom = workingDayFrom(nominal, calendar);
  if (windowFrom >= nominalAfter(rhythm, nominal)) return null;
  return { windowFrom, windowTo: workingDayFrom(addDays(windowFrom, rhythm.windowDays), calendar) };
}

/** What a round of a nominal day is about: its own week or month, or the one before when it is asked for early. */
export function periodOf(rhythm: Rhythm, nominal: Day): Period {
  if (rhythm.every === "week") {
    const monday = addDays(mondayOf(nominal), (rhythm.weekday ?? 1) <= EARLY_WEEKDAY ? -7 : 0);
    return { periodFrom: monday, periodTo: addDays(monday, 6) };
  }
  const early = (rhythm.monthDay ?? 1) <= EARLY_MONTH_DAY;
  const day = early ? addDays(firstDayOfMonth(nominal), -1) : nominal;
  return { periodFrom: firstDayOfMonth(day), periodTo: lastDayOfMonth(day) };
}

export type Opening = Window & Period & { nominal: Day };

/**
 * What a rule has to open today; null when nothing.
 * Of several that were missed, while the server was down or the clock wrong, only the last is opened; when its days are over
 * already, its window begins today. A clock that was set back opens nothing twice.
 * @param lastOpenedOn the nominal day opened last; null when none was yet
 */
export function dueOpening(
  rhythm: Rhythm,
  lastOpenedOn: Day | null,
  today: Day,
  calendar: Calendar,
): Opening | null {
  const last = lastBegun(rhythm, today, calendar);
  if (last === null || (lastOpenedOn !== null && last.nominal <= lastOpenedOn)) return null;
  const period = periodOf(rhythm, last.nominal);
  if (addDays(last.windowTo, rhythm.graceDays) >= today) return { ...last, ...period };
  const windowFrom = workingDayFrom(today, calendar);
  const windowTo = workingDayFrom(addDays(windowFrom, rhythm.windowDays), calendar);
  return { nominal: last.nominal, windowFrom, windowTo, ...period };
}

/** The latest nominal day whose window has begun. */
function lastBegun(rhythm: Rhythm, today: Day, calendar: Calendar): (Window & { nominal: Day }) | null {
  let nominal = nominalIn(rhythm, today);
  for (let tries = 0; tries < 4; tries++) {
    const window = windowOf(rhythm, nominal, calendar);
    if (window && window.windowFrom <= today) return { nominal, ...window };
    nominal = nominalBefore(rhythm, nominal);
  }
  return null;
}

/** The nominal day that a new rule counts as opened: what lies behind it is not asked for, what runs today is. Null when it opens at once. */
export function openedBefore(rhythm: Rhythm, today: Day, calendar: Calendar): Day | null {
  const last = lastBegun(rhythm, today, calendar);
  if (last === null) return null;
  return addDays(last.windowTo, rhythm.graceDays) < today
    ? last.nominal
    : nominalBefore(rhythm, last.nominal);
}

/** The window that a rule opens after the one opened last. */
export function nextWindow(
  rhythm: Rhythm,
  lastOpenedOn: Day | null,
  today: Day,
  calendar: Calendar,
): Window | null {
  let nominal = lastOpenedOn === null ? nominalIn(rhythm, today) : nominalAfter(rhythm, lastOpenedOn);
  for (let tries = 0; tries < 60; tries++) {
    const window = windowOf(rhythm, nominal, calendar);
    if (window && addDays(window.windowTo, rhythm.graceDays) >= today) return window;
    nominal = nominalAfter(rhythm, nominal);
  }
  return null;
}

/** The same round one period later: whole months move by months, anything else by its own length; its window stays as far from it and on working days. */
export function carryForward<P extends Window & Period>(plan: P, calendar: Calendar): P {
  const { periodFrom, periodTo, windowFrom, windowTo } = plan;
  const months = periodFrom === firstDayOfMonth(periodFrom) && periodTo === lastDayOfMonth(periodTo);
  const from = addDays(periodTo, 1);
  const to = months
    ? monthsLater(from, periodFrom, periodTo)
    : addDays(from, daysBetween(periodFrom, periodTo));
  const begin = workingDayFrom(addDays(to, daysBetween(periodTo, windowFrom)), calendar);
  const end = workingDayFrom(addDays(begin, daysBetween(windowFrom, windowTo)), calendar);
  return { ...plan, periodFrom: from, periodTo: to, windowFrom: begin, windowTo: end };
}

function monthsLater(from: Day, first: Day, last: Day): Day {
  const number = (day: Day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  let end = lastDayOfMonth(from);
  for (let left = number(last) - number(first); left > 0; left--) end = lastDayOfMonth(addDays(end, 1));
  return end;
}
