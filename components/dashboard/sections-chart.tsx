import { BarChart } from "@/components/ui/charts/bar-chart";
import type { Row } from "@/lib/dashboard/rules";
import { getWords } from "@/lib/words";

/** Where each section is and where it should be today. */
export async function SectionsChart({ rows }: { rows: readonly Row[] }) {
  const t = await getWords("dashboard");
  const points = (value: (row: Row) => number | null) =>
    rows.map((row) => [row.note, whole(value(row))] as [string, number | null]);
  return (
    <section aria-labelledby="sections-chart" className="min-w-0">
      <h2 className="mb-2 text-heading" id="sections-chart">
        {t("sectionsChart")}
      </h2>
      <div className="rounded border border-line bg-paper p-4">
        <BarChart
          height={180}
          hideLabel
          label={t("sectionsChart")}
          series={[
            { name: t("progress"), points: points(({ progress }) => progress) },
            { name: t("plannedShort"), points: points(({ planned }) => planned) },
          ]}
          unit="%"
        />
      </div>
    </section>
  );
}

// A phone has no room for tenths above the bars; the table of sections has them.
function whole(percent: number | null): number | null {
  return percent === null ? null : Math.round(percent);
}
