import { Badge } from "@/components/ui/badge";
import type { MeetingHead } from "@/lib/meetings/queries";
import { getLocale, getWords } from "@/lib/words";
import { sayAsOf, saySince } from "./say";

/** What the figures hold for, and with what they are compared. */
export async function ReviewHead({ meeting }: { meeting: MeetingHead }) {
  const [t, locale] = await Promise.all([getWords("meetings"), getLocale()]);
  const today = meeting.openedDay;
  return (
    <div className="mb-5 flex flex-wrap items-center gap-x-5 gap-y-1 text-muted">
      <span className="tabular">
        {t("list.heldOn")} {meeting.heldOn}
      </span>
      <span className="tabular print:hidden">{t("asOf", { moment: sayAsOf(meeting, today, locale) })}</span>
      <span>{saySince(meeting, t, locale, today)}</span>
      <Badge tone={meeting.status === "open" ? "action" : "neutral"}>{t(`status.${meeting.status}`)}</Badge>
      <a className="py-1 text-action hover:underline lg:hidden print:hidden" href="#outcomes">
        {t("outcomes.jump")}
      </a>
    </div>
  );
}
