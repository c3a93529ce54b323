import { describe, expect, test } from "vitest";
import type { Calendar } from "../calendar/rules";
import { dueKind, dueStage, lastNear, roundStage } from "./stage-rules";

/** National Day: 1 to 7 October 2024 off, Sunday 29 September and Saturday 12 October worked. */
const CALENDAR: Calendar = {
  off: ["2024-10-01", "2024-10-02", "2024-10-03", "2024-10-04", "2024-10-07"],
  work: ["2024-09-29", "2024-10-12"],
  knownUntil: "2024-12-31",
};
const stage = (due: string, day: string) => dueStage(due, day, CALENDAR);

describe("a due day", () => {
  test("is told seven and three working days ahead, on the day, the day after and then every week", () => {
    const due = "2024-09-27";
    const days = [
      "2024-09-17",
      "2024-09-18",
      "2024-09-23",
      "2024-09-24",
      "2024-09-27",
      "2024-09-28",
      "2024-10-04",
      "2024-10-05",
    ];
    expect(days.map((day) => stage(due, day))).toEqual([0, 1, 1, 2, 3, 4, 4, 5]);
  });

  test("on a holiday is told on the last working day before it, by its date", () => {
    expect(stage("2024-10-05", "2024-09-30")).toBe(3);
    expect(dueKind("2024-10-05", "2024-09-30", 3)).toBe("dueSoon");
    expect(stage("2024-10-05", "2024-10-08")).toBe(4);
  });

  test("counts the holidays out", () => {
    expect(lastNear("2024-09-27", CALENDAR)).toBe("2024-10-12");
    expect(stage("2024-10-12", "2024-09-27")).toBe(1);
    expect(stage("2024-10-13", "2024-09-26")).toBe(0);
  });

  test("that the server slept through is made up for once: the stage only ever grows", () => {
    for (let day = "2024-09-10", before = 0; day < "2024-11-10"; ) {
      const now = stage("2024-10-09", day);
      expect(now).toBeGreaterThanOrEqual(before);
      before = now;
      day = new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
    }
  });
});

test("a round opens, closes tomorrow and is over; one of a single day only opens", () => {
  const round = { windowFrom: "2024-09-20", windowTo: "2024-09-25" };
  const days = ["2024-09-19", "2024-09-20", "2024-09-23", "2024-09-24", "2024-09-25", "2024-09-26"];
  expect(days.map((day) => roundStage(round, day, CALENDAR))).toEqual([0, 1, 1, 2, 1, 3]);
  expect(roundStage({ windowFrom: "2024-09-20", windowTo: "2024-09-20" }, "2024-09-20", CALENDAR)).toBe(1);
});
