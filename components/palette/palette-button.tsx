"use client";

import { IconButton } from "@/components/ui/icon-button";
import { Icon } from "@/components/ui/icons";
import { useWords } from "@/lib/words-client";

export const OPEN_PALETTE = "guatu-open-palette";

/** Opens the palette by mouse and finger; it stands in the head of every page. */
export function PaletteButton() {
  const t = useWords("keys");
  return (
    <IconButton
      aria-keyshortcuts="Control+K"
      label={t("palette.button")}
      onClick={() => window.dispatchEvent(new Event(OPEN_PALETTE))}
    >
      <Icon name="search" />
    </IconButton>
  );
}
