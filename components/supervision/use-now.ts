"use client";

import { useOffice } from "@/components/data/office";

const SHANGHAI_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;

/** The present instant of the office in milliseconds: on a fixed day it is that day at the real time of day. */
export function useNow(): number {
  const { fixedDay } = useOffice();
  const real = Date.now();
  if (fixedDay === null) return real;
  return Date.parse(`${fixedDay}T00:00:00Z`) - SHANGHAI_MS + ((real + SHANGHAI_MS) % DAY_MS);
}
