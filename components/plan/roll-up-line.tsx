"use client";

import { Icon } from "@/components/ui/icons";
import { Lamp } from "@/components/ui/lamp";
import { ProgressBar } from "@/components/ui/progress-bar";
import { LIGHTS } from "@/lib/lights/rules";
import type { RollUp } from "@/lib/lights/summary";
import type { Baseline } from "@/lib/plan/queries";
import { useWords } from "@/lib/words-client";
import { BaselineList } from "./baseline-list";
import type { PlanSection } from "./plan-rules";

type Props = {
  row: PlanSection;
  baselines: readonly Baseline[];
  folded: boolean;
  onFold: () => void;
};

/** The head of a first-level part: its place in the document, its figures, and what the year before came to. */
export function RollUpLine({ row, baselines, folded, onFold }: Props) {
  const { section } = row;
  const own = baselines.filter(({ sectionId, taskId }) => sectionId === section.id && taskId === null);
  return (
    <header className="mb-2 flex flex-col gap-1">
      <div className="flex flex-wrap items-center gap-x-6 gap-y-1">
        <h2 className="min-w-0 text-heading" id={`section-${section.id}`}>
          <button
            aria-expanded={!folded}
            className="flex items-baseline gap-2 text-left touch:min-h-11"
            onClick={onFold}
            type="button"
          >
            <span className="self-center text-muted print:hidden">
              <Icon name={folded ? "right" : "down"} />
            </span>
            <span className="tabular">{section.code}</span>
            {section.title}
            <span className="font-normal text-muted text-small">{section.clause}</span>
          </button>
        </h2>
        <Means rollUp={row.rollUp} />
        <Lights rollUp={row.rollUp} />
      </div>
      <BaselineList baselines={own} inLine />
    </header>
  );
}

/** The weighted mean with how many have not reported: one without the other misleads. */
export function Means({ rollUp }: { rollUp: RollUp }) {
  const t = useWords("plan");
  const { progress, planned, unreported, owing } = rollUp;
  if (progress === null || planned === null) return null;
  return (
    <span className="tabular flex items-center gap-3 whitespace-nowrap text-small">
      <span className="w-24">
        <ProgressBar
          expected={planned / 100}
          label={t("rollUp.bar", { progress, planned })}
          value={progress / 100}
        />
      </span>
      <span>{t("rollUp.progress", { progress })}</span>
      <span className="text-muted">{t("rollUp.planned", { planned })}</span>
      <span className="text-muted">{t("rollUp.unreported", { unreported, owing })}</span>
    </span>
  );
}

function Lights({ rollUp }: { rollUp: RollUp }) {
  return (
    <span className="tabular flex gap-3 text-small">
      {LIGHTS.filter((light) => rollUp.lights[light] > 0).map((light) => (
        <span className="inline-flex items-center gap-1" key={light}>
          <Lamp light={light} size="sm" />
          {rollUp.lights[light]}
        </span>
      ))}
    </span>
  );
}
