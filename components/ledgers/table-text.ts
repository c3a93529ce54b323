import type { Setting } from "@/lib/ledgers/match-rules";
import { pasteHead } from "@/lib/ledgers/paste-table-rules";
import type { Definition, Entry } from "@/lib/ledgers/rules";
import type { Words } from "@/lib/message-format";
import { sayPlain } from "./say-entry";

/** Tables on their way to a spreadsheet and back. */

const cell = (text: string) => (/["\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const line = (cells: readonly string[]) => cells.map(cell).join("\t");

/** The entries as a spreadsheet takes them from the clipboard, under the head that a pasted table has; what is masked stays masked. */
export function tableText(
  entries: readonly Entry[],
  { definition, unitNames, postNames }: Setting,
  t: Words,
): string {
  const { stages, tracks, fields } = definition;
  const named = (list: readonly { key: string; name: string }[], key: string | null) =>
    list.find((one) => one.key === key)?.name ?? "";
  const rows = entries.map((entry) => [
    entry.code,
    entry.title,
    named(stages, entry.stage),
    ...(tracks.length > 0 ? [named(tracks, entry.track)] : []),
    String(entry.weight),
    unitNames[entry.unitId ?? 0] ?? "",
    postNames[entry.postId ?? 0] ?? "",
    postNames[entry.sponsorPostId ?? 0] ?? "",
    entry.joinedOn,
    entry.stageSince,
    ...fields.map((field) => sayPlain(field, entry.data[field.key] ?? "", t)),
  ]);
  return [pasteHead(definition), ...rows].map(line).join("\r\n");
}

/** The head alone, as a file that a spreadsheet opens: the mark at the front tells it the letters. */
export function templateText(definition: Pick<Definition, "fields" | "tracks">): string {
  return `\uFEFF${pasteHead(definition)
    .map((word) => `"${word.replaceAll('"', '""')}"`)
    .join(",")}\r\n`;
}

/** @returns whether the clipboard took it; plain http has none, so a hidden text is copied there */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyFromBox(text);
  }
}

function copyFromBox(text: string): boolean {
  const box = document.createElement("textarea");
  box.value = text;
  box.style.position = "fixed";
  box.style.opacity = "0";
  document.body.append(box);
  box.select();
  const done = document.execCommand("copy");
  box.remove();
  return done;
}

export function saveText(name: string, text: string) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
