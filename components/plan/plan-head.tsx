import type { getCurrentPlan } from "@/lib/plan/queries";
import { getWords } from "@/lib/words";

type Plan = NonNullable<Awaited<ReturnType<typeof getCurrentPlan>>>;

/** What the published document says about itself, and the positions that the year's work serves. */
export async function PlanHead({ plan }: { plan: Plan }) {
  const t = await getWords("plan");
  const facts = [
    ["publisher", plan.publisher],
    ["publishedOn", plan.publishedOn],
    ["indexNumber", plan.indexNumber],
    ["superior", plan.superior],
  ] as const;
  return (
    <div className="mb-4 flex flex-wrap items-baseline gap-x-8 gap-y-2">
      <dl className="tabular flex flex-wrap gap-x-6 gap-y-1 text-muted">
        {facts
          .filter(([, value]) => value !== "")
          .map(([key, value]) => (
            <div className="flex gap-2" key={key}>
              <dt>{t(`head.${key}`)}</dt>
              <dd className="text-ink">{value}</dd>
            </div>
          ))}
      </dl>
      {plan.positions.length > 0 ? (
        <p>
          <span className="mr-2 text-muted">{t("head.positions")}</span>
          <span className="font-semibold text-brand-strong">{plan.positions.join(" · ")}</span>
        </p>
      ) : null}
    </div>
  );
}
