"use client";

import { useEffect, useState } from "react";
import { useWords } from "@/lib/words-client";
import { sayClock } from "../agenda/say-clock";

/** `since`: milliseconds of this browser when the clock stood at `seconds`; null while it stands still. */
export type Ticking = { seconds: number; since: number | null };

/** What the clock shows now. */
export function secondsOf({ seconds, since }: Ticking, now: number): number {
  return seconds + (since === null ? 0 : Math.max(0, (now - since) / 1000));
}

type Props = { ticking: Ticking; minutes: number };

/** How long the matter may still take; beyond that, by how much it is over, in words and not by colour alone. */
export function Timer({ ticking, minutes }: Props) {
  const t = useWords("agenda");
  const now = useNow();
  const left = minutes * 60 - secondsOf(ticking, now);
  const over = left < 0;
  return (
    <span
      className={
        over
          ? "rounded bg-red-soft px-[calc(var(--u)*20)] font-semibold text-[length:calc(var(--u)*56)] text-red-strong"
          : "font-semibold text-[length:calc(var(--u)*56)]"
      }
      data-timer={over ? "over" : "left"}
      role="timer"
      suppressHydrationWarning
    >
      {t(over ? "present.over" : "present.left", {
        clock: sayClock(Math.abs(over ? Math.floor(-left) : Math.ceil(left))),
      })}
      <span className="ml-[calc(var(--u)*20)] font-normal text-[length:calc(var(--u)*32)]">
        {t("present.planned", { minutes })}
      </span>
    </span>
  );
}

/** Changes every second. */
function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
