import type { BoardView } from "@/components/data/board-view";
import type { Day } from "@/lib/calendar/rules";
import type { Locale, Words } from "@/lib/message-format";
import { TOLD_AS, type Told, type ToldField } from "@/lib/tasks/history-rules";
import { sayTold } from "./say";

export type Sayable = string | number | number[] | string[] | null;
type Sight = { t: Words; board: BoardView | null; today: Day; locale: Locale };

/** A field's value as it stands in a form, in words; ids become the names that the board knows. */
export function sayField(field: string, value: Sayable, { t, board, today, locale }: Sight): string {
  if (!(field in TOLD_AS)) return String(value ?? t("none"));
  const name = field as ToldField;
  return sayTold(name, named(name, value, board), t, today, locale);
}

function named(field: ToldField, value: Sayable, board: BoardView | null): Told {
  if (Array.isArray(value)) return value.map((one) => String(named(field, one, board) ?? ""));
  if (typeof value !== "number") return value;
  const as = TOLD_AS[field];
  if (as === "unit") return board?.units.get(value)?.name ?? `#${value}`;
  if (as === "post") return board?.posts.get(value)?.name ?? `#${value}`;
  return value;
}
