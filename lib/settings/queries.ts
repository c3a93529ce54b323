import { type Calendar, calendarOf } from "../calendar/rules";
import { viewOn } from "../clock";
import { prisma } from "../db";
import { DEFAULTS, type Settings } from "./rules";

type Kept = { settings: Settings; calendar: Calendar };
const holder = globalThis as unknown as { __guatuSettings?: Promise<Kept> | undefined };

/** The office's choices and working days, read once and forgotten when one of them changes. */
export function getSettings(): Promise<Kept> {
  holder.__guatuSettings ??= read().catch((error) => {
    holder.__guatuSettings = undefined;
    throw error;
  });
  return holder.__guatuSettings;
}

export function forgetSettings(): void {
  holder.__guatuSettings = undefined;
}

async function read(): Promise<Kept> {
  const [rows, days] = await Promise.all([
    prisma().setting.findMany({ select: { key: true, value: true } }),
    prisma().calendarDay.findMany({ select: { day: true, working: true } }),
  ]);
  const chosen = Object.fromEntries(rows.map(({ key, value }) => [key, value]));
  const settings: Settings = { ...DEFAULTS, ...(chosen.office as Partial<Settings> | undefined) };
  const horizon = chosen.calendar as { knownUntil?: string } | undefined;
  viewOn(settings.viewedOn);
  return { settings, calendar: calendarOf(days, horizon?.knownUntil ?? "1970-01-01") };
}
