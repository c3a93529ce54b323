import type { BuiltKind, TemplateItem } from "@/lib/meetings/agenda-rules";
import { USUAL_TEMPLATE } from "@/lib/meetings/agenda-rules";
import type { SeriesView } from "@/lib/meetings/series-queries";
import type { Every } from "@/lib/meetings/series-rules";

/** What stands in the form of a series; numbers are text until they are sent. */

/** A line of the template; `line` tells the lines of the form apart. */
export type Line = { line: number; kind: BuiltKind | null; title: string; minutes: string };

export type SeriesDraft = {
  name: string;
  note: string;
  every: Every | null;
  weekday: number;
  monthDay: string;
  startTime: string;
  minutes: string;
  place: string;
  template: Line[];
  postIds: number[];
};

export function draftOf(series: SeriesView | null): SeriesDraft {
  return {
    name: series?.name ?? "",
    note: series?.note ?? "",
    every: series ? series.every : "week",
    weekday: series?.weekday ?? 1,
    monthDay: String(series?.monthDay ?? 25),
    startTime: series?.startTime ?? "09:00",
    minutes: String(series?.minutes ?? 60),
    place: series?.place ?? "",
    template: (series && series.template.length > 0 ? series.template : USUAL_TEMPLATE).map(lineOf),
    postIds: series?.members.map(({ postId }) => postId) ?? [],
  };
}

function lineOf(item: TemplateItem, line: number): Line {
  if ("title" in item) return { line, kind: null, title: item.title, minutes: String(item.minutes) };
  return {
    line,
    kind: item.kind,
    title: "",
    minutes: item.minutes === undefined ? "" : String(item.minutes),
  };
}

/** The draft as the door takes it. */
export function inputOf({ every, weekday, monthDay, minutes, startTime, template, ...rest }: SeriesDraft) {
  const time = startTime.trim().replace("：", ":");
  return {
    ...rest,
    every,
    weekday: every === "week" ? weekday : null,
    monthDay: every === null || every === "week" ? null : Number(monthDay) || null,
    startTime: /^\d:/.test(time) ? `0${time}` : time,
    minutes: Number(minutes) || 0,
    template: template.map(({ kind, title, minutes: own }) => {
      if (kind === null) return { title, minutes: Number(own) || 0 };
      return own.trim() === "" ? { kind } : { kind, minutes: Number(own) || 0 };
    }),
  };
}
