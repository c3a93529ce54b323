import {
  AlignmentType,
  BorderStyle,
  Document as File,
  type FileChild,
  Table as Grid,
  Packer,
  Paragraph,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from "docx";
import {
  type Block,
  type Column,
  type Document,
  type Row,
  type Sheet,
  sheetOf,
  type Table,
  writable,
} from "./document-rules";
import { type Fonts, OFFICIAL_FONTS } from "./font-rules";
import { linesOf, WHOLE_LINES } from "./row-rules";
import { sayCell } from "./say-cell";
import { frameOf } from "./word-frame";
import { BODY, fontOf, fontTable, stylesOf } from "./word-styles";

/** The one Word writer: every paper in the layout of GB/T 9704, wide tables on pages on their side. */

export async function writeWord(document: Document, fonts: Fonts = OFFICIAL_FONTS): Promise<Buffer> {
  const file = new File({
    title: writable(document.title),
    creator: "",
    styles: {
      default: { document: { run: { size: BODY, font: fontOf(fonts.body) } } },
      paragraphStyles: stylesOf(fonts),
    },
    sections: pagesOf(document).map(({ sheet, blocks }, at) => ({
      ...frameOf(document, sheet, at === 0),
      children: [
        ...(at === 0 ? headOf(document) : []),
        ...blocks.flatMap((block) => writeBlock(block, sheet)),
      ],
    })),
  });
  return Packer.toBuffer(file, undefined, [{ path: "word/fontTable.xml", data: fontTable(fonts) }]);
}

type Pages = { sheet: Sheet; blocks: Block[] };

/** The blocks in runs that lie the same way; a heading stays with the table that it names. */
export function pagesOf({ blocks }: Document): Pages[] {
  const pages: Pages[] = [];
  for (const block of blocks) {
    const sheet = block.kind === "table" ? sheetOf(block.table) : "upright";
    const last = pages.at(-1);
    if (last?.sheet === sheet) last.blocks.push(block);
    else pages.push({ sheet, blocks: [...(sheet === "upright" ? [] : headingsAtEnd(last)), block] });
  }
  const filled = pages.filter((page) => page.blocks.length > 0);
  return filled.length > 0 ? filled : [{ sheet: "upright", blocks: [] }];
}

function headingsAtEnd(page: Pages | undefined): Block[] {
  const from = (page?.blocks.findLastIndex(({ kind }) => kind !== "heading") ?? -1) + 1;
  return page?.blocks.splice(from) ?? [];
}

function headOf({ title, subtitle, basis }: Document): FileChild[] {
  return [
    line("GwTitle", title),
    ...(subtitle ? [line("GwSubtitle", subtitle)] : []),
    ...basis.map((text) => line("GwBasis", text)),
  ];
}

/** A paragraph; what stands on lines of its own stays there. */
function line(style: string, text: string, more: { alignment?: "right" | "center" } = {}): Paragraph {
  const lines = writable(text).split("\n");
  const children = lines.map((one, at) => new TextRun({ text: one, ...(at > 0 && { break: 1 }) }));
  return new Paragraph({ style, children, ...more });
}

function writeBlock(block: Block, sheet: Sheet): FileChild[] {
  if (block.kind === "table") return writeTable(block.table, sheet);
  if (block.kind === "signature")
    return [line("GwBody", ""), ...block.lines.map((text) => line("GwSign", text))];
  if (block.kind === "heading") return [line(block.level === 1 ? "GwHeading" : "GwSubheading", block.text)];
  const style = block.kind === "flush" ? "GwFlush" : "GwBody";
  return writable(block.text)
    .split("\n")
    .map((text) => line(style, text));
}

/** In twentieths of a point: what a cell keeps free on both sides, and a letter of table type. */
const CELL_MARGINS = 100;
const LETTER = 210;
const HAIRLINE = { style: BorderStyle.SINGLE, size: 4, color: "000000" };
const BORDERS = { top: HAIRLINE, bottom: HAIRLINE, left: HAIRLINE, right: HAIRLINE };
/** Room between the margins in twentieths of a point: 156, 249 and 372 mm. */
const ROOM: Record<Sheet, number> = { upright: 8844, wide: 14_117, broad: 21_090 };

function writeTable(table: Table, sheet: Sheet): FileChild[] {
  const room = ROOM[sheet];
  const sum = table.columns.reduce((all, { width }) => all + width, 0);
  const widths = table.columns.map(({ width }) => Math.floor((width / sum) * room));
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: table.columns.map(({ title }, at) => cell("GwTableHead", title, widths[at] ?? 0, "center")),
  });
  const grid = new Grid({
    columnWidths: widths,
    width: { size: widths.reduce((all, one) => all + one, 0), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    margins: {
      marginUnitType: WidthType.DXA,
      top: 40,
      bottom: 40,
      left: CELL_MARGINS / 2,
      right: CELL_MARGINS / 2,
    },
    rows: [head, ...table.rows.map((row) => rowOf(row, table.columns, widths))],
  });
  // Word wants a paragraph after a table; a small one takes no line.
  const after = new Paragraph({ spacing: { line: 20, lineRule: "exact" }, children: [] });
  return [...(table.title ? [line("GwTableTitle", table.title)] : []), grid, after];
}

function rowOf(row: Row, columns: readonly Column[], widths: readonly number[]): TableRow {
  if ("band" in row) {
    const children = [line("GwTableHead", row.band, { alignment: "center" })];
    return new TableRow({
      cantSplit: true,
      children: [new TableCell({ children, columnSpan: columns.length, borders: BORDERS })],
    });
  }
  const children = columns.map(({ kind }, at) => {
    const value = row.cells[at] ?? null;
    const alignment = kind === "text" ? undefined : kind === "day" ? "center" : "right";
    return cell("GwTable", sayCell(value, kind), widths[at] ?? 0, alignment);
  });
  return new TableRow({ cantSplit: !isTall(row.cells, widths), children });
}

function isTall(cells: Extract<Row, { cells: unknown }>["cells"], widths: readonly number[]): boolean {
  return cells.some((value, at) => linesOf(value, ((widths[at] ?? 0) - CELL_MARGINS) / LETTER) > WHOLE_LINES);
}

function cell(style: string, text: string, width: number, alignment?: "right" | "center"): TableCell {
  const children = writable(text)
    .split("\n")
    .map((one) => line(style, one, alignment ? { alignment } : {}));
  return new TableCell({
    children,
    borders: BORDERS,
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
  });
}
