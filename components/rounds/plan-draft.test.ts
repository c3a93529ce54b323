import { expect, test } from "vitest";
import { copiedForward, freshPlan, problemsOf, titleFor } from "./plan-draft";

const october = {
  ...freshPlan("2024-10-28", "2024年10月进展填报"),
  periodFrom: "2024-10-01",
  periodTo: "2024-10-31",
};

test("a round of a month is copied to the next month, its window at the same distance from the end", () => {
  const next = copiedForward(october, "2024-10-28", titleFor);
  expect(next).toMatchObject({
    title: "2024年11月进展填报",
    ...{ periodFrom: "2024-11-01", periodTo: "2024-11-30", windowFrom: "2024-11-27", windowTo: "2024-12-01" },
  });
});

test("a week goes on by a week, and no window begins in the past", () => {
  const week = {
    ...october,
    periodFrom: "2024-09-16",
    periodTo: "2024-09-22",
    windowFrom: "2024-09-20",
    windowTo: "2024-09-23",
  };
  expect(copiedForward(week, "2024-09-24", titleFor)).toMatchObject({
    ...{ periodFrom: "2024-09-23", periodTo: "2024-09-29", windowFrom: "2024-09-27", windowTo: "2024-09-30" },
  });
  expect(copiedForward(week, "2024-10-08", titleFor)).toMatchObject({
    windowFrom: "2024-10-08",
    windowTo: "2024-10-11",
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
