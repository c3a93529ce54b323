import { describe, expect, it } from "vitest";
import { isDay } from "@/lib/calendar/rules";
import { BASELINES, PLAN, SECTIONS, sectionOf, TASKS, YEAR_END } from "./plan-2024";
import { UNITS } from "./units";

const codes = TASKS.map((task) => task.code);
const unitKeys = new Set<string>(UNITS.map((unit) => unit.key));
const postKeys = new Set(UNITS.flatMap((unit) => unit.posts.map((post) => `${unit.key}.${post.key}`)));

/** Codes "a.1" to "a.n". */
const run = (section: string, n: number) => Array.from({ length: n }, (_, i) => `${section}.${i + 1}`);

describe("the plan of the seed", () => {
  it("holds every item of the published plan, in its order", () => {
    const expected = [
      ...run("1", 8),
      ...[...run("2.1", 7), ...run("2.2", 4), ...run("2.3", 2)],
      ...[...run("3.1", 3), ...run("3.2", 5), ...run("3.3", 7)],
      ...[...run("4.1", 4), ...run("4.2", 3)],
      ...[...run("5.1", 3), ...run("5.2", 4), ...run("5.3", 4)],
    ];
    expect(codes).toEqual(expected);
    expect(SECTIONS.map((section) => section.code)).toHaveLength(16);
  });

  it("puts every task in a section, and points both at the same clause", () => {
    const clauses = new Map(SECTIONS.map((section) => [section.code, section.clause]));
    expect(TASKS.filter((task) => clauses.get(sectionOf(task.code)) !== task.clause)).toEqual([]);
    const seen = new Set<string>();
    for (const section of SECTIONS) {
      expect(section.parent === null || seen.has(section.parent)).toBe(true);
      seen.add(section.code);
    }
  });

  it("names only units and posts that the seed sets up", () => {
    const units = TASKS.flatMap((task) => [task.lead, ...(task.supports ?? [])]);
    expect(units.filter((key) => !unitKeys.has(key))).toEqual([]);
    const posts = TASKS.flatMap((task) => [task.owner, task.sponsor]);
    expect(posts.filter((key) => !postKeys.has(key))).toEqual([]);
  });

  it("gives every task an owner in its lead unit, and no unit two parts in it", () => {
    expect(TASKS.filter((task) => !task.owner.startsWith(`${task.lead}.`))).toEqual([]);
    const involved = TASKS.map((task) => [task.lead, ...(task.supports ?? [])]);
    expect(involved.filter((units) => new Set(units).size !== units.length)).toEqual([]);
  });

  it("gives every task a goal, a proof and days of its year", () => {
    for (const { code, title, goal, proofs, start = PLAN.publishedOn, due = YEAR_END } of TASKS) {
      expect([code, isDay(start), isDay(due)]).toEqual([code, true, true]);
      expect([code, PLAN.publishedOn <= start, start <= due]).toEqual([code, true, true]);
      expect(proofs.length).toBeGreaterThan(0);
      expect(title.length).toBeLessThanOrEqual(30);
      expect([code, goal.length >= 5 && goal.length <= 40]).toEqual([code, true]);
    }
    expect(TASKS.filter((task) => (task.due ?? YEAR_END) > YEAR_END).map((task) => task.code)).toEqual([
      "2.2.2",
    ]);
  });

  it("starts a task only after the one that it waits for", () => {
    const of = (code: string) => TASKS.find((task) => task.code === code);
    expect((of("4.1.3")?.start ?? "") > (of("1.3")?.due ?? YEAR_END)).toBe(true);
    expect((of("4.2.2")?.start ?? "") > (of("4.2.1")?.due ?? YEAR_END)).toBe(true);
  });
});

describe("the figures of 2023", () => {
  it("stand beside a task or section, each label once in its section", () => {
    const sections = new Set(SECTIONS.map((section) => section.code));
    const places = BASELINES.map(({ at }) => (sections.has(at) ? at : sectionOf(at)));
    expect(BASELINES.filter(({ at }) => !sections.has(at) && !codes.includes(at))).toEqual([]);
    const labels = BASELINES.map(({ label }, i) => `${places[i]} ${label}`);
    expect(new Set(labels).size).toBe(labels.length);
  });

  it("are those of the published summary", () => {
    const said = (label: string) => {
      const found = BASELINES.find((baseline) => baseline.label === label);
      return `${found?.atLeast ? "≥" : ""}${found?.value}${found?.unit}${found?.change ? ` +${found.change}%` : ""}`;
    };
    expect(
      ["规上工业产值", "规上软件业营收", "兑现扶持资金", "受理信访案件", "处理网格事件"].map(said),
    ).toEqual(["36.8亿元 +10.7%", "9265万元 +81.56%", "≥7800万元", "≥760起", "73306起"]);
    expect(BASELINES).toHaveLength(38);
  });
});

describe("the units of the seed", () => {
  it("come after the unit above them, with names that no sibling has", () => {
    const seen = new Set<string>();
    for (const { key, parent } of UNITS) {
      expect(parent === null || seen.has(parent)).toBe(true);
      seen.add(key);
    }
    const names = UNITS.map(({ parent, name }) => `${parent} ${name}`);
    expect(new Set(names).size).toBe(names.length);
  });

  it("are seven task forces and four emergency teams beside the usual departments", () => {
    const count = (kind: string) => UNITS.filter((unit) => unit.kind === kind).length;
    const kinds = [
      "subdistrict",
      "leadership",
      "department",
      "taskForce",
      "emergencyTeam",
      "community",
      "grid",
      "microGrid",
    ];
    expect(kinds.map(count)).toEqual([1, 1, 11, 7, 4, 1, 1, 1]);
  });

  it("have one head each, and posts instead of people", () => {
    for (const { kind, posts } of UNITS) {
      expect(posts.filter((post) => post.isHead)).toHaveLength(kind === "subdistrict" ? 0 : 1);
    }
    expect([...postKeys].length).toBe(UNITS.reduce((sum, unit) => sum + unit.posts.length, 0));
  });
});
