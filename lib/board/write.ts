import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { BoardRow } from "./rules";

/** Boards as the bytes that travel, kept for all who see the same. */
export type Texts = {
  bytes: Map<string, { seq: number; gzip: Promise<Buffer> }>;
  /** The same before they were compressed, for the scopes that were asked for last. */
  written: Map<string, Written>;
};
/** The columns of a board as text, beside the rows that they were written from. */
export type Written = { rows: readonly BoardRow[]; columns: readonly Buffer[] };
/** @param frame everything but the tasks and the number, as JSON without braces */
type Asked = { scope: string; seq: number; frame: string; rows: () => readonly BoardRow[] };

const compress = promisify(gzip);
const SCOPES_KEPT = 60;
const WRITTEN_KEPT = 4;
/** Up to here a tighter packing costs a millisecond; beyond it the processor's time is dearer than the line's. */
const SMALL_BYTES = 262_144;
const [COMMA, END] = [Buffer.from(","), Buffer.from("]}")];

export const noTexts = (): Texts => ({ bytes: new Map(), written: new Map() });

/** The board of a scope at this number, compressed. */
export function bytesOf(texts: Texts, { scope, seq, frame, rows }: Asked): Promise<Buffer> {
  const kept = texts.bytes.get(scope);
  if (kept?.seq === seq) return kept.gzip;
  const written = writeColumns(rows(), texts.written.get(scope) ?? null);
  const text = writeBoard(seq, frame, written);
  const made = compress(text, { level: text.length <= SMALL_BYTES ? 6 : 3 });
  keep(texts.written, scope, written, WRITTEN_KEPT);
  keep(texts.bytes, scope, { seq, gzip: made }, SCOPES_KEPT);
  return made;
}

function keep<T>(kept: Map<string, T>, key: string, value: T, most: number): void {
  kept.delete(key);
  kept.set(key, value);
  if (kept.size > most) kept.delete(kept.keys().next().value as string);
}

function writeBoard(seq: number, frame: string, { columns }: Written): Buffer {
  const parts = columns.flatMap((column, place) => (place === 0 ? [column] : [COMMA, column]));
  return Buffer.concat([Buffer.from(`{"seq":${seq},${frame},"columns":[`), ...parts, END]);
}

/** Writes the rows turned on their side; of what was `written` before, the columns stay in which nothing differs. No rows make no columns. */
export function writeColumns(rows: readonly BoardRow[], written: Written | null): Written {
  const changed = written?.rows.length === rows.length ? differing(written.rows, rows) : null;
  const columns = (rows[0] ?? []).map((_, place) => {
    const before = written?.columns[place];
    const stays = changed?.every(([old, row]) => isSame(old[place], row[place]));
    return before && stays ? before : Buffer.from(JSON.stringify(rows.map((row) => row[place])));
  });
  return { rows, columns };
}

type Pair = [old: BoardRow, row: BoardRow];

function differing(before: readonly BoardRow[], rows: readonly BoardRow[]): Pair[] {
  return rows.flatMap((row, at) => {
    const old = before[at];
    return old === undefined || old === row ? [] : [[old, row] satisfies Pair];
  });
}

function isSame(a: unknown, b: unknown): boolean {
  return a === b || (typeof a === "object" && JSON.stringify(a) === JSON.stringify(b));
}
