"use client";

import { useOffice } from "@/components/data/office";
import { LineChart, type LineSeries } from "@/components/ui/charts/line-chart";
import { courseOf, type Held } from "@/lib/measures/history-rules";
import type { Measure } from "@/lib/measures/queries";
import type { Part } from "@/lib/standings/rules";
import type { DetailTask } from "@/lib/tasks/detail";
import { useWords } from "@/lib/words-client";

type Props = { measure: Measure; held: readonly Held[]; part: Part; task: DetailTask; open: boolean };

/** The course of a measure beside its plan and last year's figure. */
export function MeasureCourse({ measure, held, part, task, open }: Props) {
  const t = useWords("proofs");
  const { today } = useOffice();
  const course = courseOf(measure.id, held);
  const { targets, baseline, baselineYear, direction, name, unit } = measure;
  if (direction === "zero" || course.length + targets.length < 2) return null;
  const days = [...course, ...targets.map(({ day, value }) => [day, value] as const)]
    .map(([day]) => day)
    .sort();
  const ends = [...new Set([days[0] as string, days.at(-1) as string])];
  const series: LineSeries[] = [
    { name: t("chart.actual"), points: course, style: measure.aggregation === "sum" ? "solid" : "step" },
    { name: t("chart.planned"), points: planned(measure, task), style: "dashed" },
    {
      name: t("chart.lastYear", { year: baselineYear ?? "" }),
      points: baseline === null ? [] : ends.map((day) => [day, baseline] as const),
      style: "dashed",
    },
  ];
  const marks =
    today >= (ends[0] as string) && today <= (ends.at(-1) as string)
      ? [{ at: today, name: t("chart.today") }]
      : [];
  return (
    <details open={open || part.broken !== null ? true : undefined}>
      <summary className="py-1 text-muted text-small">{t("chart.course")}</summary>
      <LineChart
        height={120}
        hideLabel
        label={t("chart.of", { name })}
        marks={marks}
        series={series.filter(({ points }) => points.length > 0)}
        unit={unit}
      />
    </details>
  );
}

/** The targets of the periods; without any, from where it sets out to the target. */
function planned({ targets, target, aggregation, baseline }: Measure, task: DetailTask): [string, number][] {
  if (targets.length > 0) return targets.map(({ day, value }) => [day, value]);
  if (target === null) return [];
  const begin = aggregation === "sum" ? 0 : baseline;
  return begin === null
    ? [[task.dueDay, target]]
    : [
        [task.startDay, begin],
        [task.dueDay, target],
      ];
}
