import { expect, test } from "vitest";
import { guessColumns, looksLikeHead, readCells, tableOf } from "./paste-view-rules";

const LEDGER = {
  fields: [
    { key: "area", name: "面积", type: "number" as const },
    { key: "key", name: "重点户", type: "yesNo" as const },
  ],
  tracks: [],
};

test("a first row that names columns is a head, one with values is none", () => {
  expect(looksLikeHead(readCells("编号\t面积\n梅北-001\t120").rows, LEDGER)).toBe(true);
  expect(looksLikeHead(readCells("梅北-001\t某户\t未签约").rows, LEDGER)).toBe(false);
});

test("columns go by the words of the head wherever they stand, unknown ones are left out", () => {
  const pasted = readCells("面积\t备忘\t编号\n120\tx\t梅北-001");
  expect(guessColumns(pasted, LEDGER, true)).toEqual(["面积", "", "编号"]);
});

test("without a head columns go by the order of the template", () => {
  expect(guessColumns(readCells("梅北-001\t某户"), LEDGER, false)).toEqual(["编号", "名称"]);
});

test("a column that is named twice counts once", () => {
  expect(guessColumns(readCells("编号\t编号\na\tb"), LEDGER, true)).toEqual(["编号", ""]);
});

test("the table that is sent holds the chosen columns and lines only, quoted where it must be", () => {
  const pasted = readCells('编号\t备忘\t名称\na\tx\t"甲""乙"\nb\ty\t丙');
  expect(tableOf(pasted, ["编号", "", "名称"], [1])).toBe('编号\t名称\na\t"甲""乙"');
});
