"use client";

import { useWords } from "@/lib/words-client";
import { StageButton } from "./controls";
import type { Mode } from "./use-lead";

type Props = { mode: Mode; mayLead: boolean; onChange: (mode: Mode) => void };

/** Whether this screen leads the others, follows them or is turned by itself; pressing it goes on to the next of these. */
export function ModeButton({ mode, mayLead, onChange }: Props) {
  const t = useWords("agenda");
  const next: Record<Mode, Mode> = { lead: "follow", follow: mayLead ? "lead" : "alone", alone: "follow" };
  return (
    <StageButton
      label={`${t(`present.mode.${mode}`)}${t("present.mode.change", { next: t(`present.mode.${next[mode]}`) })}`}
      onClick={() => onChange(next[mode])}
    >
      {t(`present.mode.${mode}`)}
    </StageButton>
  );
}
