"use client";

import { useEffect, useState } from "react";
import type { MeetingHead } from "@/lib/meetings/queries";
import { useWords } from "@/lib/words-client";

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** Whole minutes since the start. A demonstration stands on another day by the same clock, so whole days do not count. */
function minutesSince(startedAt: string): number {
  const passed = (Date.now() - Date.parse(startedAt)) % DAY_MS;
  return Math.floor((passed < 0 ? passed + DAY_MS : passed) / MINUTE_MS);
}

/** How long people have been sitting together, against what was planned. */
export function SinceStart({ meeting }: { meeting: MeetingHead }) {
  const t = useWords("agenda");
  const [minutes, setMinutes] = useState<number | null>(null);
  const { startedAt, status } = meeting;
  useEffect(() => {
    if (startedAt === null || status !== "inProgress") return setMinutes(null);
    const tick = () => setMinutes(minutesSince(startedAt));
    tick();
    const timer = setInterval(tick, 5000);
    return () => clearInterval(timer);
  }, [startedAt, status]);
  if (minutes === null) return null;
  const over = minutes - meeting.minutes;
  return (
    <span
      className={over > 0 ? "ml-[calc(var(--u)*32)] font-semibold text-red-strong" : "ml-[calc(var(--u)*32)]"}
    >
      {over > 0
        ? t("present.totalOver", { minutes, over })
        : t("present.total", { minutes, planned: meeting.minutes })}
    </span>
  );
}
