"use client";

import { Lamp } from "@/components/ui/lamp";
import { ProgressBar } from "@/components/ui/progress-bar";
import { LIGHTS } from "@/lib/lights/rules";
import type { RollUp } from "@/lib/lights/summary";
import { useWords } from "@/lib/words-client";
import type { Band } from "./band-rules";

/** The head of a section: its name, its mean with how many have not reported, its lights, and its parts where there is room. */
export function BandHead({ band, id }: { band: Band; id: string }) {
  const { section, rollUp, parts } = band;
  return (
    <header className="flex min-h-[var(--r)] min-w-0 flex-col rounded border border-line bg-sunken px-[0.6em] py-[0.4em] [container-type:size] in-data-list:min-h-0 in-data-list:[container-type:normal] print:min-h-[var(--r)] print:[container-type:size] print:rounded-none print:border-grey print:bg-white">
      <h2 className="flex gap-[0.4em] text-[1.08em] leading-[1.3]" id={id}>
        <span className="tabular">{section.code}</span>
        <span>{section.title}</span>
      </h2>
      <Figures rollUp={rollUp} />
      {parts.length > 0 ? (
        <ul className="mt-auto hidden flex-col text-[0.92em] leading-[1.5] [@container(min-height:9.5em)]:flex">
          {parts.map((part) => (
            <li className="flex gap-[0.4em]" key={part.section.id}>
              <span className="tabular">{part.section.code}</span>
              <span className="min-w-0 flex-1">{part.section.title}</span>
              <span className="tabular">
                {part.rollUp.progress === null ? "—" : `${part.rollUp.progress}%`}
              </span>
            </li>
          ))}
        </ul>
      ) : null}
    </header>
  );
}

function Figures({ rollUp }: { rollUp: RollUp }) {
  const t = useWords("plan");
  const { progress, planned, unreported, owing } = rollUp;
  return (
    <>
      <p className="tabular flex flex-wrap items-baseline justify-between gap-x-[0.5em]">
        {progress === null ? null : (
          <span className="font-semibold text-[1.35em] leading-[1.3]">
            {progress}
            <span className="text-[0.7em]">%</span>
          </span>
        )}
        <LightCounts rollUp={rollUp} />
      </p>
      {progress === null || planned === null ? null : (
        <span className="block py-[0.15em] [&_[data-bar=track]]:h-[0.3em]">
          <ProgressBar
            expected={planned / 100}
            label={t("rollUp.bar", { progress, planned })}
            value={progress / 100}
          />
        </span>
      )}
      <p className="tabular flex flex-wrap gap-x-[0.7em] text-[0.92em] text-muted leading-[1.4] print:text-ink">
        {planned === null ? null : <span>{t("rollUp.planned", { planned })}</span>}
        <span>{t("rollUp.unreported", { unreported, owing })}</span>
      </p>
    </>
  );
}

/** How many of each light there are; none of a kind is not said. */
export function LightCounts({ rollUp }: { rollUp: RollUp }) {
  return (
    <span className="tabular flex gap-[0.5em] text-[0.95em]">
      {LIGHTS.filter((light) => rollUp.lights[light] > 0).map((light) => (
        <span className="inline-flex items-center gap-[0.15em] [&_svg]:size-[0.85em]" key={light}>
          <Lamp light={light} size="sm" />
          {rollUp.lights[light]}
        </span>
      ))}
    </span>
  );
}
