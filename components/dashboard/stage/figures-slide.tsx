"use client";

import { SlideTitle } from "@/components/meetings/stage/slide-title";
import { classNames } from "@/components/ui/class-names";
import { ProgressBar } from "@/components/ui/progress-bar";
import type { Dashboard } from "@/lib/dashboard/rules";
import { sayNumber, sayRatio } from "@/lib/house-style";
import type { Figure } from "@/lib/lights/figures";
import { useWords } from "@/lib/words-client";

const SHOWN = ["done", "onTrack", "behind", "overdue", "unreported", "extended"] as const satisfies Figure[];

/** How much of what is closed was looked at again, and how much of that held. */
export type Rechecks = { rechecked: number; passed: number };
type Props = { dashboard: Dashboard; rechecks: Rechecks; title: string };

/** The whole plan in nine numbers and one bar. */
export function FiguresSlide({ dashboard, rechecks: { rechecked, passed }, title }: Props) {
  const t = useWords("dashboard");
  const { counts, closed, progress, planned } = dashboard;
  return (
    <>
      <SlideTitle>{title}</SlideTitle>
      <dl className="grid min-h-0 flex-1 grid-cols-2 content-evenly gap-x-[calc(var(--u)*40)] gap-y-[calc(var(--u)*24)] sm:grid-cols-3">
        <Large label={t("figures.total")} value={sayNumber(counts.total)} />
        {SHOWN.map((figure) => (
          <Large
            alarming={figure === "overdue" && counts.overdue > 0}
            key={figure}
            label={t(`figures.${figure}`)}
            value={sayNumber(counts[figure])}
          />
        ))}
        <Large
          label={t("figures.closed")}
          note={t("figures.ofDue", { due: counts.due })}
          value={counts.due > 0 ? sayRatio(closed / counts.due) : "—"}
        />
        <Large
          label={t("figures.passed")}
          note={t(rechecked > 0 ? "figures.ofRechecked" : "figures.noRecheck", { rechecked })}
          value={rechecked > 0 ? sayRatio(passed / rechecked) : "—"}
        />
      </dl>
      {progress === null || planned === null ? null : (
        <p className="tabular flex items-center gap-[calc(var(--u)*32)] pb-[calc(var(--u)*24)] text-[length:calc(var(--u)*44)]">
          <span className="whitespace-nowrap">
            {t("progress")} <b>{progress}%</b>
          </span>
          <span className="block flex-1 [&_[data-bar=tick]]:w-[calc(var(--u)*6)] [&_[data-bar=track]]:h-[calc(var(--u)*18)]">
            <ProgressBar
              expected={planned / 100}
              label={t("progressBar", { progress, planned })}
              value={progress / 100}
            />
          </span>
          <span className="whitespace-nowrap">{t("planned", { planned })}</span>
        </p>
      )}
    </>
  );
}

type LargeProps = { label: string; value: string; note?: string; alarming?: boolean };

function Large({ label, value, note, alarming = false }: LargeProps) {
  return (
    <div className="border-line border-t pt-[calc(var(--u)*16)]">
      <dt className="text-[length:calc(var(--u)*40)]">{label}</dt>
      <dd
        className={classNames(
          "tabular font-semibold text-[length:calc(var(--u)*112)] leading-[1.15]",
          alarming && "text-red-strong",
        )}
      >
        {value}
      </dd>
      {note ? <dd className="tabular text-[length:calc(var(--u)*32)]">{note}</dd> : null}
    </div>
  );
}
