import { expect, test } from "vitest";
import { copiedForward, freshPlan, problemsOf, titleFor } from "./plan-draft";

const october = {
  ...freshPlan("2024-10-28", "2024年10月进展填报"),
  periodFrom: "2024-10-01",
  periodTo: "2024-10-31",
};

const calendar = { off: [], work: [], knownUntil: "2024-12-31" };

test("a copy asks for the next period under its name, with nothing of the round that was", () => {
  const round = { ...october, id: 7, version: 3, closedAt: "2024-11-02T00:00:00Z" };
  const next = copiedForward(round, "2024-10-28", calendar);
  expect(next).toMatchObject({
    title: "2024年11月进展填报",
    periodFrom: "2024-11-01",
    periodTo: "2024-11-30",
  });
  expect(Object.keys(next).sort()).toEqual(Object.keys(freshPlan("2024-10-28", "")).sort());
});

test("the window of a copy does not begin in the past and keeps its length", () => {
  const week = {
    ...october,
    ...{ periodFrom: "2024-09-16", periodTo: "2024-09-22", windowFrom: "2024-09-19", windowTo: "2024-09-20" },
  };
  expect(copiedForward(week, "2024-09-23", calendar)).toMatchObject({
    ...{ windowFrom: "2024-09-26", windowTo: "2024-09-27" },
  });
  expect(copiedForward(week, "2024-10-10", calendar)).toMatchObject({
    ...{ windowFrom: "2024-10-10", windowTo: "2024-10-11" },
  });
});

test("only the year and the month of a title go on", () => {
  expect(titleFor("2024年12月周报（第3期）", "2025-01-01")).toBe("2025年1月周报（第3期）");
  expect(titleFor("12个重点项目周报", "2025-01-01")).toBe("12个重点项目周报");
});

test("what is missing or the wrong way round is told by its field", () => {
  expect(problemsOf(october)).toEqual([]);
  expect(problemsOf({ ...october, title: " ", windowTo: null, periodTo: "2024-09-30" })).toEqual([
    "title",
    "period",
    "window",
  ]);
});
