/** A day of the calendar in Asia/Shanghai, written "YYYY-MM-DD"; days compare as strings. */
export type Day = string;

/** Weekdays off, weekends worked, and the last day for which both are known. */
export type Calendar = { off: readonly Day[]; work: readonly Day[]; knownUntil: Day };

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;
const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;

/** Whether the year has a 29 February. */
export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function monthLength(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (LENGTHS[month - 1] ?? 0);
}

function dayOf(year: number, month: number, date: number): Day {
  const two = (n: number) => String(n).padStart(2, "0");
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(date)}`;
}

function possible(year: number, month: number, date: number): Day | null {
  const inRange = year >= FIRST_YEAR && year <= LAST_YEAR && month >= 1 && month <= 12 && date >= 1;
  return inRange && date <= monthLength(year, month) ? dayOf(year, month, date) : null;
}

function partsOf(day: Day): [number, number, number] {
  const found = SHAPE.exec(day);
  if (!found) throw new RangeError(`not a day: ${day}`);
  return [Number(found[1]), Number(found[2]), Number(found[3])];
}

// A board asks for the same few hundred days over and over, twenty thousand tasks long.
const MOST_KEPT = 10_000;
const NUMBERS = new Map<Day, number>();
const DAYS = new Map<number, Day>();

function kept<K, V>(cache: Map<K, V>, key: K, make: (key: K) => V): V {
  const known = cache.get(key);
  if (known !== undefined) return known;
  if (cache.size >= MOST_KEPT) cache.clear();
  const made = make(key);
  cache.set(key, made);
  return made;
}

const MONTH_ENDS = new Map<string, Day>();

const numberOf = (day: Day) => kept(NUMBERS, day, countDays);
const dayNumbered = (n: number) => kept(DAYS, n, nameDay);

// Whole-number calendar arithmetic: a Date would bring the machine's time zone back in.
function countDays(day: Day): number {
  const [year, month, date] = partsOf(day);
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1;
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
}

function nameDay(n: number): Day {
  const era = Math.floor(n / 146097);
  const dayOfEra = n - era * 146097;
  const leaps = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36524) + Math.floor(dayOfEra / 146096);
  const yearOfEra = Math.floor((dayOfEra - leaps) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return dayOf(year, month, dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1);
}

/** Whether the text is a day that exists, between 1900 and 2199, written "YYYY-MM-DD". */
export function isDay(text: string): boolean {
  return SHAPE.test(text) && possible(...partsOf(text)) === text;
}

/** The day `n` days later; earlier when `n` is negative. */
export function addDays(day: Day, n: number): Day {
  return dayNumbered(numberOf(day) + n);
}

/** Days from `a` to `b`; negative when `b` is earlier, 0 for the same day. */
export function daysBetween(a: Day, b: Day): number {
  return numberOf(b) - numberOf(a);
}

/** The later of two days. */
export function laterOf(a: Day, b: Day): Day {
  if (a < b) return b;
  return a;
}

/** 1 for Monday to 7 for Sunday. */
export function weekday(day: Day): number {
  return ((((numberOf(day) + 2) % 7) + 7) % 7) + 1;
}

/** The month as "YYYY-MM". */
export function monthOf(day: Day): string {
  return day.slice(0, 7);
}

/** The first day of the month that contains `day`. */
export function firstDayOfMonth(day: Day): Day {
  return `${monthOf(day)}-01`;
}

/** The last day of the month that contains `day`. */
export function lastDayOfMonth(day: Day): Day {
  return kept(MONTH_ENDS, monthOf(day), endMonth);
}

function endMonth(month: string): Day {
  const [year, number] = partsOf(`${month}-01`);
  return dayOf(year, number, monthLength(year, number));
}

const WRITTEN = [
  /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/,
  /^(\d{4})(\d{2})(\d{2})$/,
  /^(\d{4})年(\d{1,2})月(\d{1,2})[日号]$/,
];
const WITHOUT_YEAR = /^(\d{1,2})月(\d{1,2})[日号]$/;

/**
 * The day that a person wrote: 2024-3-1, 2024/3/1, 20240301, 2024年3月1日, or 3月1日 in `year`.
 * @returns null when the text has no such shape or the day does not exist
 */
export function parseDay(text: string, year?: number): Day | null {
  const plain = text.normalize("NFKC").replaceAll(/\s/g, "");
  for (const shape of WRITTEN) {
    const found = shape.exec(plain);
    if (found) return possible(Number(found[1]), Number(found[2]), Number(found[3]));
  }
  const short = WITHOUT_YEAR.exec(plain);
  return short && year !== undefined ? possible(year, Number(short[1]), Number(short[2])) : null;
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** The day in words: 3月1日 in the year of `today`, 2024年3月1日 otherwise. */
export function sayDay(day: Day, today: Day, locale: "zh-CN" | "en" = "zh-CN"): string {
  const [year, month, date] = partsOf(day);
  const thisYear = year === partsOf(today)[0];
  if (locale === "en") return `${date} ${MONTHS[month - 1]}${thisYear ? "" : ` ${year}`}`;
  return `${thisYear ? "" : `${year}年`}${month}月${date}日`;
}

const SETS = new WeakMap<Calendar, { off: Set<Day>; work: Set<Day> }>();

function setsOf(calendar: Calendar): { off: Set<Day>; work: Set<Day> } {
  const known = SETS.get(calendar);
  if (known) return known;
  const sets = { off: new Set(calendar.off), work: new Set(calendar.work) };
  SETS.set(calendar, sets);
  return sets;
}

/** The calendar held in rows, one for every day that departs from the week. */
export function calendarOf(rows: readonly { day: Day; working: boolean }[], knownUntil: Day): Calendar {
  const days = (working: boolean) => rows.filter((row) => row.working === working).map((row) => row.day);
  return { off: days(false), work: days(true), knownUntil };
}

/** Whether people work that day; after `knownUntil` only weekends are off. */
export function isWorkingDay(day: Day, calendar: Calendar): boolean {
  const { off, work } = setsOf(calendar);
  if (day <= calendar.knownUntil) {
    if (off.has(day)) return false;
    if (work.has(day)) return true;
  }
  return weekday(day) <= 5;
}

/** The n-th working day after `day`, before it when `n` is negative, and `day` itself when `n` is 0. */
export function addWorkingDays(day: Day, n: number, calendar: Calendar): Day {
  const step = n < 0 ? -1 : 1;
  let at = day;
  for (let left = Math.abs(n); left > 0; ) {
    at = addDays(at, step);
    if (isWorkingDay(at, calendar)) left -= 1;
  }
  return at;
}

/** Working days after `a` up to and including `b`; negative when `b` is earlier. */
export function workingDaysBetween(a: Day, b: Day, calendar: Calendar): number {
  if (b < a) return -workingDaysBetween(b, a, calendar);
  let count = 0;
  for (let at = addDays(a, 1); at <= b; at = addDays(at, 1)) {
    if (isWorkingDay(at, calendar)) count += 1;
  }
  return count;
}
