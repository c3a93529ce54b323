import fc from "fast-check";
import { describe, expect, it } from "vitest";
import english from "@/messages/en/lights.json";
import chinese from "@/messages/zh-CN/lights.json";
import { addDays, type Calendar } from "../calendar/rules";
import { formatMessage } from "../message-format";
import { DEFAULT_REPORTING } from "./planned";
import { LIGHTS, type LightTask, lightOf, PRECEDENCE, type Setting } from "./rules";

const calendar: Calendar = {
  off: [
    "2024-05-01",
    "2024-05-02",
    "2024-05-03",
    "2024-10-01",
    "2024-10-02",
    "2024-10-03",
    "2024-10-04",
    "2024-10-07",
  ],
  work: ["2024-04-07", "2024-04-28", "2024-05-11", "2024-09-29", "2024-10-12"],
  knownUntil: "2024-12-31",
};
const on = (today: string): Setting => ({ today, calendar, reporting: DEFAULT_REPORTING });

/** From 1 January to 9 April 2024 and one day more: a hundred days, a point a day. */
function someTask(own: Partial<LightTask> = {}): LightTask {
  return {
    status: "inProgress",
    startDay: "2024-01-01",
    dueDay: "2024-04-10",
    originalDueDay: "2024-04-10",
    progress: 50,
    lastCheckInDay: "2024-02-20",
    statusSince: "2024-01-02",
    acknowledged: true,
    suspendedUntil: null,
    weight: 1,
    ...own,
  };
}

const long = { dueDay: "2024-12-31", originalDueDay: "2024-12-31" };
const fresh = { status: "assigned", progress: null, lastCheckInDay: null, ...long } as const;
// Assigned on a Friday before Labour Day, to begin on its last day off.
const may = { ...fresh, statusSince: "2024-04-26", startDay: "2024-05-05" };
const unsigned = { ...may, acknowledged: false };
const unheard = { ...long, progress: null, lastCheckInDay: null, statusSince: "2024-03-26" };
const resting = { status: "suspended", statusSince: "2024-02-01" } as const;
const until = { ...resting, suspendedUntil: "2024-06-01" };
const shut = { status: "closed", statusSince: "2024-04-11" } as const;

type Case = [why: string, light: string, since: string | null, today: string, own: Partial<LightTask>];
const proof = (own: Partial<NonNullable<LightTask["proof"]>> = {}) => ({
  proof: { complete: false, parts: [[1, 0.9, [], null] as const], broken: null, ...own },
});
const CASES: Case[] = [
  ["broken", "red", "2024-02-05", "2024-03-01", proof({ broken: { on: "2024-02-05", name: "重大事故" } })],
  ["proven", "green", null, "2024-03-01", proof({ complete: true, parts: [[1, 1, [], null]] })],
  ["terminated", "grey", "2024-02-01", "2024-06-01", { status: "terminated", statusSince: "2024-02-01" }],
  ["closed", "green", "2024-04-10", "2024-06-01", { ...shut, statusSince: "2024-04-10" }],
  ["closedLate", "green", "2024-04-11", "2024-06-01", shut],
  ["closed", "green", "2024-04-11", "2024-06-01", { ...shut, submittedDay: "2024-04-10" }],
  ["suspended", "grey", "2024-02-01", "2024-06-01", resting],
  ["suspendedUntil", "grey", "2024-02-01", "2024-06-01", until],
  ["suspensionOver", "yellow", "2024-06-02", "2024-06-02", until],
  ["notAssigned", "grey", "2024-01-02", "2024-06-01", { status: "draft", progress: null }],
  ["submitted", "green", "2024-04-10", "2024-06-01", { status: "submitted", statusSince: "2024-04-10" }],
  ["submittedLate", "yellow", "2024-04-11", "2024-06-01", { status: "submitted", statusSince: "2024-04-11" }],
  ["dueSoon", "yellow", "2024-04-07", "2024-04-10", { progress: 100, lastCheckInDay: "2024-04-01" }],
  ["overdue", "red", "2024-04-11", "2024-04-11", { progress: 100, lastCheckInDay: "2024-04-01" }],
  ["overdue", "red", "2024-04-11", "2024-09-30", { status: "assigned", progress: null }],
  ["onTrack", "green", null, "2024-02-25", {}],
  ["behind", "yellow", "2024-02-26", "2024-02-26", {}],
  ["behind", "yellow", "2024-02-26", "2024-03-06", {}],
  ["behindFar", "red", "2024-03-07", "2024-03-07", {}],
  ["onTrack", "green", null, "2024-02-15", {}],
  ["ahead", "green", null, "2024-02-14", {}],
  ["notStarted", "grey", "2024-04-26", "2024-04-30", unsigned],
  ["notAcknowledged", "yellow", "2024-05-01", "2024-05-01", unsigned],
  ["notStarted", "grey", "2024-04-26", "2024-05-04", may],
  ["starting", "grey", "2024-04-26", "2024-05-08", may],
  ["startLate", "yellow", "2024-05-09", "2024-05-09", may],
  ["starting", "grey", "2024-09-13", "2024-09-18", { ...fresh, statusSince: "2024-09-13" }],
  ["behindFar", "red", "2024-09-19", "2024-09-19", { ...fresh, statusSince: "2024-09-13" }],
  [
    "behindFar",
    "red",
    "2024-01-18",
    "2024-01-18",
    { ...fresh, dueDay: "2024-04-10", statusSince: "2024-01-12" },
  ],
  ["ahead", "green", null, "2024-03-25", { ...long, progress: 30 }],
  ["notReported", "yellow", "2024-03-26", "2024-03-26", { ...long, progress: 30 }],
  ["notReported", "yellow", "2024-03-26", "2024-05-10", { ...long, progress: 45 }],
  ["ahead", "green", null, "2024-04-10", { ...long, progress: 45, lastCheckInDay: "2024-03-31" }],
  ["nothingDue", "grey", "2024-03-26", "2024-04-25", unheard],
  ["notReported", "yellow", "2024-04-26", "2024-04-26", unheard],
];

describe("the light of a task", () => {
  it.each(CASES)("is %s, %s, since %s on %s", (why, light, since, today, own) => {
    expect(lightOf(someTask(own), on(today))).toMatchObject({ why, light, since });
  });

  it("has a case for every reason", () => {
    const tried = new Set(CASES.map(([why]) => why));
    expect(PRECEDENCE.map((reason) => reason.why).filter((why) => !tried.has(why))).toEqual([]);
  });

  it("turns at its exact limits: −5 green, below it yellow, −15 yellow, below it red", () => {
    // A line of ten thousand days, so that a day is a hundredth of a point.
    const task = (progress: number) =>
      someTask({
        startDay: "2000-01-01",
        dueDay: addDays("2000-01-01", 10_000),
        progress,
        lastCheckInDay: null,
        statusSince: "2013-09-09",
      });
    const at = (n: number, progress: number) => lightOf(task(progress), on(addDays("2000-01-01", n))).light;
    expect([at(5000, 45), at(5001, 45), at(5000, 35), at(5001, 35)]).toEqual([
      "green",
      "yellow",
      "yellow",
      "red",
    ]);
  });

  it("says how many days and points", () => {
    const params = (today: string, own: Partial<LightTask>) => lightOf(someTask(own), on(today)).params;
    expect(params("2024-04-15", {})).toEqual({ days: 5 });
    expect(params("2024-04-09", { progress: 98, lastCheckInDay: "2024-04-01" })).toEqual({
      days: 1,
      due: "2024-04-10",
    });
    expect(params("2024-03-10", {})).toEqual({ points: 19, progress: 50 });
    expect(params("2024-04-26", { ...long, progress: 40 })).toEqual({ days: 66 });
    expect(params("2024-06-03", { status: "suspended", suspendedUntil: "2024-06-01" })).toEqual({
      until: "2024-06-01",
      days: 2,
    });
  });

  it("counts the three working days before a due day that is off from the last day worked", () => {
    const task = someTask({ dueDay: "2024-10-05", progress: 97, lastCheckInDay: "2024-09-20" });
    const light = (today: string) => lightOf(task, on(today)).why;
    // 26, 27, 29 and 30 September are worked; on the 26th three of them are still to come.
    expect(["2024-09-25", "2024-09-26"].map(light)).toEqual(["onTrack", "dueSoon"]);
  });

  it("does not call done what only has to be held all year", () => {
    const held = proof({ complete: true, parts: [[1, 1, [["2024-01-02", 1]], null]] });
    expect(lightOf(someTask(held), on("2024-03-01")).why).toBe("onTrack");
  });

  it("is behind by what a duty missed of what was owed, since the day it fell behind", () => {
    const dues = [
      ["2024-02-01", 10, 10],
      ["2024-03-01", 20, 16],
    ] as const;
    const visits = proof({ parts: [[1, 0.4, [], dues]] });
    const of = (today: string) => lightOf(someTask({ ...long, ...visits, lastCheckInDay: today }), on(today));
    expect(of("2024-02-29")).toMatchObject({ light: "green" });
    expect(of("2024-03-20")).toMatchObject({ why: "behindFar", since: "2024-03-01", params: { points: 20 } });
  });

  it("stays a person's until it is given back, with the computed one beside it", () => {
    const override = { light: "green", reason: "已协调", by: "督查员", since: "2024-04-12" } as const;
    const found = lightOf(someTask({ override }), on("2024-04-15"));
    expect(found).toMatchObject({ light: "green", why: "override", since: "2024-04-12" });
    expect(found.computed).toMatchObject({ light: "red", why: "overdue" });
    expect(lightOf(someTask({ ...shut, override }), on("2024-06-01")).why).toBe("closedLate");
  });

  it("follows the office's own limits", () => {
    const thresholds = { red: -30, yellow: -20, ahead: 50, dueSoonDays: 0, acknowledgeDays: 0 };
    const light = (today: string) => lightOf(someTask(), { ...on(today), thresholds }).why;
    expect(["2024-03-11", "2024-03-12", "2024-03-22"].map(light)).toEqual(["onTrack", "behind", "behindFar"]);
  });

  it("exists for every task on every day, and its reason has words in both languages", () => {
    const day = fc.integer({ min: 0, max: 800 }).map((n) => addDays("2023-06-01", n));
    const task = fc.record({
      status: fc.constantFrom(
        "draft",
        "assigned",
        "inProgress",
        "submitted",
        "closed",
        "suspended",
        "terminated",
      ),
      startDay: day,
      dueDay: day,
      originalDueDay: day,
      progress: fc.option(fc.integer({ min: 0, max: 100 })),
      lastCheckInDay: fc.option(day),
      statusSince: day,
      acknowledged: fc.boolean(),
      suspendedUntil: fc.option(day),
      weight: fc.double({ min: 0, max: 10, noNaN: true }),
    });
    fc.assert(
      fc.property(task, day, (any, today) => {
        const { light, why, since, params } = lightOf(any as LightTask, on(today));
        expect(LIGHTS).toContain(light);
        expect(formatMessage(chinese.why[why], params, "zh-CN")).not.toContain("{");
        expect(formatMessage(english.why[why], params, "en")).not.toContain("{");
        if (light === "red") expect(since !== null && since <= today).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it("has words for every reason and for nothing else", () => {
    const reasons = [...PRECEDENCE.map((reason) => reason.why), "override"].sort();
    expect(Object.keys(chinese.why).sort()).toEqual(reasons);
    expect(Object.keys(english.why).sort()).toEqual(reasons);
  });
});
