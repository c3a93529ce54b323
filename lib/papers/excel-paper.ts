import type { Blob } from "node:buffer";
import type Stream from "node:stream";
import type { Feature } from "write-excel-file/node";
import {
  getCellAddress,
  getOrderOfSiblings,
  insertElementMarkupAccordingToOrderOfSiblings,
} from "write-excel-file/utility";
import { type Document, type Sheet, sheetOf, type Table } from "./document-rules";
import { HEADER_ROW } from "./row-rules";
import { escaped } from "./xml";

/** What a sheet needs to be printed and filtered: repeated header, one page wide, page x/y, who took it out. */

/** What the library may put into the archive; these changes put nothing there but text. */
export type Content = Stream | Buffer | Blob;

/** As Excel numbers them: A4 is 9, A3 is 8. */
const PAPER_SIZES: Record<Sheet, number> = { upright: 9, wide: 9, broad: 8 };

const SHEET = "xl/worksheets/sheet{id}.xml";
const WORKBOOK = "xl/workbook.xml";

export function onPaper(
  document: Document,
  tables: readonly Table[],
  names: readonly string[],
): Feature<Content> {
  return {
    files: {
      transform: {
        [SHEET]: { transform: (xml, _options, { sheetIndex }) => dressed(xml, document, tables[sheetIndex]) },
        [WORKBOOK]: {
          transform: (xml) =>
            put(xml.replace("<definedNames/>", ""), WORKBOOK, "workbook", definedNames(tables, names)),
        },
      },
    },
  };
}

function put(xml: string, file: typeof SHEET | typeof WORKBOOK, parent: string, markup: string): string {
  const order = getOrderOfSiblings(file, parent) ?? [];
  return insertElementMarkupAccordingToOrderOfSiblings(xml, markup, order, parent);
}

function dressed(given: string, document: Document, table: Table | undefined): string {
  if (!table) return given;
  const parts = [
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    `<autoFilter ref="${areaOf(table)}"/>`,
    '<printOptions horizontalCentered="1"/>',
    '<pageMargins left="0.5" right="0.5" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>',
    `<pageSetup paperSize="${PAPER_SIZES[sheetOf(table)]}" orientation="landscape" fitToWidth="1" fitToHeight="0"/>`,
    headerFooter(document),
  ];
  // The library's own come twice otherwise, which Excel calls a damaged file.
  const bare = given
    .replaceAll(/<page(Setup|Margins) [^>]*\/>/g, "")
    .replace('activePane="bottomRight"', 'activePane="bottomLeft"');
  return parts.reduce((xml, markup) => put(xml, SHEET, "worksheet", markup), bare);
}

/** From the header to the last row. */
function areaOf({ columns, rows }: Table, fixed = ""): string {
  const place = (row: number, column: number) => {
    const [, letters = "", digits = ""] = /^([A-Z]+)(\d+)$/.exec(getCellAddress(row, column)) ?? [];
    return `${fixed}${letters}${fixed}${digits}`;
  };
  return `${place(HEADER_ROW - 1, 0)}:${place(HEADER_ROW - 1 + rows.length, columns.length - 1)}`;
}

function definedNames(tables: readonly Table[], names: readonly string[]): string {
  const each = tables.flatMap((table, at) => {
    const sheet = `'${escaped(names[at] ?? "")}'`;
    return [
      `<definedName name="_xlnm._FilterDatabase" localSheetId="${at}" hidden="1">${sheet}!${areaOf(table, "$")}</definedName>`,
      `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">${sheet}!$1:$${HEADER_ROW}</definedName>`,
    ];
  });
  return `<definedNames>${each.join("")}</definedNames>`;
}

// An ampersand begins a code in a header; doubled it stands for itself. All of a header may have 255 characters.
const coded = (text: string) => escaped(Array.from(text).slice(0, 100).join("").replaceAll("&", "&&"));

function headerFooter({ basis, watermark }: Document): string {
  const above = watermark === null ? "" : `<oddHeader>&amp;C&amp;14 ${coded(watermark)}</oddHeader>`;
  return `<headerFooter>${above}<oddFooter>&amp;L&amp;9 ${coded(basis.at(-1) ?? "")}&amp;R&amp;9 &amp;P/&amp;N</oddFooter></headerFooter>`;
}
