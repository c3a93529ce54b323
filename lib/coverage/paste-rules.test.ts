import { describe, expect, test } from "vitest";
import { cellsOf, type Known, readPaste } from "./paste-rules";

const known: Known = {
  units: [{ id: 1, name: "梅沁社区", shortName: "梅沁" }],
  posts: [
    { id: 10, name: "梅沁社区经办", unitId: 1 },
    { id: 11, name: "负责人", unitId: 1 },
    { id: 12, name: "负责人", unitId: 2 },
  ],
  codes: new Set(["企业-001"]),
};
const faults = (text: string) =>
  readPaste(text, known).faults.map(({ row, column, why }) => [row, column, why]);

test("cells stand between tabs; quotes hold tabs and line breaks", () => {
  expect(cellsOf('a\tb\r\n"c\n""d"""\te')).toEqual([
    ["a", "b"],
    ['c\n"d"', "e"],
  ]);
});

test("rows are read in the usual order, or by their headings", () => {
  const row = {
    code: "企业-002",
    name: "乙",
    unitId: 1,
    postId: 10,
    sponsorPostId: null,
    from: "2024-03-01",
    note: "",
  };
  expect(readPaste("企业-002\t乙\t梅沁\t梅沁社区经办\t\t2024-3-1", known).rows).toEqual([row]);
  expect(readPaste("名称\t编号\t起始日期\t责任岗位\t单位\n乙\t企业-002\t3月1日\t\t", known).faults).toEqual([
    { row: 2, column: "from", why: "impossibleDay", said: "3月1日" },
  ]);
  expect(readPaste("名称\t编号\n乙\t企业-002\n\n", known)).toMatchObject({
    total: 1,
    rows: [{ code: "企业-002" }],
  });
});

describe("a fault is told by row and column", () => {
  test.each([
    ["\t甲", "code", "missing"],
    ["企业-001\t甲", "code", "taken"],
    [`${"长".repeat(41)}\t甲`, "code", "tooLong"],
    ["企业-002\t甲\t无此社区", "unit", "unknownUnit"],
    ["企业-002\t甲\t\t无此岗位", "post", "unknownPost"],
    ["企业-002\t甲\t\t负责人", "post", "ambiguousPost"],
    ["企业-002\t甲\t\t\t\t2024-02-30", "from", "impossibleDay"],
  ])("%j", (text, column, why) => {
    expect(faults(text)).toEqual([[1, column, why]]);
  });

  test("a code that stands twice is wrong the second time", () => {
    expect(faults("甲\n甲\n乙")).toEqual([[2, "code", "repeated"]]);
  });
});

test("of ten thousand rows with three faults the others stand, quickly", () => {
  const lines = Array.from({ length: 10_000 }, (_, n) => `C${n}\t名${n}\t梅沁\t梅沁社区经办\t\t2024-01-01\t`);
  lines[4] = "C4\t名\t无此社区";
  lines[4999] = "C1\t名";
  lines[9999] = "C9999\t名\t\t\t\t2024-13-01";
  const begun = performance.now();
  const pasted = readPaste(lines.join("\n"), known);
  expect(performance.now() - begun).toBeLessThan(1500);
  expect([pasted.total, pasted.rows.length]).toEqual([10_000, 9997]);
  expect(pasted.faults.map(({ row, column, why }) => [row, column, why])).toEqual([
    [5, "unit", "unknownUnit"],
    [5000, "code", "repeated"],
    [10_000, "from", "impossibleDay"],
  ]);
});
