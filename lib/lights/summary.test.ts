import { describe, expect, it } from "vitest";
import { DEFAULT_REPORTING } from "./planned";
import type { LightTask } from "./rules";
import { bucketOf, rollUp } from "./summary";

const setting = {
  today: "2024-02-20",
  calendar: { off: [], work: [], knownUntil: "2024-12-31" },
  reporting: DEFAULT_REPORTING,
};

/** Half of its hundred days are over on 20 February. */
function someTask(own: Partial<LightTask> = {}): LightTask {
  return {
    status: "inProgress",
    startDay: "2024-01-01",
    dueDay: "2024-04-10",
    originalDueDay: "2024-04-10",
    progress: 50,
    lastCheckInDay: "2024-02-10",
    statusSince: "2024-01-02",
    acknowledged: true,
    suspendedUntil: null,
    weight: 1,
    ...own,
  };
}

describe("the column of a report", () => {
  it.each([
    ["ahead", { progress: 56 }],
    ["onPlan", { progress: 55 }],
    ["onPlan", { progress: 45 }],
    ["behind", { progress: 44 }],
    ["behind", { progress: 0, status: "submitted" as const }],
    ["done", { progress: 10, status: "closed" as const }],
    ["other", { status: "suspended" as const }],
    ["other", { status: "terminated" as const }],
    ["other", { status: "draft" as const }],
    ["other", { progress: null }],
  ])("%s takes %o", (bucket, own) => expect(bucketOf(someTask(own), { today: "2024-02-20" })).toBe(bucket));
});

it("the column follows the limits that the office set", () => {
  const thresholds = { red: -30, yellow: -20, ahead: 2, dueSoonDays: 3, acknowledgeDays: 3 };
  const at = (progress: number) => bucketOf(someTask({ progress }), { today: "2024-02-20", thresholds });
  expect([at(53), at(52), at(30), at(29)]).toEqual(["ahead", "onPlan", "onPlan", "behind"]);
});

describe("the figures of a section", () => {
  it("of nothing are no figures", () => {
    expect(rollUp([], setting)).toMatchObject({
      tasks: 0,
      progress: null,
      planned: null,
      unreported: 0,
      owing: 0,
    });
    expect(rollUp([someTask({ status: "terminated" })], setting)).toMatchObject({ tasks: 1, progress: null });
    expect(rollUp([someTask({ weight: 0 })], setting).progress).toBeNull();
  });

  it("weigh the tasks, count a missing report as nothing and a closed task as whole", () => {
    const tasks = [
      someTask({ progress: 40, weight: 3 }),
      someTask({ progress: null, lastCheckInDay: null }),
      someTask({ progress: 20, status: "closed" }),
      someTask({ progress: 100, status: "terminated", weight: 9 }),
    ];
    expect(rollUp(tasks, setting)).toMatchObject({ tasks: 4, progress: 44, planned: 50 });
  });

  it("count lights, statuses and the check-ins that are missing", () => {
    const tasks = [
      someTask(),
      someTask({ lastCheckInDay: "2024-01-22" }),
      someTask({ progress: 30 }),
      someTask({ status: "draft", progress: null, lastCheckInDay: null }),
    ];
    const figures = rollUp(tasks, setting);
    expect(figures.lights).toEqual({ green: 2, red: 1, yellow: 0, grey: 1 });
    expect(figures.statuses).toMatchObject({ inProgress: 3, draft: 1, closed: 0 });
    expect([figures.unreported, figures.owing]).toEqual([1, 3]);
  });

  it("are those of the day and the limits that they are asked for, whatever was asked before", () => {
    const task = someTask({ progress: 40 });
    const thresholds = { red: -9, yellow: -5, ahead: 5, dueSoonDays: 3, acknowledgeDays: 3 };
    const lightsOn = (own: Partial<typeof setting>) => rollUp([task], { ...setting, ...own }).lights;
    expect(lightsOn({})).toMatchObject({ yellow: 1 });
    expect(rollUp([task], { ...setting, thresholds }).lights).toMatchObject({ red: 1 });
    expect(lightsOn({ today: "2024-02-10" })).toMatchObject({ green: 1 });
    expect(rollUp([{ ...task, progress: 50 }], setting).lights).toMatchObject({ green: 1 });
  });
});
