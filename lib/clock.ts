import { AsyncLocalStorage } from "node:async_hooks";

/** A calendar day in Asia/Shanghai, `YYYY-MM-DD`; compares as text. */
export type Day = string;

const SHANGHAI_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;
const told = new AsyncLocalStorage<Date>();

// The framework loads this file more than once in a process (pages, routes, start-up); all of them must see the same day.
const office = globalThis as unknown as { __guatuViewedOn?: Day | null; __guatuPlaying?: number };

/** Sets the day that the office looks at when it is not the real one; overruled by GUATU_TODAY. */
export function viewOn(day: Day | null): void {
  office.__guatuViewedOn = day;
}

/** The fixed day, or null when the clock runs freely. */
export function fixedDay(): Day | null {
  return process.env.GUATU_TODAY ?? office.__guatuViewedOn ?? null;
}

/** Runs `work` as if it happened at `instant`; for the sample year and for tests. */
export function withClock<T>(instant: Date, work: () => Promise<T>): Promise<T> {
  return told.run(instant, work);
}

/** Runs `work`, which plays a past year into the plan: meanwhile what goes by the day of today waits. */
export async function whilePlaying<T>(work: () => Promise<T>): Promise<T> {
  office.__guatuPlaying = (office.__guatuPlaying ?? 0) + 1;
  try {
    return await work();
  } finally {
    office.__guatuPlaying -= 1;
  }
}

export function isPlaying(): boolean {
  return (office.__guatuPlaying ?? 0) > 0;
}

/** The present instant of the office: on a fixed day it is that day at the real time of day. */
export function now(): Date {
  const instant = told.getStore();
  if (instant) return instant;
  const real = new Date();
  const day = fixedDay();
  if (day === null) return real;
  const timeOfDay = (real.getTime() + SHANGHAI_MS) % DAY_MS;
  return new Date(Date.parse(`${day}T00:00:00Z`) - SHANGHAI_MS + timeOfDay);
}

export function today(): Day {
  return dayOf(now());
}

/** The day in Shanghai on which an instant falls. */
export function dayOf(instant: Date): Day {
  return new Date(instant.getTime() + SHANGHAI_MS).toISOString().slice(0, 10);
}

/** The real instant, whatever day the office looks at: sessions, locks and links expire by it. */
export function realNow(): Date {
  return new Date();
}
