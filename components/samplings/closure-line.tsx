"use client";

import { sayRatio } from "@/lib/house-style";
import { type Closure, closureRatios } from "@/lib/samplings/rules";
import { useWords } from "@/lib/words-client";

/** What is closed of what is due, what held when somebody looked again, and what both come to. */
export function ClosureLine({ closure }: { closure: Closure }) {
  const t = useWords("samplings");
  const ratios = closureRatios(closure);
  const say = (ratio: number | null) => (ratio === null ? t("none") : sayRatio(ratio));
  const { due, closed, rechecked, passed } = closure;
  const figures = [
    { key: "closed", value: say(ratios.closed), of: t("of", { part: closed, whole: due }) },
    { key: "passed", value: say(ratios.passed), of: t("of", { part: passed, whole: rechecked }) },
    { key: "verified", value: say(ratios.verified), of: t("times") },
  ] as const;
  return (
    <dl className="flex flex-wrap gap-x-8 gap-y-2">
      {figures.map(({ key, value, of }) => (
        <div key={key}>
          <dt className="text-muted text-small">{t(`figure.${key}`)}</dt>
          <dd className="flex items-baseline gap-2">
            <span className="tabular font-semibold text-title">{value}</span>
            <span className="tabular text-muted text-small">{of}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
