import type { Locale } from "@/lib/message-format";

const SHANGHAI_MS = 8 * 3_600_000;

/** A size as people read it: 812 KB, 3.4 MB; never 0 of anything. */
export function tellSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1_048_576 * 0.995) return `${Math.max(1, Math.round(bytes / 1024))} KB`;
  return `${(bytes / 1_048_576).toFixed(1)} MB`;
}

/** When something was written, in Shanghai: the year only when it is not the year of `today`. */
export function tellInstant(at: string, today: string, locale: Locale): string {
  const [date = "", time = ""] = new Date(Date.parse(at) + SHANGHAI_MS).toISOString().split("T");
  const clock = time.slice(0, 5);
  if (locale === "en") return `${date.startsWith(today.slice(0, 4)) ? date.slice(5) : date} ${clock}`;
  const [year, month, day] = date.split("-").map(Number);
  return `${date.startsWith(today.slice(0, 4)) ? "" : `${year}年`}${month}月${day}日 ${clock}`;
}
