import { type Day, sayDay } from "@/lib/calendar/rules";
import type { MeetingHead } from "@/lib/meetings/queries";
import type { SeriesView } from "@/lib/meetings/series-queries";
import type { Locale } from "@/lib/message-format";

/** What stands in the form of a meeting that is prepared; numbers are text until they are sent. */
export type PlanDraft = {
  seriesId: number | null;
  title: string;
  heldOn: Day | null;
  startTime: string;
  minutes: string;
  place: string;
  chairPostId: number | null;
  recorder: string;
};

type Known = Pick<SeriesView, "id" | "name" | "startTime" | "minutes" | "place" | "nextOn">;

/** What a series says about its next meeting. */
export function draftFor(series: Known | null, today: Day, locale: Locale): PlanDraft {
  const heldOn = series?.nextOn ?? today;
  return {
    seriesId: series?.id ?? null,
    title: series ? `${sayDay(heldOn, today, locale)}${series.name}` : "",
    heldOn,
    startTime: series?.startTime ?? "09:00",
    minutes: String(series?.minutes ?? 60),
    place: series?.place ?? "",
    chairPostId: null,
    recorder: "",
  };
}

export function draftOf(meeting: MeetingHead): PlanDraft {
  const { seriesId, title, heldOn, startTime, minutes, place, chair, recorder } = meeting;
  const chairPostId = chair?.postId ?? null;
  return { seriesId, title, heldOn, startTime, minutes: String(minutes), place, chairPostId, recorder };
}

/** As the door takes it; 9:00 is written 09:00. */
export function inputOf({ seriesId, minutes, startTime, heldOn, ...rest }: PlanDraft) {
  const time = startTime.trim().replace("：", ":");
  return {
    ...rest,
    heldOn: heldOn ?? "",
    startTime: /^\d:/.test(time) ? `0${time}` : time,
    minutes: Number(minutes) || 0,
    ...(seriesId === null ? {} : { seriesId }),
  };
}
