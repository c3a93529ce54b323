import type { Day } from "@/lib/calendar/rules";
import type { SeriesView } from "@/lib/leagues/queries";
import { SOURCES, type Source } from "@/lib/leagues/rules";

/** What stands in the form of a series while it is written; numbers are text until they are sent. */

export type MetricDraft = {
  /** Tells the lines of the form apart. */
  line: number;
  source: Source;
  name: string;
  weight: string;
  ledgerIds: number[];
  stage: string;
  least: string;
};
export type MemberDraft = {
  memberId?: number;
  subjectId: number;
  name: string;
  group: string;
  activeFrom: Day | null;
  activeTo: Day | null;
};
export type SeriesDraft = {
  name: string;
  kind: "units" | "posts";
  label: "open" | "internal" | "sensitive";
  note: string;
  metrics: MetricDraft[];
  members: MemberDraft[];
};

export function draftOf(series: SeriesView | null): SeriesDraft {
  if (!series) return { name: "", kind: "units", label: "open", note: "", metrics: [], members: [] };
  const { name, kind, label, note } = series;
  const metrics = series.metrics.map(({ source, name: own, weight, options }, line) => ({
    ...{ line, source, name: own, weight: String(weight), ledgerIds: options.ledgerIds },
    stage: options.stage ?? "",
    least: options.least === null ? "" : String(options.least),
  }));
  const members = series.members.map((member) => ({
    ...{ memberId: member.id, subjectId: member.unitId ?? member.postId ?? 0, name: member.name },
    ...{ group: member.group, activeFrom: member.activeFrom, activeTo: member.activeTo },
  }));
  return { name, kind, label, note, metrics, members };
}

export function emptyMetric(source: Source, name: string, line: number): MetricDraft {
  return { line, source, name, weight: "10", ledgerIds: [], stage: "", least: String(SOURCES[source].least) };
}

/** The draft as the door takes it. */
export function inputOf({ metrics, members, ...head }: SeriesDraft, series: SeriesView | null) {
  const sent = {
    ...head,
    metrics: metrics.map(({ line: _, weight, least, ...metric }) => ({
      ...metric,
      weight: Number(weight) || 0,
      least: least.trim() === "" ? null : Number(least),
    })),
    members: members.map(({ name: _, activeFrom, ...member }) => ({
      ...member,
      activeFrom: activeFrom ?? "",
    })),
  };
  if (!series) return sent;
  const { kind: _, ...changed } = sent;
  return { seriesId: series.id, version: series.version, ...changed };
}
