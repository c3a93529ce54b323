import writeXlsxFile, { type CellObject, type Sheet } from "write-excel-file/node";
import { isDay } from "../calendar/rules";
import {
  type Cell,
  type Column,
  type Document,
  looksLikeFormula,
  type Row,
  type Table,
  tablesOf,
  writable,
} from "./document-rules";
import { type Content, onPaper } from "./excel-paper";
import { type Fonts, OFFICIAL_FONTS, sheetFont } from "./font-rules";
import { HEADER_ROW, rowHeight } from "./row-rules";

/** The one Excel writer: each table of a paper is a sheet with its title, its basis and a header that stays. */

/** The most that one cell may hold. */
const CELL_LIMIT = 32_767;
const EDGE = { borderStyle: "thin", borderColor: "#8a8a84", wrap: true, alignVertical: "top" } as const;
const SHADE = { backgroundColor: "#efefeb", fontWeight: "bold", alignVertical: "center" } as const;

export function writeExcel(document: Document, fonts: Fonts = OFFICIAL_FONTS): Promise<Buffer> {
  const tables = tablesOf(document);
  const names = sheetNames(tables.map(({ title }) => title || document.title));
  const sheets = tables.map((table, at) => sheetOf(table, document, names[at] ?? "", fonts));
  const options = {
    fontFamily: sheetFont(fonts, "body"),
    fontSize: 11,
    features: [onPaper(document, tables, names)],
  };
  return writeXlsxFile(sheets, options).toBuffer();
}

function sheetOf(table: Table, document: Document, name: string, fonts: Fonts): Sheet<Content> {
  const { columns, rows } = table;
  const span = { columnSpan: columns.length };
  const title =
    table.title && table.title !== document.title ? `${document.title}　${table.title}` : document.title;
  const heading = { ...SHADE, ...EDGE, align: "center", alignVertical: "center" } as const;
  return {
    sheet: name,
    orientation: "landscape",
    showGridLines: false,
    stickyRowsCount: HEADER_ROW,
    // A Chinese character is about two of the digits that a column's width counts.
    columns: columns.map(({ width }) => ({ width: width * 2 + 1.5 })),
    data: [
      [
        {
          ...text(title),
          ...span,
          height: 34,
          fontSize: 18,
          fontFamily: sheetFont(fonts, "title"),
          align: "center",
          alignVertical: "center",
        },
      ],
      [{ ...text(document.basis.join("　")), ...span, height: 20, fontSize: 10, alignVertical: "center" }],
      columns.map((column) => ({ ...text(column.title), ...heading, height: 24 })),
      ...rows.map((row) => rowOf(row, columns)),
    ],
  };
}

function rowOf(row: Row, columns: readonly Column[]): CellObject[] {
  if ("band" in row)
    return [{ ...text(row.band), ...EDGE, ...SHADE, columnSpan: columns.length, height: 22 }];
  const height = rowHeight(row.cells, columns);
  return columns.map((column, at) => ({ ...cellOf(row.cells[at] ?? null, column), ...EDGE, height }));
}

function cellOf(value: Cell, { kind }: Column): CellObject {
  if (value === null || value === "") return {};
  if (typeof value === "string") {
    if (kind !== "day" || !isDay(value)) return text(value);
    return { value: new Date(`${value}T00:00:00Z`), type: Date, format: "yyyy-mm-dd", align: "center" };
  }
  if (kind === "percent")
    return { value: value / 100, type: Number, format: Number.isInteger(value) ? "0%" : "0.0%" };
  return { value, type: Number, format: Number.isInteger(value) ? "#,##0" : "#,##0.00" };
}

/** Always a text: what looks like something to compute carries the format that keeps it one when somebody edits it. */
function text(given: string): CellObject {
  const whole = writable(given);
  const value = whole.length > CELL_LIMIT ? `${whole.slice(0, CELL_LIMIT - 1).toWellFormed()}…` : whole;
  return { value, type: String, ...(looksLikeFormula(value) && { format: "@" }) };
}

/** Names as Excel allows them: at most 31 characters, none of `[]:*?/\`, each once. */
export function sheetNames(titles: readonly string[]): string[] {
  const taken = new Set<string>();
  return titles.map((title, at) => {
    const plain = Array.from(
      writable(title)
        .replaceAll(/[[\]:*?/\\'\n]/g, " ")
        .trim() || `${at + 1}`,
    );
    let name = cut(plain, 31);
    for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${cut(plain, 27)} ${n}`;
    taken.add(name.toLowerCase());
    return name;
  });
}

// Excel counts rare characters twice.
function cut(characters: readonly string[], limit: number): string {
  let text = "";
  for (const one of characters) if (text.length + one.length <= limit) text += one;
  return text;
}
