import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { draw, lotOf, newSeed } from "./draw";
import { closureRatios, refusalOfChecking, refusalOfDrawing } from "./rules";

const ids = Array.from({ length: 1000 }, (_, n) => n + 1);

describe("a draw", () => {
  test("is the same for the same seed, whatever the order of what it is drawn from", () => {
    const first = draw("task", ids, 20, "b0a1");
    expect(draw("task", ids.toReversed(), 20, "b0a1")).toEqual(first);
    expect(new Set(first).size).toBe(20);
    expect(draw("task", ids, 20, "b0a2")).not.toEqual(first);
    expect(draw("entry", ids, 20, "b0a1")).not.toEqual(first);
  });

  test("can be made again with any other program: the smallest SHA-256 of seed:kind:id", () => {
    const other = (id: number) => createHash("sha256").update(`b0a1:task:${id}`).digest("hex");
    const smallest = ids.toSorted((a, b) => (other(a) < other(b) ? -1 : 1)).slice(0, 5);
    expect(draw("task", ids, 5, "b0a1")).toEqual(smallest);
    expect(lotOf("b0a1", "task", 7)).toBe(other(7).slice(0, 16));
  });

  test("of more than there are takes all, and favours nobody", () => {
    expect(draw("task", [3, 1, 2], 10, "x").toSorted()).toEqual([1, 2, 3]);
    const hits = new Map<number, number>();
    for (let round = 0; round < 2000; round += 1)
      for (const id of draw("task", [1, 2, 3, 4, 5], 1, `seed${round}`))
        hits.set(id, (hits.get(id) ?? 0) + 1);
    for (const count of hits.values()) expect(Math.abs(count - 400)).toBeLessThan(80);
  });

  test("begins from a seed that nobody chose", () => {
    expect(newSeed()).toMatch(/^[0-9a-f]{16}$/);
    expect(newSeed()).not.toBe(newSeed());
  });
});

test("a period runs forwards and not beyond today", () => {
  const period = (fromDay: string, toDay: string) => refusalOfDrawing({ fromDay, toDay }, "2024-09-30");
  expect(period("2024-09-30", "2024-09-30")).toBeNull();
  expect(period("2024-09-30", "2024-09-29")).toBe("samplingBackwards");
  expect(period("2024-09-01", "2024-10-01")).toBe("samplingAhead");
});

const item = { passed: null, standing: true, leadUnitId: 3, unitIds: [9] };
const said = { passed: true, note: "" };
test.each([
  ["what holds passes without words", item, said, null],
  ["what fails needs a word", item, { passed: false, note: " " }, "reasonMissing"],
  ["once is enough", { ...item, passed: false }, said, "sampleChecked"],
  ["the unit in charge does not check itself", { ...item, unitIds: [3] }, said, "verifierInSameUnit"],
  ["what was reopened cannot have held", { ...item, standing: false }, said, "sampleNotClosed"],
  ["but can be told to have failed", { ...item, standing: false }, { passed: false, note: "已退回" }, null],
] as const)("%s", (_, one, words, refusal) => {
  expect(refusalOfChecking(one, words)).toBe(refusal);
});

test("verified closure is what is closed times what held, and nothing where nothing was looked at", () => {
  const some = { due: 40, closed: 30, verified: 28, rechecked: 10, passed: 9 };
  expect(closureRatios(some)).toEqual({ closed: 0.75, passed: 0.9, verified: 0.675 });
  expect(closureRatios({ ...some, rechecked: 0, passed: 0 })).toEqual({
    closed: 0.75,
    passed: null,
    verified: null,
  });
  expect(closureRatios({ due: 0, closed: 0, verified: 0, rechecked: 0, passed: 0 }).closed).toBeNull();
});
