import { LineChart } from "@/components/ui/charts/line-chart";
import type { Turn } from "@/lib/dashboard/trend-queries";
import { getWords } from "@/lib/words";

/** How reporting went from round to round, as each round's closing recorded it. */
export async function TurnsChart({ turns }: { turns: readonly Turn[] }) {
  const t = await getWords("dashboard");
  const line = (part: "done" | "late" | "missing", style: "solid" | "dashed" | "step") => ({
    name: t(`turns.${part}`),
    points: turns.map((turn) => [turn.day, turn[part]] as [string, number | null]),
    style,
  });
  return (
    <section aria-labelledby="turns" className="min-w-0">
      <h2 className="mb-2 text-heading" id="turns">
        {t("turns.title")}
      </h2>
      {turns.length === 0 ? (
        <p className="rounded border border-line bg-paper px-4 py-6 text-muted">{t("turns.none")}</p>
      ) : (
        <div className="rounded border border-line bg-paper p-4">
          <LineChart
            height={180}
            hideLabel
            label={t("turns.title")}
            series={[line("done", "solid"), line("late", "dashed"), line("missing", "step")]}
            unit="%"
          />
        </div>
      )}
    </section>
  );
}
