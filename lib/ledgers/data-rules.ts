import { parseDay } from "../calendar/rules";
import type { Data, Field } from "./rules";

/** What may stand in the fields of an entry. */

export type DataFault =
  | "fieldRequired"
  | "fieldNotNumber"
  | "fieldNegative"
  | "fieldImpossibleDay"
  | "fieldNotChoice"
  | "fieldNotPhone"
  | "fieldNotYesNo"
  | "fieldTooLong"
  | "fieldUnknown";

const MOST = 500;
const YES = new Set(["yes", "y", "true", "1", "是", "有", "√"]);
const NO = new Set(["no", "n", "false", "0", "否", "无", "×"]);

type Checked = { value: string; fault: null } | { value: null; fault: DataFault };
const good = (value: string): Checked => ({ value, fault: null });
const bad = (fault: DataFault): Checked => ({ value: null, fault });

/** What somebody typed as it is kept: 1,200 becomes 1200, 2024.3.1 becomes 2024-03-01; nothing stays nothing. */
export function checkValue(field: Field, typed: string): Checked {
  const text = typed.trim();
  if (text === "") return field.required ? bad("fieldRequired") : good("");
  if (text.length > MOST) return bad("fieldTooLong");
  const plain = text.normalize("NFKC");
  switch (field.type) {
    case "number":
    case "money":
      return checkNumber(plain);
    case "day": {
      const day = parseDay(plain);
      return day === null ? bad("fieldImpossibleDay") : good(day);
    }
    case "choice":
      return field.choices?.includes(text) ? good(text) : bad("fieldNotChoice");
    case "phone": {
      const digits = plain.replaceAll(/[\s()-]/g, "");
      return /^\+?\d{5,15}$/.test(digits) ? good(digits) : bad("fieldNotPhone");
    }
    case "yesNo": {
      const said = plain.toLowerCase();
      return YES.has(said) ? good("yes") : NO.has(said) ? good("no") : bad("fieldNotYesNo");
    }
    default:
      return good(text);
  }
}

/** A number that is not below zero, without the commas between its thousands. */
export function checkNumber(typed: string): Checked {
  const plain = typed.normalize("NFKC").replaceAll(/[,\s]/g, "");
  if (!/^-?\d{1,15}(\.\d{1,6})?$/.test(plain)) return bad("fieldNotNumber");
  if (plain.startsWith("-") && Number(plain) !== 0) return bad("fieldNegative");
  return good(String(Math.abs(Number(plain))));
}

export type FieldFault = { key: string; name: string; fault: DataFault };

/**
 * The values of an entry after somebody typed `typed` over them.
 * Fields that are not mentioned stay; required ones are asked for only when they are mentioned or the entry is new.
 */
export function fillData(
  fields: readonly Field[],
  before: Data | null,
  typed: Data,
): { data: Data; faults: FieldFault[] } {
  const data: Data = { ...before };
  const known = new Map(fields.map((field) => [field.key, field]));
  const unknown = Object.keys(typed).filter((key) => !known.has(key));
  const faults: FieldFault[] = unknown.map((key) => ({ key, name: key, fault: "fieldUnknown" }));
  for (const field of fields) {
    const said = typed[field.key];
    if (said === undefined && before !== null) continue;
    const { value, fault } = checkValue(field, said ?? "");
    if (fault !== null) faults.push({ key: field.key, name: field.name, fault });
    else if (value === "") delete data[field.key];
    else data[field.key] = value;
  }
  return { data, faults };
}
