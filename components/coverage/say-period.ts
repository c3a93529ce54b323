import type { Every } from "@/lib/coverage/period-rules";
import type { Words } from "@/lib/message-format";

/** What a period is called: 3月, 第一季度, 第5周. */
export function sayPeriod(t: Words, every: Every, key: string): string {
  const [year = "", part = ""] = key.split("-");
  const n = Number(part.replace(/\D/g, ""));
  return t(`period.${every}`, { year, n });
}

/** The same for the head of a narrow column. */
export function sayShortPeriod(t: Words, every: Every, key: string): string {
  const [year = "", part = ""] = key.split("-");
  const n = Number(part.replace(/\D/g, ""));
  return t(`period.short.${every}`, { year, n });
}
