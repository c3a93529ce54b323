import { type Day, sayDay } from "@/lib/calendar/rules";
import { sayMoment } from "@/lib/house-style";
import type { ChangeKind } from "@/lib/meetings/change-rules";
import type { MeetingHead } from "@/lib/meetings/queries";
import type { Locale, Words } from "@/lib/message-format";

/** What the meeting compares with: the meeting before, or a day. */
export function saySince(
  meeting: Pick<MeetingHead, "since" | "sinceDay">,
  t: Words,
  locale: Locale,
  today: Day,
): string {
  const { since, sinceDay } = meeting;
  if (!since) return t("since.day", { day: sayDay(sinceDay, today, locale) });
  return t("since.meeting", { title: since.title, day: sayDay(since.heldOn, today, locale) });
}

/** The moment for which everything shown holds. */
export function sayAsOf(meeting: Pick<MeetingHead, "openedAt">, today: Day, locale: Locale): string {
  return sayMoment(new Date(meeting.openedAt), today, locale);
}

/** Counts in the order of their weight, without those that are nothing. */
export function sayCounts(
  counts: Readonly<Record<ChangeKind, number>>,
): { kind: ChangeKind; count: number }[] {
  return (Object.entries(counts) as [ChangeKind, number][])
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => ({ kind, count }));
}
