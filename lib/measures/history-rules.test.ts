import { expect, test } from "vitest";
import { courseOf, currentValues, withHeld } from "./history-rules";
import type { Measure, ToldReading } from "./queries";

function some(id: number, readings: [day: string, value: number][], own: Partial<Measure> = {}): Measure {
  const told = readings.map(([day, value], at): ToldReading => {
    const said = {
      source: "",
      note: "",
      author: "某人",
      at: "",
      evidence: [],
      supersedesId: null,
      withdrawn: false,
    };
    return { id: id * 100 + at, day, value, ...said };
  });
  return {
    ...{
      id,
      taskId: 1,
      version: 1,
      name: `指标${id}`,
      unit: "",
      decimals: 0,
      direction: "atLeast",
      aggregation: "sum",
    },
    ...{
      baseline: null,
      baselineYear: null,
      target: 10,
      weight: 1,
      formula: null,
      factor: 1,
      feed: null,
      terms: [],
    },
    ...{ targets: [], fed: null, readings: told, ...own },
  };
}

test("a formula has a value on every day on which one of its terms was read", () => {
  const signed = some(1, [
    ["2024-03-31", 10],
    ["2024-06-30", 5],
  ]);
  const all = some(2, [["2024-05-31", 20]]);
  const rate = some(3, [], { formula: "ratio", factor: 100, terms: [1, 2] });
  const held = withHeld([signed, all, rate]);
  expect(courseOf(3, held)).toEqual([
    ["2024-03-31", null],
    ["2024-05-31", 50],
    ["2024-06-30", 75],
  ]);
  expect(currentValues(held).get(3)).toBe(75);
});

test("what another domain supplies has a value now and no course", () => {
  const fed = some(1, [], { feed: { ledger: 1, count: "all" }, fed: 46 });
  const half = some(2, [["2024-03-31", 2]]);
  const held = withHeld([fed, half, some(3, [], { formula: "ratio", terms: [1, 2] })]);
  expect(currentValues(held).get(3)).toBe(23);
  expect([courseOf(1, held), courseOf(3, held)]).toEqual([[], []]);
  expect(courseOf(2, held)).toEqual([["2024-03-31", 2]]);
});
