import type { PasteFault, PasteRow } from "@/lib/ledgers/paste-rules";
import { cellsOf, headOf, pasteHead } from "@/lib/ledgers/paste-table-rules";
import type { Definition, Entry } from "@/lib/ledgers/rules";

/** From what somebody pasted to a table with a head that the ledger understands, and what it would change. */

export type Pasted = { rows: string[][]; width: number };

export function readCells(text: string): Pasted {
  const rows = cellsOf(text);
  return { rows, width: Math.max(0, ...rows.map((row) => row.length)) };
}

/** Whether the first row is a head: it names the code, or at least half of its cells are columns of the ledger. */
export function looksLikeHead(rows: readonly string[][], { fields }: Pick<Definition, "fields">): boolean {
  const [first = []] = rows;
  const named = first.filter((cell) => cell !== "" && headOf([cell], fields).head.places.size === 1).length;
  return named > 0 && named * 2 >= first.filter((cell) => cell !== "").length;
}

/** What each column is taken for: by the words of the head, else by the order of the template; "" leaves it out. */
export function guessColumns(
  { rows, width }: Pasted,
  ledger: Pick<Definition, "fields" | "tracks">,
  hasHead: boolean,
): string[] {
  const known = pasteHead(ledger);
  if (!hasHead) return Array.from({ length: width }, (_, at) => known[at] ?? "");
  const taken = new Set<string>();
  return Array.from({ length: width }, (_, at) => {
    const word = rows[0]?.[at] ?? "";
    const place = [...headOf([word], ledger.fields).head.places.keys()][0];
    const name = place === undefined ? "" : (known.find((one) => sameColumn(one, word, ledger)) ?? "");
    if (taken.has(name)) return "";
    taken.add(name);
    return name;
  });
}

function sameColumn(one: string, other: string, { fields }: Pick<Definition, "fields">): boolean {
  const key = (word: string) => [...headOf([word], fields).head.places.keys()][0];
  return key(one) !== undefined && key(one) === key(other);
}

const cell = (text: string) => (/["\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** The table as the ledger reads it: the chosen columns under their names. `keep`: the lines of `rows` that stay, from 0; the head is never one. */
export function tableOf({ rows }: Pasted, columns: readonly string[], keep: readonly number[]): string {
  const used = columns.flatMap((name, at) => (name === "" ? [] : [at]));
  const lines = keep.map((at) => used.map((place) => cell(rows[at]?.[place] ?? "")).join("\t"));
  return [used.map((at) => cell(columns[at] ?? "")).join("\t"), ...lines].join("\n");
}

export const VERDICTS = ["new", "changed", "unchanged", "faulty"] as const;
export type Verdict = (typeof VERDICTS)[number];
export type Judged = { line: number; verdict: Verdict; faults: PasteFault[] };

/** What becomes of each line. `lines`: the pasted line of each row of the table that was read, the head being none of them. */
export function judge(
  lines: readonly number[],
  read: { rows: readonly PasteRow[]; faults: readonly PasteFault[] },
  entries: ReadonlyMap<string, Entry>,
  masks: (key: string | null) => boolean,
): Judged[] {
  const rows = new Map(read.rows.map((row) => [row.row, row]));
  const faults = new Map<number, PasteFault[]>();
  for (const fault of read.faults) faults.set(fault.row, [...(faults.get(fault.row) ?? []), fault]);
  return lines.flatMap((line, at): Judged[] => {
    const own = faults.get(at + 2) ?? [];
    const row = rows.get(at + 2);
    if (own.length > 0) return [{ line, verdict: "faulty", faults: own }];
    return row ? [{ line, verdict: verdictOf(row, entries.get(row.code), masks), faults: [] }] : [];
  });
}

function verdictOf(row: PasteRow, entry: Entry | undefined, masks: (key: string | null) => boolean): Verdict {
  if (!entry) return "new";
  const differs = (said: string | number | null, stands: string | number | null) =>
    said !== null && said !== stands;
  const changed =
    row.moves ||
    // What is masked cannot be compared: it may be a change.
    (row.title !== null && (masks(null) || row.title !== entry.title)) ||
    differs(row.weight, entry.weight) ||
    differs(row.unitId, entry.unitId) ||
    differs(row.postId, entry.postId) ||
    differs(row.sponsorPostId, entry.sponsorPostId) ||
    Object.entries(row.data).some(([key, value]) => masks(key) || value !== entry.data[key]);
  return changed ? "changed" : "unchanged";
}
