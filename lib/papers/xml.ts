import { writable } from "./document-rules";

const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** A text as it may stand in XML, between tags or in an attribute. */
export function escaped(text: string): string {
  return writable(text).replaceAll(/[&<>"]/g, (char) => ESCAPES[char] ?? char);
}
