"use client";

import type { Mode } from "@/lib/meetings/lead-rules";
import { useWords } from "@/lib/words-client";
import { StageButton } from "./controls";

type Props = {
  mode: Mode;
  /** Who leads on another screen; null when nobody does or this one leads. */
  by: string | null;
  mayLead: boolean;
  onChange: (mode: Mode) => void;
  onTake: () => void;
};

/** Whether this screen leads the others, follows them or is turned by itself; who leads otherwise, and how to take over. */
export function ModeButton({ mode, by, mayLead, onChange, onTake }: Props) {
  const t = useWords("agenda");
  const next: Record<Mode, Mode> = { lead: "follow", follow: "alone", alone: "follow" };
  return (
    <>
      {mode === "lead" ? null : (
        <span className="text-muted" role="status">
          {by === null ? t("present.nobody") : t("present.by", { name: by })}
        </span>
      )}
      <StageButton
        label={`${t(`present.mode.${mode}`)}${t("present.mode.change", { next: t(`present.mode.${next[mode]}`) })}`}
        onClick={() => onChange(next[mode])}
      >
        {t(`present.mode.${mode}`)}
      </StageButton>
      {mayLead && mode !== "lead" ? (
        <StageButton label={t("present.take")} onClick={onTake}>
          {t("present.take")}
        </StageButton>
      ) : null}
    </>
  );
}
