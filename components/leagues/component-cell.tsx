"use client";

import { ProgressBar } from "@/components/ui/progress-bar";
import type { Component, Metric } from "@/lib/leagues/rules";
import { useWords } from "@/lib/words-client";
import { sayOf, sayShare } from "./say";

/** One metric of one member: a small bar, its share, and what of what. */
export function ComponentCell({ component, metric }: { component: Component; metric: Metric }) {
  const t = useWords("leagues");
  const { share, state } = component;
  if (state === "none") return <span className="text-muted text-small">{t("component.none")}</span>;
  return (
    <span className="block min-w-[6.5rem]">
      <span className="tabular flex items-baseline justify-between gap-2">
        <span className={state === "few" ? "text-muted" : ""}>{sayShare(share)}</span>
        {state === "few" ? (
          <span className="whitespace-nowrap text-muted text-small">{t("component.few")}</span>
        ) : null}
      </span>
      <ProgressBar
        label={`${metric.name} ${sayShare(share)}`}
        tone={state === "few" ? "grey" : "action"}
        value={share ?? 0}
      />
      <span className="tabular mt-0.5 block whitespace-nowrap text-muted text-small">
        {sayOf(component, metric.source, t)}
      </span>
    </span>
  );
}
