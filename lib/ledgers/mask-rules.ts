import type { Data, Field, FieldType } from "./rules";

/** How what is sensitive is shown to those who have not asked to see it. */

export const HIDDEN = "＊＊＊";
const STAR = "＊";

/** 张＊ for a name or any other text, 138＊＊＊＊1234 for a telephone or another long number; numbers, days and choices give nothing away. */
export function mask(value: string, type: FieldType = "text"): string {
  if (value === "") return "";
  if (type !== "text" && type !== "phone") return HIDDEN;
  const plain = value.replaceAll(/[\s-]/g, "");
  if (/^\+?\d{11,}[\dXx]?$/.test(plain)) return `${plain.slice(0, 3)}＊＊＊＊${plain.slice(-4)}`;
  if (type === "phone" || /\d{5,}/.test(plain)) return HIDDEN;
  const [first = ""] = value;
  return first.length === value.length || value === first + STAR ? STAR : first + STAR;
}

/** The values of an entry with the sensitive ones masked. */
export function maskData(fields: readonly Field[], data: Data): Data {
  const typed = new Map(fields.filter(({ sensitive }) => sensitive).map(({ key, type }) => [key, type]));
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => {
      const type = typed.get(key);
      return [key, type === undefined ? value : mask(value, type)];
    }),
  );
}

/** Titles and remarks of a sensitive ledger are masked, those of others are not. */
export function maskTitle(label: string, title: string): string {
  return label === "sensitive" ? mask(title) : title;
}

/** Remarks may quote anything, so nothing of them is shown. */
export function maskRemark(label: string, remark: string): string {
  return label === "sensitive" && remark !== "" ? HIDDEN : remark;
}

/** Whether anything of such a ledger's entries is hidden. */
export function hidesAnything(label: string, fields: readonly Field[]): boolean {
  return label === "sensitive" || fields.some(({ sensitive }) => sensitive);
}
