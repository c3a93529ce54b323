import { expect, test } from "vitest";
import { DEFAULT_FONTS } from "@/lib/settings/rules";
import { findChromium } from "./chromium";
import type { Document, Table } from "./document-rules";
import { sheetOf } from "./document-rules";
import { writePage } from "./page-writer";
import { writeFile } from "./writing";

/** The printed page as a file of its own, and as the PDF that an installed Chromium makes of it. */

const columnsOf = (n: number) =>
  Array.from({ length: n }, (_, at) => ({ title: `列${at}`, kind: "text" as const, width: 9 }));
const tableOf = (columns: number, rows = 1): Table => ({
  title: "",
  columns: columnsOf(columns),
  rows: Array.from({ length: rows }, (_, at) => ({ cells: columnsOf(columns).map(() => `第${at}行`) })),
});
const paperOf = (table: Table): Document => ({
  title: '𠮷村<script>alert("〇")</script>',
  subtitle: "",
  basis: ["范围：全部", '数据截至："} body { color: red'],
  watermark: "张三 2024-09-30 导出",
  blocks: [{ kind: "table", table }],
});

test("fetches nothing, runs nothing and takes no word for markup or style", () => {
  const page = writePage(paperOf(tableOf(2)), { ...DEFAULT_FONTS, body: "华文仿宋" });
  expect(page).not.toContain("<script>alert");
  expect(/<style>(.*)<\/style>/s.exec(page)?.[1]).not.toContain("body { color: red");
  expect(page).not.toMatch(/https?:|url\(|@import|src=/);
  expect(page).toContain("default-src 'none'");
  expect(page).toContain("𠮷村&lt;script&gt;");
  expect(page).toContain("--font-paper-body:&quot;华文仿宋&quot;");
  expect(page).toContain("张三 2024-09-30 导出");
});

test("a table lies on the smallest sheet on which its days still fit", () => {
  expect([4, 5, 12, 13, 30].map((n) => sheetOf(tableOf(n)))).toEqual([
    "upright",
    "wide",
    "wide",
    "broad",
    "broad",
  ]);
  const marked = (n: number) =>
    /<article[^>]*data-print="([\w-]+)"/.exec(writePage(paperOf(tableOf(n)), DEFAULT_FONTS))?.[1];
  expect([4, 5, 13].map(marked)).toEqual(["official", "official-wide", "official-broad"]);
});

test.skipIf(findChromium() === null)(
  "is printed as a PDF of the right sheets by the Chromium of this computer",
  async () => {
    const pdfOf = async (table: Table) =>
      Buffer.from((await writeFile("pdf", { document: paperOf(table) })).bytes).toString("latin1");
    const [upright, wide, broad] = await Promise.all([
      pdfOf(tableOf(4)),
      pdfOf(tableOf(5, 60)),
      pdfOf(tableOf(13)),
    ]);
    const sizes = [upright, wide, broad].map((pdf) => /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf ?? ""));
    expect(sizes.map((size) => [size?.[1], size?.[2]].map(Number).map(Math.round))).toEqual([
      [595, 842],
      [842, 595],
      [1191, 842],
    ]);
    expect([...(wide ?? "").matchAll(/\/Type \/Page\n/g)].length).toBeGreaterThan(2);
  },
  60_000,
);
