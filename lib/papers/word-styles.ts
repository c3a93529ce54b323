import { AlignmentType, type IParagraphStyleOptions, LineRuleType } from "docx";
import type { Font, Fonts } from "./font-rules";
import { escaped } from "./xml";

/** GB/T 9704 in the measures of Word: half points for type, twentieths of a point for room. */

export const LINE = 579; // 28.95 pt
export const BODY = 32; // 16 pt
/** Two characters of body type. */
const INDENT = 640;
/** Millimetres in twentieths of a point. */
export const mm = (length: number) => Math.round((length / 25.4) * 1440);
export const PAGE = {
  upright: { top: mm(37), bottom: mm(35), left: mm(28), right: mm(26) },
  // A page on its side carries tables, which need the room more than the rule's margins.
  wide: { top: mm(26), bottom: mm(24), left: mm(24), right: mm(24) },
  broad: { top: mm(26), bottom: mm(24), left: mm(24), right: mm(24) },
} as const;

export const fontOf = ({ name }: Font) => ({
  ascii: "Times New Roman",
  hAnsi: "Times New Roman",
  cs: "Times New Roman",
  eastAsia: name,
});

const exact = { line: LINE, lineRule: LineRuleType.EXACT };

/** The styles that paragraphs name; whoever edits the file finds them in the list of styles. */
export function stylesOf(fonts: Fonts): IParagraphStyleOptions[] {
  // A quarter of a point less between characters, and 28 of them fill the 156 mm of a line.
  const type = { size: BODY, characterSpacing: -5 };
  const body = { font: fontOf(fonts.body), ...type };
  const indented = { spacing: exact, indent: { firstLine: INDENT } };
  const table = { spacing: { line: 320, lineRule: LineRuleType.EXACT } };
  return [
    {
      ...{ id: "GwTitle", name: "公文标题", run: { font: fontOf(fonts.title), size: 44, snapToGrid: false } },
      paragraph: {
        alignment: AlignmentType.CENTER,
        spacing: { line: 700, lineRule: LineRuleType.EXACT },
        keepNext: true,
        outlineLevel: 0,
      },
    },
    {
      ...{ id: "GwSubtitle", name: "公文副题", run: { font: fontOf(fonts.subheading), size: BODY } },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { ...exact, after: LINE } },
    },
    {
      ...{ id: "GwHeading", name: "公文一级", run: { font: fontOf(fonts.heading), ...type } },
      paragraph: { ...indented, keepNext: true, outlineLevel: 1 },
    },
    {
      ...{ id: "GwSubheading", name: "公文二级", run: { font: fontOf(fonts.subheading), ...type } },
      paragraph: { ...indented, keepNext: true, outlineLevel: 2 },
    },
    { id: "GwBody", name: "公文正文", run: body, paragraph: { ...indented, alignment: AlignmentType.BOTH } },
    { id: "GwFlush", name: "公文主送", run: body, paragraph: { spacing: exact } },
    {
      id: "GwSign",
      name: "公文落款",
      run: body,
      paragraph: { spacing: exact, alignment: AlignmentType.RIGHT, indent: { right: 1280 }, keepLines: true },
    },
    {
      ...{
        id: "GwTableTitle",
        name: "公文表题",
        run: { font: fontOf(fonts.heading), size: 28, snapToGrid: false },
      },
      paragraph: {
        alignment: AlignmentType.CENTER,
        spacing: { before: 240, after: 120, line: 400, lineRule: LineRuleType.EXACT },
        keepNext: true,
      },
    },
    {
      id: "GwTableHead",
      name: "公文表头",
      run: { font: fontOf(fonts.heading), size: 21, snapToGrid: false },
      paragraph: { ...table, alignment: AlignmentType.CENTER },
    },
    {
      id: "GwTable",
      name: "公文表文",
      run: { font: fontOf(fonts.body), size: 21, snapToGrid: false },
      paragraph: table,
    },
    {
      id: "GwBasis",
      name: "公文口径",
      run: { font: fontOf(fonts.body), size: 21, snapToGrid: false },
      paragraph: table,
    },
    {
      id: "GwFoot",
      name: "公文页码",
      run: { font: fontOf(fonts.number), size: 28, snapToGrid: false },
      paragraph: { alignment: AlignmentType.CENTER },
    },
    {
      id: "GwFootNote",
      name: "公文页注",
      run: { font: fontOf(fonts.number), size: 18, snapToGrid: false },
      paragraph: { alignment: AlignmentType.CENTER },
    },
  ];
}

/** What a computer without these fonts takes instead: Word reads it from the table of fonts. */
export function fontTable(fonts: Fonts): string {
  const each = Object.values(fonts).map(
    ({ name, fallback, shape, panose }) =>
      `<w:font w:name="${escaped(name)}"><w:altName w:val="${escaped(fallback)}"/><w:panose1 w:val="${panose}"/><w:charset w:val="86"/><w:family w:val="${shape}"/><w:pitch w:val="variable"/></w:font>`,
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${each.join("")}</w:fonts>`;
}
