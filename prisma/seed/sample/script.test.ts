import { describe, expect, it } from "vitest";
import { calendarOf } from "@/lib/calendar/rules";
import { DEFAULT_REPORTING } from "@/lib/lights/planned";
import { type LightTask, lightOf } from "@/lib/lights/rules";
import { rollUp } from "@/lib/lights/summary";
import { refusalOf, STEPS, type Step, statusAfter } from "@/lib/tasks/rules";
import { calendarRows, KNOWN_UNTIL } from "../calendar";
import { PLAN, TASKS, YEAR_END } from "../plan-2024";
import { type Happening, LAST_DAY, scriptOf } from "./script";
import { WORK } from "./steps";
import { STORIES } from "./stories";

const script = scriptOf();
const setting = {
  today: LAST_DAY,
  calendar: calendarOf(calendarRows(), KNOWN_UNTIL),
  reporting: DEFAULT_REPORTING,
};

type Played = LightTask & { evidenceCount: number; refused: string[] };

function play(task: Played, happening: Happening): Played {
  const { what, day } = happening;
  if (what === "assign") return { ...task, status: "assigned", statusSince: day };
  if (what === "remark") return task;
  if (what === "checkIn") {
    const refused = task.status === "inProgress" ? task.refused : [...task.refused, `checkIn on ${day}`];
    const evidenceCount = task.evidenceCount + (happening.evidence ? 1 : 0);
    return { ...task, refused, evidenceCount, progress: happening.progress, lastCheckInDay: day };
  }
  return takeStep(task, what, day, what === "suspend" ? happening.until : null);
}

function takeStep(task: Played, step: Step, day: string, until: string | null): Played {
  const facts = { ...task, leadUnitId: 1, ownerPostId: 1 };
  const refusal = refusalOf(step, facts, { unitIds: [], headUnitIds: [] });
  if (refusal) return { ...task, refused: [...task.refused, `${step} on ${day}: ${refusal}`] };
  const status = statusAfter(step, task.status, null);
  const since = status === task.status ? task.statusSince : day;
  return { ...task, status, statusSince: since, acknowledged: true, suspendedUntil: until };
}

const played = TASKS.map(({ code, start = PLAN.publishedOn, due = YEAR_END, weight = 1 }) => {
  const draft = { status: "draft", startDay: start, dueDay: due, originalDueDay: due, weight } as const;
  const blank = { progress: null, lastCheckInDay: null, acknowledged: false, suspendedUntil: null };
  const task: Played = { ...draft, ...blank, statusSince: start, evidenceCount: 0, refused: [] };
  return { code, ...script.filter((one) => one.code === code).reduce(play, task) };
});

describe("the sample year", () => {
  it("is the same on every run, in the order of time, and ends with its last day", () => {
    expect(scriptOf()).toEqual(script);
    const times = script.map(({ day, minute }) => `${day} ${String(minute).padStart(4, "0")}`);
    expect(times).toEqual([...times].sort());
    expect(times.every((time) => time >= PLAN.publishedOn && time.slice(0, 10) <= LAST_DAY)).toBe(true);
  });

  it("can be cut off at an earlier day", () => {
    const may = scriptOf("2024-05-31");
    expect(may).toEqual(script.slice(0, may.length));
    expect(may.at(-1)?.day.slice(0, 7)).toBe("2024-05");
  });

  it("happens on working days", () => {
    const days = new Set(script.map(({ day }) => day));
    expect([...days].filter((day) => setting.calendar.off.includes(day))).toEqual([]);
  });

  it("takes no step that the workflow refuses", () => {
    expect(played.flatMap(({ code, refused }) => refused.map((why) => `${code} ${why}`))).toEqual([]);
    expect(Object.keys(STEPS)).toEqual(expect.arrayContaining(["acknowledge", "start", "submit", "close"]));
  });

  it("knows every task by its own steps and tells stories of no other", () => {
    const codes = TASKS.map((task) => task.code);
    expect(Object.keys(WORK)).toEqual(codes);
    expect(Object.keys(STORIES).filter((code) => !codes.includes(code))).toEqual([]);
  });

  it("never starts a task before its day, and never takes progress back", () => {
    for (const { code, start = PLAN.publishedOn } of TASKS) {
      const own = script.filter((one) => one.code === code);
      const started = own.find(({ what }) => what === "start");
      expect([code, started === undefined || started.day >= start]).toEqual([code, true]);
      const told = own.flatMap((one) => (one.what === "checkIn" ? [one.progress] : []));
      expect([code, ...told]).toEqual([code, ...[...told].sort((a, b) => a - b)]);
    }
  });

  it("says of every text that it is a sample", () => {
    const texts = script.flatMap((one) => {
      if (one.what === "checkIn") return Object.values(one.report).filter((text) => text !== "");
      if (one.what === "remark") return [one.text];
      return one.what === "sendBack" || one.what === "suspend" ? [one.reason] : [];
    });
    expect(texts.length).toBeGreaterThan(600);
    expect(texts.filter((text) => !text.startsWith("样例：") || /[0-9]/.test(text))).toEqual([]);
  });

  it("shows a board with something of everything on its last day", () => {
    const figures = rollUp(played, setting);
    expect(figures.lights).toEqual({ green: 32, yellow: 11, red: 7, grey: 4 });
    expect(figures.statuses).toEqual({
      ...{ draft: 0, assigned: 4, inProgress: 39, submitted: 2, closed: 8, suspended: 1, terminated: 0 },
    });
    expect([figures.unreported, figures.owing]).toEqual([4, 38]);
  });

  it("has at least one task for each reason that a newcomer should meet", () => {
    const reasons = new Set(played.map((task) => lightOf(task, setting).why));
    const expected = [
      "overdue",
      "behindFar",
      "behind",
      "dueSoon",
      "notReported",
      "notAcknowledged",
      "submitted",
    ];
    const quiet = ["closed", "suspendedUntil", "notStarted", "starting", "nothingDue", "onTrack", "ahead"];
    expect([...expected, ...quiet].filter((why) => !reasons.has(why as never))).toEqual([]);
  });
});
