/** A paper as it is before anybody writes it in a file: the one shape that the Word, Excel and print writers read. */

export type ColumnKind = "text" | "count" | "percent" | "day";
/** `width` in Chinese characters. Cells of a percent are percents, of a day "YYYY-MM-DD". */
export type Column = { title: string; kind: ColumnKind; width: number };
export type Cell = string | number | null;
/** A band stands across the table and names the rows below it. */
export type Row = { band: string } | { cells: readonly Cell[] };
export type Table = { title: string; columns: readonly Column[]; rows: readonly Row[] };

export type Block =
  | { kind: "heading"; level: 1 | 2; text: string }
  | { kind: "text"; text: string }
  /** Without indent: whom a letter is addressed to. */
  | { kind: "flush"; text: string }
  | { kind: "table"; table: Table }
  | { kind: "signature"; lines: readonly string[] };

export type Label = "open" | "internal" | "sensitive";

/** A paper before anybody takes it out; `label` is the highest of what it tells. */
export type Draft = Omit<Document, "watermark"> & { label: Label };

export type Document = {
  title: string;
  /** What stands in the line below the title: a number, a day, a place. */
  subtitle: string;
  /** What it was made from and for which moment its figures hold; stands on every paper. */
  basis: readonly string[];
  /** Who took it out and when; null where nothing in it is sensitive. */
  watermark: string | null;
  blocks: readonly Block[];
};

/** Table type is two thirds of body type, so that this many characters fit in an upright table. */
const UPRIGHT_TABLE = 42;

/** Beyond this a day no longer fits into its column on an A4 sheet that lies on its side. */
const WIDE_TABLE = 108;

/** How a sheet lies: A4 upright, A4 on its side, A3 on its side. */
export type Sheet = "upright" | "wide" | "broad";

/** The smallest sheet that a table fits on. */
export function sheetOf({ columns }: Table): Sheet {
  const sum = columns.reduce((all, { width }) => all + width, 0);
  if (sum <= UPRIGHT_TABLE) return "upright";
  return sum <= WIDE_TABLE ? "wide" : "broad";
}

export function tablesOf(document: Document): Table[] {
  return document.blocks.flatMap((block) => (block.kind === "table" ? [block.table] : []));
}

const NUMERALS = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

/** A number below ten thousand as headings count: 一, 十, 十二, 二十, 一百零三, 一百一十. */
export function chineseNumber(n: number): string {
  if (n < 10) return NUMERALS[n] ?? "";
  if (n < 20) return `十${n % 10 > 0 ? NUMERALS[n % 10] : ""}`;
  const [unit, sign] = n < 100 ? [10, "十"] : n < 1000 ? [100, "百"] : [1000, "千"];
  const rest = n % unit;
  const head = `${NUMERALS[Math.floor(n / unit)]}${sign}`;
  if (rest === 0) return head;
  // A place that is passed over is named once; ten after a hundred is 一十.
  const tail = rest >= 10 && rest < 20 ? `一${chineseNumber(rest)}` : chineseNumber(rest);
  return `${head}${rest < unit / 10 ? "零" : ""}${tail}`;
}

// Characters that no XML file may hold: a program that reads it would call the whole file damaged.
const UNWRITABLE = /[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/gu;

/** A text that every file format takes: broken characters are replaced, rare ones stay. */
export function writable(text: string): string {
  return text.toWellFormed().replaceAll(UNWRITABLE, "").replaceAll(/\r\n?/g, "\n");
}

/** Whether a spreadsheet might read this text as something to compute. */
export function looksLikeFormula(text: string): boolean {
  return /^[\s"']*[=+\-@＝＋－＠]|^[\t\r]/.test(text);
}

/** The paper with no more than so many rows of each table, for a look at it. */
export function shortened(document: Document, most: number): { document: Document; left: number } {
  let left = 0;
  const blocks = document.blocks.map((block): Block => {
    if (block.kind !== "table" || block.table.rows.length <= most) return block;
    left += block.table.rows.length - most;
    return { kind: "table", table: { ...block.table, rows: block.table.rows.slice(0, most) } };
  });
  return { document: { ...document, blocks }, left };
}

/** Parts of a sentence with a semicolon between them and no full stop before it. */
export function joined(...parts: readonly (string | null | undefined)[]): string {
  const there = parts.map((part) => part?.trim() ?? "").filter(Boolean);
  return there.map((part, at) => (at < there.length - 1 ? part.replace(/[。；;.]+$/, "") : part)).join("；");
}
