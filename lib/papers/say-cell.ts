import { sayNumber } from "../house-style";
import type { Cell, ColumnKind } from "./document-rules";

/** A cell in words, for paper; Excel takes the value itself. */
export function sayCell(value: Cell, kind: ColumnKind): string {
  if (value === null) return "";
  if (typeof value === "string") return value;
  return kind === "percent" ? `${sayNumber(value)}%` : sayNumber(value);
}
