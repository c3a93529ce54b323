import { sayNumber, sayQuantity } from "@/lib/house-style";
import type { Field } from "@/lib/ledgers/rules";
import type { Words } from "@/lib/message-format";

/** The value of a field as people read it; a masked one stays as it is. */
export function sayValue(field: Pick<Field, "type" | "unit">, value: string, t: Words): string {
  if (field.type === "yesNo" && (value === "yes" || value === "no")) return t(`value.${value}`);
  const isNumber = field.type === "number" || field.type === "money";
  if (!isNumber || !Number.isFinite(Number(value))) return value;
  const number = Number(value);
  return field.unit ? sayQuantity(number, field.unit, "zh-CN") : sayNumber(number);
}

/** The same for a spreadsheet: numbers bare, without separators and unit. */
export function sayPlain(field: Pick<Field, "type">, value: string, t: Words): string {
  return field.type === "yesNo" ? sayValue({ type: "yesNo", unit: undefined }, value, t) : value;
}
