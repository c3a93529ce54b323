import type { BoardView } from "@/components/data/board-view";
import type { ComboboxOption } from "@/components/ui/combobox";

/** The tasks of the board as choices, found by code or title. */
export function taskOptions(board: BoardView | null): ComboboxOption[] {
  return [...(board?.tasks ?? [])].map(({ id, code, title }) => ({
    id,
    label: `${code} ${title}`,
    keys: code,
  }));
}
