"use client";

import { classNames } from "@/components/ui/class-names";
import { sayRatio } from "@/lib/house-style";
import { type Closure, closureRatios } from "@/lib/samplings/rules";
import { useWords } from "@/lib/words-client";
import type { LeaderDesk } from "./leader-rules";

type Props = {
  desk: LeaderDesk;
  /** Instructions that somebody still has to read or to finish. */
  instructions: number;
  cases: number;
  closure: Closure;
};

/** The day in numbers; each leads to its part of the page. */
export function LeaderFigures({ desk, instructions, cases, closure }: Props) {
  const t = useWords("leader");
  const figures = [
    { key: "approvals", value: desk.waiting.length, loud: desk.waiting.length > 0 },
    { key: "reds", value: desk.myReds.length, loud: desk.myReds.length > 0 },
    { key: "sponsored", value: desk.mine.length, loud: false },
    { key: "instructions", value: instructions, loud: false },
    ...(cases > 0 ? [{ key: "cases", value: cases, loud: false }] : []),
  ];
  const ratios = closureRatios(closure);
  return (
    <nav aria-label={t("figures")} className="mb-4">
      <ul className="grid auto-cols-fr grid-flow-col gap-x-2 sm:flex sm:flex-wrap sm:gap-x-10">
        {figures.map(({ key, value, loud }) => (
          <li key={key}>
            <a className="block rounded py-1 hover:bg-sunken" href={`#${key}`}>
              <span
                className={classNames(
                  "tabular block font-semibold text-figure",
                  loud && key === "reds" && "text-red-strong",
                )}
              >
                {value}
              </span>
              <span className="block text-muted text-small">{t(`figure.${key}`)}</span>
            </a>
          </li>
        ))}
      </ul>
      {ratios.closed === null ? null : (
        <p className="tabular mt-2 text-muted text-small">
          {t("closure", { closed: closure.closed, due: closure.due, ratio: sayRatio(ratios.closed) })}
          {ratios.passed === null
            ? null
            : ` · ${t("held", { rechecked: closure.rechecked, passed: closure.passed, ratio: sayRatio(ratios.verified ?? 0) })}`}
        </p>
      )}
    </nav>
  );
}
