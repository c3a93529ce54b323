import chineseDays from "chinese-days";
import { addDays, type Day, weekday } from "@/lib/calendar/rules";

export type CalendarRow = { day: Day; working: boolean; name: string };

const FROM = "2023-01-01";

/**
 * The last day that the State Council's yearly arrangement covers in the library's data.
 * Written down because the library answers for later years as well, as if they had no holidays.
 */
export const KNOWN_UNTIL: Day = "2026-12-31";

/** Every weekday off and every weekend worked from 2023 to the last day known. */
export function calendarRows(): CalendarRow[] {
  const rows: CalendarRow[] = [];
  for (let day = FROM; day <= KNOWN_UNTIL; day = addDays(day, 1)) {
    const { work, name } = chineseDays.getDayDetail(day);
    if (work !== weekday(day) <= 5) rows.push({ day, working: work, name: inChinese(name) });
  }
  return rows;
}

// The library writes a holiday as "Spring Festival,春节,4".
function inChinese(name: string): string {
  return name.split(",")[1] ?? name;
}
