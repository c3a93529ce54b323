import type { Rhythm } from "@/lib/meetings/series-rules";
import type { Words } from "@/lib/message-format";

/** 每周一 09:00; 每月25日 14:30; 不定期. `t` has the words "agenda". */
export function sayRhythm(
  { every, weekday, monthDay, startTime }: Rhythm & { startTime: string },
  t: Words,
): string {
  if (every === null) return t("rhythm.none");
  const day = monthDay === null || monthDay > 30 ? t("rhythm.lastDay") : t("rhythm.day", { n: monthDay });
  return t(`rhythm.${every}`, { weekday: t(`weekday.${weekday ?? 1}`), day, time: startTime });
}
