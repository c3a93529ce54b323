"use client";

import { useState } from "react";
import type { BoardView } from "@/components/data/board-view";
import { ClockSummary } from "@/components/instructions/clock-marks";
import { InstructionItem } from "@/components/instructions/instruction-item";
import { isOpen } from "@/components/instructions/instruction-list";
import { Button } from "@/components/ui/button";
import type { Instruction } from "@/lib/instructions/queries";
import { useWords } from "@/lib/words-client";
import { DeskSection } from "./desk-section";

type Props = { board: BoardView; all: readonly Instruction[]; onChanged: () => void };

/** What was instructed: who has read it and what became of it; finished ones are folded. */
export function MyInstructions({ board, all, onChanged }: Props) {
  const t = useWords("leader");
  const [whole, setWhole] = useState(false);
  const taskOf = (id: number) => board.byId.get(id);
  const open = all.filter((one) => isOpen(one, taskOf));
  const shown = whole ? all : open;
  return (
    <DeskSection
      count={all.length}
      empty={t("instructions.empty")}
      id="instructions"
      title={t("instructions.title")}
    >
      <div className="pt-2">
        <ClockSummary all={all} />
      </div>
      <ul className="divide-y divide-line">
        {shown.map((one) => (
          <InstructionItem
            about={taskOf(one.taskId ?? 0) ?? null}
            instruction={one}
            key={one.id}
            masked={one.text === ""}
            onChanged={onChanged}
            task={null}
          />
        ))}
      </ul>
      {all.length > open.length ? (
        <Button aria-expanded={whole} onClick={() => setWhole(!whole)} size="sm" variant="quiet">
          {whole ? t("fewer") : t("instructions.rest", { count: all.length - open.length })}
        </Button>
      ) : null}
    </DeskSection>
  );
}
