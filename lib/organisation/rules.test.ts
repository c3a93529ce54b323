import { describe, expect, test } from "vitest";
import { inTreeOrder, placedAt, wouldCircle } from "./rules";

const unit = (id: number, parentId: number | null) => ({ id, parentId });
const units = [unit(1, null), unit(2, 1), unit(3, 2), unit(4, 1)];

describe("a circle", () => {
  test("a unit below itself, or below one of its own parts, closes one", () => {
    expect(wouldCircle(units, 2, 2)).toBe(true);
    expect(wouldCircle(units, 2, 3)).toBe(true);
    expect(wouldCircle(units, 1, 3)).toBe(true);
  });

  test("a unit below its sister does not", () => {
    expect(wouldCircle(units, 2, 4)).toBe(false);
    expect(wouldCircle(units, 3, 1)).toBe(false);
  });
});

describe("the order of the tree", () => {
  test("each unit stands before its parts, siblings as given", () => {
    const order = inTreeOrder([unit(4, 1), unit(1, null), unit(2, 1), unit(3, 2)]);
    expect(order.map(({ id, depth }) => [id, depth])).toEqual([
      [1, 0],
      [4, 1],
      [2, 1],
      [3, 2],
    ]);
  });

  test("a unit whose parent is not in the list stands at the top", () => {
    expect(inTreeOrder([unit(3, 2)]).map(({ depth }) => depth)).toEqual([0]);
  });
});

describe("a new place among siblings", () => {
  const rows = [10, 11, 12, 13].map((id, order) => ({ id, order }));

  test("only rows whose number differs are written", () => {
    expect(placedAt(rows, 12, 1)).toEqual([
      { id: 12, order: 1 },
      { id: 11, order: 2 },
    ]);
    expect(placedAt(rows, 12, 2)).toEqual([]);
  });

  test("null and a place beyond the end are the end", () => {
    const last = [
      { id: 11, order: 0 },
      { id: 12, order: 1 },
      { id: 13, order: 2 },
      { id: 10, order: 3 },
    ];
    expect(placedAt(rows, 10, null)).toEqual(last);
    expect(placedAt(rows, 10, 99)).toEqual(last);
  });

  test("numbers with gaps and doubles are put right on the way", () => {
    const messy = [
      { id: 1, order: 0 },
      { id: 2, order: 0 },
      { id: 3, order: 9 },
    ];
    expect(placedAt(messy, 3, 0)).toEqual([
      { id: 3, order: 0 },
      { id: 1, order: 1 },
      { id: 2, order: 2 },
    ]);
  });
});
