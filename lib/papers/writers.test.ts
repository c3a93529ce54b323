import { inflateRawSync } from "node:zlib";
import { expect, test } from "vitest";
import { DEFAULT_FONTS, FONT_NAME, type PaperFonts } from "@/lib/settings/rules";
import {
  chineseNumber,
  type Document,
  joined,
  looksLikeFormula,
  type Table,
  writable,
} from "./document-rules";
import { sheetNames } from "./excel-writer";
import { chosenFonts } from "./font-rules";
import { sharesOf } from "./share-rules";
import { pagesOf } from "./word-writer";
import { type Format, writeFile } from "./writing";

/** The XML that the writers make, looked at part by part: what Word and Excel need to show a paper as it was meant. */

const TABLE: Table = {
  title: "任务分解表",
  columns: [
    { title: "编号", kind: "text", width: 6 },
    { title: "工作任务", kind: "text", width: 30 },
    { title: "完成时限", kind: "day", width: 8 },
    { title: "进度", kind: "percent", width: 4 },
    { title: "户数", kind: "count", width: 5 },
  ],
  rows: [
    { band: "一、经济〇发展" },
    { cells: ["1.1", '=HYPERLINK("http://a","b") 𠮷〇 & <b>', "2024-10-31", 35, 1234] },
    { cells: ["1.2", "断\uD800行\u0007\n第二行", null, null, null] },
  ],
};
const PAPER: Document = {
  title: "关于𠮷村工作的通报",
  subtitle: "〔2024〕5号",
  basis: ["范围：全部", "数据截至：2024年9月30日"],
  watermark: "张三 2024-09-30 10:20",
  blocks: [
    { kind: "flush", text: "各村、各科室：" },
    { kind: "heading", level: 1, text: "一、总体情况" },
    { kind: "heading", level: 2, text: "（一）进度" },
    { kind: "text", text: "共71项。" },
    { kind: "signature", lines: ["梅墟街道", "2024年9月30日"] },
    { kind: "table", table: TABLE },
  ],
};

/** The parts of the archive that the thread made, by name. */
async function partsOf(
  format: Format,
  paper: Document,
  fonts: PaperFonts = DEFAULT_FONTS,
): Promise<Map<string, string>> {
  const bytes = Buffer.from((await writeFile(format, { document: paper, fonts })).bytes);
  const end = bytes.lastIndexOf(Buffer.from("504b0506", "hex"));
  const parts = new Map<string, string>();
  let at = bytes.readUInt32LE(end + 16);
  for (let n = bytes.readUInt16LE(end + 10); n > 0; n--) {
    const [size, name] = [bytes.readUInt32LE(at + 20), bytes.readUInt16LE(at + 28)];
    const start = bytes.readUInt32LE(at + 42);
    const from = start + 30 + bytes.readUInt16LE(start + 26) + bytes.readUInt16LE(start + 28);
    const packed = bytes.subarray(from, from + size);
    const content = bytes.readUInt16LE(at + 10) === 8 ? inflateRawSync(packed) : packed;
    parts.set(bytes.toString("utf8", at + 46, at + 46 + name), content.toString("utf8"));
    at += 46 + name + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return parts;
}

const count = (xml: string, what: RegExp) => [...xml.matchAll(what)].length;

test("a Word file lies as GB/T 9704 asks", async () => {
  const parts = await partsOf("docx", PAPER);
  const body = parts.get("word/document.xml") ?? "";
  const sections = [...body.matchAll(/<w:sectPr>.*?<\/w:sectPr>/g)].map(([one]) => one);
  expect(sections).toHaveLength(2);
  expect(sections[0]).toContain('<w:pgSz w:w="11906" w:h="16838" w:orient="portrait"/>');
  expect(sections[0]).toContain('w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"');
  expect(sections[1]).toContain('<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>');
  const styles = parts.get("word/styles.xml") ?? "";
  const style = (id: string) => new RegExp(`w:styleId="${id}".*?</w:style>`).exec(styles)?.[0] ?? "";
  expect(style("GwTitle")).toMatch(/w:eastAsia="方正小标宋简体".*w:val="44"/);
  expect(style("GwHeading")).toMatch(/w:firstLine="640".*w:eastAsia="黑体"|w:eastAsia="黑体"/);
  expect(style("GwSubheading")).toContain('w:eastAsia="楷体_GB2312"');
  expect(style("GwBody")).toMatch(/w:line="579" w:lineRule="exact"/);
  expect(style("GwBody")).toMatch(/w:firstLine="640"/);
  expect(style("GwBody")).toContain('w:eastAsia="仿宋_GB2312"');
  expect(style("GwBody")).toContain('<w:sz w:val="32"/>');
  expect(parts.get("word/fontTable.xml")).toContain('w:name="仿宋_GB2312"><w:altName w:val="仿宋"/>');
  expect(body).toContain("关于𠮷村工作的通报");
});

test("a table in Word repeats its header, keeps its rows whole and takes every name", async () => {
  const parts = await partsOf("docx", PAPER);
  const body = parts.get("word/document.xml") ?? "";
  expect(count(body, /<w:tblHeader\/>/g)).toBe(1);
  expect(count(body, /<w:cantSplit\/>/g)).toBe(4);
  expect(body).toContain('<w:gridSpan w:val="5"/>');
  expect(body).toContain('=HYPERLINK("http://a","b") 𠮷〇 &amp; &lt;b&gt;'.replaceAll('"', "&quot;"));
  expect(body).toContain("35%");
  expect(body).not.toMatch(/w:instrText[^>]*>[^<]*HYPERLINK/);
  const foot = parts.get("word/footer1.xml") ?? "";
  expect(foot).toMatch(/— <.*PAGE.* —/);
  expect(foot).toMatch(/数据截至：2024年9月30日.*PAGE.*NUMPAGES/);
  expect(parts.get("word/header1.xml")).toContain('string="张三 2024-09-30 10:20"');
});

test("only a paper with something sensitive carries who took it out", async () => {
  const open = await partsOf("docx", { ...PAPER, watermark: null });
  expect([...open.keys()].filter((name) => name.startsWith("word/header"))).toEqual([]);
  expect(
    (await partsOf("xlsx", { ...PAPER, watermark: null })).get("xl/worksheets/sheet1.xml"),
  ).not.toContain("oddHeader");
});

test("an Excel file prints, scrolls and filters as an office needs it", async () => {
  const parts = await partsOf("xlsx", PAPER);
  const sheet = parts.get("xl/worksheets/sheet1.xml") ?? "";
  const order = [
    ...sheet.matchAll(
      /<(sheetPr|sheetViews|cols|sheetData|autoFilter|mergeCells|printOptions|pageMargins|pageSetup|headerFooter)[ >]/g,
    ),
  ];
  // Each once and in the order of the standard: otherwise Excel calls the file damaged.
  expect(order.map(([, name]) => name).join(" ")).toBe(
    "sheetPr sheetViews cols sheetData autoFilter mergeCells printOptions pageMargins pageSetup headerFooter",
  );
  expect(sheet).toContain('ySplit="3"');
  expect(sheet).toContain('<autoFilter ref="A3:E6"/>');
  expect(sheet).toContain('paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"');
  expect(sheet).toContain("&amp;P/&amp;N");
  expect(sheet).toContain("张三 2024-09-30 10:20");
  const book = parts.get("xl/workbook.xml") ?? "";
  expect(count(book, /<definedNames/g)).toBe(1);
  expect(book).toContain("'任务分解表'!$1:$3</definedName>");
});

test("cells are what they are: texts, days, shares and counts, and never something to compute", async () => {
  const parts = await partsOf("xlsx", PAPER);
  const sheet = parts.get("xl/worksheets/sheet1.xml") ?? "";
  expect(sheet).not.toContain("<f>");
  expect(sheet).toMatch(/<c r="C5" s="\d+"><v>45596<\/v>/);
  expect(sheet).toMatch(/<c r="D5" s="\d+"><v>0\.35<\/v>/);
  expect(sheet).toMatch(/<c r="E5" s="\d+"><v>1234<\/v>/);
  const strings = parts.get("xl/sharedStrings.xml") ?? "";
  expect(strings).toContain("=HYPERLINK(");
  expect(strings).toContain("𠮷〇");
  expect(strings).toMatch(/断.?行\n第二行/u);
  expect(parts.get("xl/styles.xml")).toMatch(/formatCode="yyyy-mm-dd"/);
});

test("the office's own fonts are named, with what stands in for them where they are not installed", async () => {
  const fonts = { ...DEFAULT_FONTS, title: "华文中宋", body: "思源宋体 CN" };
  const word = await partsOf("docx", PAPER, fonts);
  const [styles = "", table = ""] = ["styles", "fontTable"].map((name) => word.get(`word/${name}.xml`));
  expect(styles).toMatch(/w:styleId="GwTitle".*?w:eastAsia="华文中宋".*?<\/w:style>/);
  expect(styles).not.toContain("小标宋");
  expect(table).toContain(
    'w:name="思源宋体 CN"><w:altName w:val="仿宋"/><w:panose1 w:val="02010609060101010101"/>',
  );
  const excel = (await partsOf("xlsx", PAPER, fonts)).get("xl/styles.xml") ?? "";
  expect(excel).toContain('val="思源宋体 CN"');
  expect(excel).toContain('val="华文中宋"');
  const usual = (await partsOf("xlsx", PAPER)).get("xl/styles.xml") ?? "";
  expect(usual).toContain('val="仿宋"');
  expect(chosenFonts(fonts)).toEqual({
    "--font-paper-title": '"华文中宋"',
    "--font-paper-body": '"思源宋体 CN"',
  });
  const names = ["仿宋_GB2312", "FZXiaoBiaoSong-B05S", '仿宋"', "a;b", "", " 黑体", "</style>"];
  expect(names.map((name) => FONT_NAME.test(name))).toEqual([true, true, false, false, false, false, false]);
});

test("what a writer is told before it writes", () => {
  expect([1, 10, 11, 20, 21, 99].map(chineseNumber).join()).toBe("一,十,十一,二十,二十一,九十九");
  expect([100, 101, 110, 111, 400, 999, 1000, 1001, 1010, 1100, 9999].map(chineseNumber).join()).toBe(
    "一百,一百零一,一百一十,一百一十一,四百,九百九十九,一千,一千零一,一千零一十,一千一百,九千九百九十九",
  );
  expect(["=1", " ＝1", "@x", "-1", "+86", "\t1"].every(looksLikeFormula)).toBe(true);
  expect(["1.1", "张三", ""].some(looksLikeFormula)).toBe(false);
  expect(writable("a\u0007b\r\nc\uDC00")).toBe("ab\nc\uFFFD");
  expect(sheetNames(["甲/乙", "甲 乙", "𠮷".repeat(20)]).map((name) => name.length <= 31)).toEqual([
    true,
    true,
    true,
  ]);
  expect(new Set(sheetNames(["同名", "同名", "同名"])).size).toBe(3);
  expect(pagesOf(PAPER).map(({ sheet }) => sheet)).toEqual(["upright", "wide"]);
  // A heading turns the page with the table that it names.
  const headed: Document = {
    ...PAPER,
    blocks: [
      { kind: "heading", level: 1, text: "一" },
      { kind: "table", table: TABLE },
    ],
  };
  expect(pagesOf(headed).map(({ sheet, blocks }) => [sheet, blocks.length])).toEqual([["wide", 2]]);
  expect(sharesOf([1, 1, 1])).toEqual([33.4, 33.3, 33.3]);
  expect(sharesOf([0, 0])).toEqual([0, 0]);
  expect(joined("延后。", null, "请协调。")).toBe("延后；请协调。");
});
