import { describe, expect, test } from "vitest";
import { kindsIn, placesFound } from "./find-rules";

const item = (id: number, title: string, kind: "red" | "proposed", reason = "") => ({
  ...{ id, title, kind, reason, task: null },
});
const items = [
  item(1, "信访积案", "red", "落后12个百分点"),
  item(2, "请研究经费", "proposed"),
  item(3, "招商", "red"),
];

describe("what is asked for on a long agenda", () => {
  test("nothing asked shows everything", () => {
    expect(placesFound(items, { text: " ", kind: null })).toEqual([1, 2, 3]);
  });
  test("a number alone is a place, and not part of some text", () => {
    expect(placesFound(items, { text: "2", kind: null })).toEqual([2]);
    expect(placesFound(items, { text: "12", kind: null })).toEqual([]);
  });
  test("words are looked for in title and reason, and a kind narrows them", () => {
    expect(placesFound(items, { text: "百分点", kind: null })).toEqual([1]);
    expect(placesFound(items, { text: "", kind: "red" })).toEqual([1, 3]);
    expect(placesFound(items, { text: "经费", kind: "red" })).toEqual([]);
  });
  test("kinds come with their counts, in the order of the agenda", () => {
    expect(kindsIn(items)).toEqual([
      { kind: "red", count: 2 },
      { kind: "proposed", count: 1 },
    ]);
  });
});
