import { expect, test } from "vitest";
import { lettersOf, nudged, placed, symbolsOf } from "./plot-rules";

const STAGES = [
  { key: "a", name: "未签约" },
  { key: "b", name: "已签约" },
  { key: "c", name: "已腾空" },
  { key: "d", name: "已拆除", writtenOff: true },
];

test("each stage has a letter of its own", () => {
  expect(lettersOf(STAGES.map(({ name }) => name))).toEqual(["未", "签", "腾", "拆"]);
  expect(lettersOf(["签约", "签字", "已"])).toEqual(["签", "字", "已"]);
  expect(lettersOf(["线索", "", "线"])).toEqual(["线", "", "线"]);
});

test("no two stages look alike, and what is written off is told by its tone", () => {
  const symbols = [...symbolsOf(STAGES).values()];
  expect(new Set(symbols.map(({ shape }) => shape)).size).toBe(4);
  expect(symbols.map(({ tone }) => tone)).toEqual(["open", "begun", "near", "end"]);
});

test("arrows move a symbol by a step or a leap and never out of the picture", () => {
  expect(nudged({ x: 0.5, y: 0.5 }, "ArrowRight", false)).toEqual({ x: 0.505, y: 0.5 });
  expect(nudged({ x: 0.5, y: 0.5 }, "ArrowUp", true)).toEqual({ x: 0.5, y: 0.45 });
  expect(nudged({ x: 0, y: 1 }, "ArrowDown", true)).toEqual({ x: 0, y: 1 });
  expect(nudged({ x: 0, y: 1 }, "Enter", false)).toBeNull();
});

test("a place is a share of the picture to four decimals", () => {
  expect(placed(1 / 3, -2)).toEqual({ x: 0.3333, y: 0 });
});
