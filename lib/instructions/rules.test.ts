import { describe, expect, test } from "vitest";
import type { Calendar } from "../calendar/rules";
import {
  type ClockFacts,
  clockDays,
  clockOf,
  countClock,
  refusalOfGiving,
  refusalOfWithdrawing,
  titleOf,
} from "./rules";

const NATIONAL = [1, 2, 3, 4, 5, 6, 7].map((date) => `2024-10-0${date}`);
const calendar: Calendar = { off: NATIONAL, work: ["2024-09-29", "2024-10-12"], knownUntil: "2024-12-31" };
const TODAY = "2024-10-09";

describe("the days of 13710", () => {
  test.each([
    [
      "an ordinary matter before the holiday",
      "2024-09-30",
      "ordinary",
      ["2024-10-08", "2024-10-10", "2024-10-15"],
    ],
    ["a hard matter", "2024-09-30", "hard", ["2024-10-08", "2024-10-10", "2024-10-30"]],
    ["a month that ends earlier", "2024-01-31", "hard", ["2024-02-01", "2024-02-05", "2024-02-29"]],
    ["a month that ends on a day off", "2024-09-01", "hard", ["2024-09-02", "2024-09-04", "2024-10-08"]],
    ["a year that ends", "2024-12-31", "hard", ["2025-01-01", "2025-01-03", "2025-01-31"]],
  ] as const)("%s", (_, given, pace, [arrange, feedback, finish]) => {
    expect(clockDays(given, pace, calendar)).toEqual({ arrange, feedback, finish });
  });
});

const facts = (own: Partial<ClockFacts> = {}): ClockFacts => ({
  ...{ day: "2024-09-30", pace: "ordinary", over: false },
  ...{ arrangedOn: null, feedbackOn: null, finishedOn: null, ...own },
});
const states = (own: Partial<ClockFacts>, today = TODAY) =>
  clockOf(facts(own), today, calendar).map(({ state }) => state);

describe("how the clock stands", () => {
  test("what was not done by its day is overdue, the rest waits", () => {
    expect(states({})).toEqual(["overdue", "waiting", "waiting"]);
    expect(states({}, "2024-10-08")).toEqual(["waiting", "waiting", "waiting"]);
  });

  test("what came after its day is late, and what is further on implies what comes before", () => {
    expect(states({ arrangedOn: "2024-10-09" })).toEqual(["late", "waiting", "waiting"]);
    expect(states({ feedbackOn: "2024-10-08" })).toEqual(["done", "done", "waiting"]);
    expect(states({ finishedOn: "2024-10-16" }, "2024-10-20")).toEqual(["late", "late", "late"]);
  });

  test("a terminated task keeps nobody waiting, and without a pace no clock runs", () => {
    expect(states({ over: true, arrangedOn: "2024-10-08" })).toEqual(["done", "over", "over"]);
    expect(states({ pace: null })).toEqual([]);
  });

  test("steps are counted once their day has come or they are done", () => {
    const all = [{}, { feedbackOn: "2024-10-08" }, { over: true }].map((own) =>
      clockOf(facts(own), TODAY, calendar),
    );
    expect(countClock(all)).toEqual({
      arrange: { due: 2, done: 1, late: 0, overdue: 1 },
      feedback: { due: 1, done: 1, late: 0, overdue: 0 },
      finish: { due: 0, done: 0, late: 0, overdue: 0 },
    });
  });
});

describe("what stands against an instruction", () => {
  const wanted = { kind: "task", about: null, toPostId: 7, sectionId: 1, dueDay: null } as const;
  test.each([
    ["nothing", wanted, null],
    ["nobody is instructed", { ...wanted, toPostId: null }, "instructionNobody"],
    ["a matter of its own has no place", { ...wanted, sectionId: null }, "instructionNoSection"],
    ["the day is over", { ...wanted, dueDay: "2024-10-08" }, "instructionDayPast"],
    ["today is early enough", { ...wanted, dueDay: TODAY }, null],
    [
      "a note on what was given up",
      { ...wanted, kind: "note", about: { status: "terminated" } },
      "instructionOver",
    ],
    [
      "a note asks for no section",
      { ...wanted, kind: "note", about: { status: "closed" }, sectionId: null },
      null,
    ],
  ] as const)("%s", (_, one, refusal) => {
    expect(refusalOfGiving(one, TODAY)).toBe(refusal);
  });
});

test("a title is the first sentence, no longer than a title", () => {
  expect(titleOf("请本周内拿出方案。逐家排时间表。")).toBe("请本周内拿出方案");
  expect(titleOf("。。")).toBe("。。");
  expect([...titleOf("𠮷".repeat(80))]).toHaveLength(60);
});

describe("an instruction is taken back", () => {
  const me = { accountId: 7 };
  const note = { accountId: 7, withdrawnAt: null, receipts: 0, made: null };
  const task = (status: string, acknowledged: boolean) => ({ ...note, made: { status, acknowledged } });
  test.each([
    ["by its author before anybody read it", note, null],
    ["with the task that nobody began", task("assigned", false), null],
    ["by nobody else", { ...note, accountId: 8 }, "instructionNotYours"],
    ["by nobody who has no account", { ...note, accountId: null }, "instructionNotYours"],
    ["once", { ...note, withdrawnAt: "2024-09-30T01:00:00Z" }, "instructionWithdrawn"],
    ["not after somebody read it", { ...note, receipts: 1 }, "instructionRead"],
    ["not after its task was acknowledged", task("assigned", true), "instructionBegun"],
    ["not after its task was begun", task("inProgress", false), "instructionBegun"],
  ])("%s", (_, one, refusal) => {
    expect(refusalOfWithdrawing(one, me)).toBe(refusal);
  });
});
