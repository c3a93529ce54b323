import { expect, test } from "vitest";
import type { OwedRow } from "@/lib/rounds/views";
import { countOf, isToUrge, shownOf } from "./list-rules";

const row = (owedId: number, state: OwedRow["state"], unitId: number | null, manned = true): OwedRow => ({
  ...{ owedId, state, supportUnit: null, excused: null, doneOn: null, checkInId: null, urgedAt: null },
  task: { id: owedId, code: "", title: "", status: "inProgress", label: "open" },
  unit: unitId === null ? null : { id: unitId, name: "" },
  post: manned ? { id: 1, name: "", holders: "" } : null,
});
const rows = [
  row(1, "missing", 1),
  row(2, "waiting", 2),
  row(3, "late", 1),
  row(4, "done", null),
  row(5, "excused", 1),
];
const ids = (...look: [Parameters<typeof shownOf>[1]["shown"], number | null | undefined]) =>
  shownOf(rows, { shown: look[0], unitId: look[1] }).map(({ owedId }) => owedId);

test("a number of the table opens the reports that it counts", () => {
  expect(ids("open", undefined)).toEqual([1, 2]);
  expect(ids("reported", 1)).toEqual([3]);
  expect(ids("all", null)).toEqual([4]);
  const counts = { owed: 4, done: 1, late: 1, waiting: 1, missing: 1, excused: 1 };
  for (const shown of ["open", "reported", "late", "excused", "all"] as const)
    expect(countOf(counts, shown)).toBe(ids(shown, undefined).length);
});

test("only the owner of a report that is not there is reminded", () => {
  expect(rows.filter(isToUrge).map(({ owedId }) => owedId)).toEqual([1, 2]);
  expect(isToUrge(row(6, "missing", 1, false))).toBe(false);
});
