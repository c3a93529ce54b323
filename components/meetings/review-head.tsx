import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import type { MeetingHead } from "@/lib/meetings/queries";
import { getLocale, getWords } from "@/lib/words";
import { sayAsOf, saySince } from "./say";

/** What the figures hold for, and with what they are compared. */
export async function ReviewHead({ meeting }: { meeting: MeetingHead }) {
  const [t, agenda, locale] = await Promise.all([getWords("meetings"), getWords("agenda"), getLocale()]);
  const today = meeting.openedDay;
  const draft = meeting.status === "draft";
  return (
    <div className="mb-5 flex flex-wrap items-center gap-x-5 gap-y-1 text-muted">
      {meeting.seriesId === null ? null : (
        <Link className="text-action hover:underline" href={`/meetings/series/${meeting.seriesId}`}>
          {meeting.seriesName}
        </Link>
      )}
      <span className="tabular">
        {t("list.heldOn")} {meeting.heldOn} {draft || meeting.seriesId !== null ? meeting.startTime : ""}
      </span>
      {meeting.place ? <span>{agenda("head.place", { place: meeting.place })}</span> : null}
      {meeting.chair ? <span>{agenda("head.chair", { name: meeting.chair.name })}</span> : null}
      {meeting.recorder ? <span>{agenda("head.recorder", { name: meeting.recorder })}</span> : null}
      {draft ? null : (
        <>
          <span className="tabular print:hidden">
            {t("asOf", { moment: sayAsOf(meeting, today, locale) })}
          </span>
          <Link
            className="text-action hover:underline print:hidden"
            href={`/board/${meeting.openedDay}`}
            prefetch={false}
          >
            {agenda("head.board")}
          </Link>
          <span>{saySince(meeting, t, locale, today)}</span>
        </>
      )}
      <Badge tone={meeting.status === "closed" ? "neutral" : "action"}>{t(`status.${meeting.status}`)}</Badge>
      {draft ? null : (
        <a className="py-1 text-action hover:underline lg:hidden print:hidden" href="#outcomes">
          {t("outcomes.jump")}
        </a>
      )}
    </div>
  );
}
