"use client";

import { classNames } from "@/components/ui/class-names";
import { useWords } from "@/lib/words-client";
import { useDesk } from "./ledger-context";
import { SignMark } from "./plot-sign";
import { useSigns } from "./use-plot";

/** What each sign means, and how many there are; a tap shows only these. */
export function PlotLegend() {
  const t = useWords("ledgers");
  const { ledger, shown, filter, change } = useDesk();
  const { signOf, star, isStarred } = useSigns();
  const only = (key: string) => change({ stages: filter.stages.includes(key) ? [] : [key] });
  return (
    <ul aria-label={t("plot.legend")} className="flex flex-wrap gap-x-4 gap-y-1">
      {ledger.stages.map(({ key, name }) => (
        <li key={key}>
          <button
            aria-pressed={filter.stages.includes(key)}
            className={classNames(
              "flex items-center gap-1.5 rounded px-1 hover:bg-sunken touch:min-h-11",
              filter.stages.includes(key) && "bg-action-soft",
            )}
            onClick={() => only(key)}
            type="button"
          >
            <SignMark sign={signOf(key)} size={22} />
            {name}
            <span className="tabular text-muted">{shown.filter(({ stage }) => stage === key).length}</span>
          </button>
        </li>
      ))}
      {star ? (
        <li className="flex items-center gap-1.5 px-1">
          <SignMark sign={{ shape: "square", tone: "open", letter: "" }} size={22} starred />
          {star.name}
          <span className="tabular text-muted">{shown.filter(isStarred).length}</span>
        </li>
      ) : null}
    </ul>
  );
}
