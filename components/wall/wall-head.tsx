"use client";

import { useMemo } from "react";
import type { BoardView } from "@/components/data/board-view";
import { ConnectionMark } from "@/components/data/notices";
import { LightRules } from "@/components/lights/light-rules";
import { Means } from "@/components/plan/roll-up-line";
import { Button, LinkButton } from "@/components/ui/button";
import { Chip, Chips } from "@/components/ui/chip";
import { Icon } from "@/components/ui/icons";
import { LampShape } from "@/components/ui/lamp";
import { LIGHTS } from "@/lib/lights/rules";
import type { RollUp } from "@/lib/lights/summary";
import { useWords } from "@/lib/words-client";
import type { Band } from "./band-rules";
import { type Marks, marksAny, toggled } from "./mark-rules";
import type { Paper } from "./paper-rules";
import { PrintMenu } from "./print-menu";
import type { ChangeMarks } from "./use-marks";

type Props = {
  board: BoardView;
  bands: readonly Band[];
  whole: RollUp;
  marks: Marks;
  marked: number;
  change: ChangeMarks;
  setPaper: (paper: Paper) => void;
};

/** The figures of the whole plan, what can be marked, and the ways to paper and to the big screen. */
export function WallHead({ board, bands, whole, marks, marked, change, setPaper }: Props) {
  const t = useWords("wall");
  return (
    <div className="flex flex-col gap-1.5 px-4 pt-2 pb-1 lg:px-6 print:hidden">
      <div className="flex flex-wrap items-center gap-x-5 gap-y-1">
        <h1 className="text-heading max-md:w-full max-md:pr-12">{board.plan?.title ?? t("title")}</h1>
        <Means rollUp={whole} />
        <span className="ml-auto flex items-center gap-1 max-md:absolute max-md:top-1 max-md:right-2">
          <ConnectionMark />
          <LightRules />
          <span className="flex items-center gap-1 max-md:hidden">
            <LinkButton href="/wall/plots" size="sm" variant="quiet">
              {t("plots.title")}
            </LinkButton>
            <PrintMenu onPaper={setPaper} />
            <LinkButton href="/wall/present" icon={<Icon name="wall" />} size="sm">
              {t("present")}
            </LinkButton>
          </span>
        </span>
      </div>
      <div className="flex items-center gap-x-4 gap-y-1 max-lg:-mx-4 max-lg:overflow-x-auto max-lg:px-4 max-lg:pb-1 lg:flex-wrap max-lg:[&_fieldset]:shrink-0 max-lg:[&_fieldset]:flex-nowrap">
        <LightMarks {...{ change, marks, whole }} />
        <UnitMarks {...{ bands, board, change, marks }} />
        {marksAny(marks) ? (
          <span className="flex shrink-0 items-center gap-2 text-muted text-small">
            {t("marked", { count: marked })}
            <Button onClick={() => change({ lights: [], units: [] })} size="sm" variant="quiet">
              {t("clear")}
            </Button>
          </span>
        ) : null}
      </div>
    </div>
  );
}

function LightMarks({ whole, marks, change }: Pick<Props, "whole" | "marks" | "change">) {
  const [t, lights] = [useWords("wall"), useWords("lights")];
  return (
    <Chips label={t("byLight")}>
      {LIGHTS.map((light) => (
        <Chip
          count={whole.lights[light]}
          key={light}
          onToggle={() => change({ lights: toggled(marks.lights, light) })}
          selected={marks.lights.includes(light)}
        >
          <LampShape light={light} size="sm" />
          <span className="whitespace-nowrap">{lights(`light.${light}`)}</span>
        </Chip>
      ))}
    </Chips>
  );
}

type UnitProps = Pick<Props, "bands" | "board" | "marks" | "change">;

/** The units that lead a task, in the office's order. */
function UnitMarks({ bands, board, marks, change }: UnitProps) {
  const t = useWords("wall");
  const counts = useMemo(() => {
    const found = new Map<number, number>();
    for (const { leadUnitId } of bands.flatMap(({ tasks }) => tasks))
      if (leadUnitId !== null) found.set(leadUnitId, (found.get(leadUnitId) ?? 0) + 1);
    return found;
  }, [bands]);
  const units = [...board.units.values()].filter(({ id }) => counts.has(id));
  return (
    <Chips label={t("byUnit")}>
      {units.map((unit) => (
        <Chip
          count={counts.get(unit.id) ?? 0}
          key={unit.id}
          onToggle={() => change({ units: toggled(marks.units, unit.id) })}
          selected={marks.units.includes(unit.id)}
        >
          <span className="whitespace-nowrap">{unit.shortName || unit.name}</span>
        </Chip>
      ))}
    </Chips>
  );
}
