"use client";

import { useOffice } from "@/components/data/office";
import { sayInstant } from "@/components/tasks/say";
import { sayDay } from "@/lib/calendar/rules";
import type { Halting } from "@/lib/supervision/halt-rules";
import { useLocale, useWords } from "@/lib/words-client";

type Said = Halting & { by: string; at: string };

/** Who asks for what since when, in one line. */
export function useSayHalt(): (halt: Said) => string {
  const t = useWords("supervision");
  const locale = useLocale();
  const { today } = useOffice();
  return ({ by, at, step, untilDay }) => {
    const day = untilDay === null ? "" : sayDay(untilDay, today, locale);
    return t(`halt.by.${step}`, { by, at: sayInstant(at, today, locale), day });
  };
}
