import { describe, expect, it } from "vitest";
import { DEFAULT_REPORTING } from "../lights/planned";
import type { Source } from "./rules";
import { entryValue, itemsOf, memberByUnit, sightFor, sumOf, type WorkTask } from "./work-rules";

const SPAN = { from: "2024-01-01", asOf: "2024-07-01" };
const task = (own: Partial<WorkTask> = {}): WorkTask => ({
  ...{
    id: 1,
    status: "inProgress",
    startDay: "2024-01-01",
    rankedDueDay: "2024-12-30",
    weight: 2,
    progress: 25,
  },
  ...{ proof: null, statusSince: "2024-01-05", startedDay: "2024-01-05", submittedDay: null, reported: "" },
  ...own,
});
const items = (source: Source, own: Partial<WorkTask> = {}, span = SPAN) =>
  itemsOf(source, task(own), sightFor(span, DEFAULT_REPORTING)).map(({ value, weight, month }) =>
    month ? `${month} ${value}` : `${value} × ${weight}`,
  );

describe("what a task counts for", () => {
  it("in progress: its percentage, by its weight; a closed one is whole, silence is nothing", () => {
    expect(items("progress")).toEqual(["0.25 × 2"]);
    expect(items("progress", { status: "closed", progress: 100 })).toEqual(["1 × 2"]);
    expect(items("progress", { progress: null })).toEqual(["0 × 2"]);
  });

  it("is nothing while it is a draft, put off, broken off or not to begin yet", () => {
    for (const status of ["draft", "suspended", "terminated"] as const)
      for (const source of ["progress", "deviation", "closure", "onTime"] as const)
        expect(items(source, { status })).toEqual([]);
    expect(items("progress", { startDay: "2024-08-01", progress: null })).toEqual([]);
  });

  it("in deviation: what is done of what should be done by now, never more than whole", () => {
    expect(items("deviation")).toEqual(["0.5 × 1"]);
    expect(items("deviation", { progress: 80 })).toEqual(["1 × 1"]);
    expect(items("deviation", { progress: null })).toEqual(["0 × 1"]);
    expect(items("deviation", { startDay: "2024-07-01" })).toEqual([]);
  });

  it("in deviation by its proofs, where it has some; a duty of which nothing was owed is left out", () => {
    const proof = { parts: [[1, 0.25, [], null]] as NonNullable<WorkTask["proof"]>["parts"] };
    expect(items("deviation", { proof })).toEqual(["0.5 × 1"]);
    expect(items("deviation", { proof: { parts: [[1, null, [], []]] }, progress: null })).toEqual([]);
  });

  it("in closure: what was due or closed in the span", () => {
    expect(items("closure")).toEqual([]);
    expect(items("closure", { rankedDueDay: "2024-06-30" })).toEqual(["0 × 2"]);
    expect(items("closure", { status: "closed", statusSince: "2024-03-01" })).toEqual(["1 × 2"]);
    expect(items("closure", { status: "closed", statusSince: "2023-12-01" })).toEqual([]);
  });

  it("in check-ins: each month whose window is over while the task was under way", () => {
    const span = { from: "2024-02-01", asOf: "2024-05-24" };
    const began = { startedDay: "2024-01-30", reported: "2024-02 2024-04" };
    expect(items("onTime", began, span)).toEqual(["2024-02 1", "2024-03 0", "2024-04 1"]);
    expect(items("onTime", { ...began, submittedDay: "2024-03-25" }, span)).toEqual(["2024-02 1"]);
    expect(items("onTime", { ...began, startedDay: "2024-03-26" }, span)).toEqual(["2024-04 1"]);
    expect(items("onTime", { startedDay: null }, span)).toEqual([]);
  });
});

describe("what an entry counts for", () => {
  const stages = new Map([
    [7, ["open", "signed", "gone"].map((key) => ({ key, name: key, writtenOff: key === "gone" }))],
  ]);
  const entry = { ledgerId: 7, stage: "signed", track: null, writtenOff: false, passed: null };
  const value = (source: Source, own: object = {}, options: object = {}) =>
    entryValue(
      { source, options: { ledgerIds: [], stage: "signed", least: null, ...options } },
      { ...entry, ...own },
      stages,
    );

  it("is whole from the stage on that was asked for, and when it is written off", () => {
    expect([value("stage"), value("stage", { stage: "open" }), value("stage", { stage: "gone" })]).toEqual([
      1, 0, 1,
    ]);
    expect([value("writtenOff"), value("writtenOff", { writtenOff: true })]).toEqual([0, 1]);
    expect(value("stage", { stage: "open", writtenOff: true })).toBe(1);
  });

  it("is nothing in other ledgers, in those without the stage, and where nobody looked again", () => {
    expect(value("stage", {}, { ledgerIds: [8] })).toBeNull();
    expect(value("stage", {}, { stage: "unknown" })).toBeNull();
    expect([
      value("recheck"),
      value("recheck", { passed: false }),
      value("recheck", { passed: true }),
    ]).toEqual([null, 0, 1]);
    expect(value("progress")).toBeNull();
  });
});

it("the work of a unit counts for itself or for the nearest member above it", () => {
  const units = [
    { id: 1, parentId: null },
    { id: 2, parentId: 1 },
    { id: 3, parentId: 2 },
    { id: 4, parentId: 3 },
    { id: 5, parentId: 1 },
  ];
  const found = memberByUnit(units, [
    { id: 20, unitId: 2 },
    { id: 40, unitId: 4 },
  ]);
  expect([...found]).toEqual([
    [2, 20],
    [3, 20],
    [4, 40],
  ]);
});

it("sums add values by weight, and count the items", () => {
  expect(
    sumOf([
      { id: 1, value: 0.5, weight: 2 },
      { id: 2, value: 1, weight: 3 },
    ]),
  ).toEqual({ done: 4, of: 5, count: 2 });
  expect(sumOf([])).toEqual({ done: 0, of: 0, count: 0 });
});
