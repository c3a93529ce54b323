"use client";

import { Icon } from "@/components/ui/icons";
import type { Agenda } from "@/lib/meetings/agenda-queries";
import { useWords } from "@/lib/words-client";
import { sayClock } from "./say-clock";

/** How long everything takes, against the time there is. */
export function AgendaSumLine({ agenda }: { agenda: Agenda }) {
  const t = useWords("agenda");
  const { sum, planned, overrun } = agenda;
  return (
    <p className="tabular flex flex-wrap items-center gap-x-3 text-muted">
      <span>{t("sum.items", { count: sum.items })}</span>
      <span>{t("sum.minutes", { minutes: sum.minutes, planned })}</span>
      {overrun > 0 ? (
        <span className="inline-flex items-center gap-1 font-semibold text-red-strong">
          <Icon name="warning" size={14} />
          {t("sum.over", { minutes: overrun })}
        </span>
      ) : null}
      {sum.spentSeconds > 0 ? <span>{t("sum.spent", { clock: sayClock(sum.spentSeconds) })}</span> : null}
    </p>
  );
}
