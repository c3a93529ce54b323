import { beforeAll, describe, expect, test } from "vitest";
import { runCommand } from "@/lib/commands";
import { pool, prisma } from "@/lib/db";
import { Forbidden, NotFound, Refused } from "@/lib/errors";
import { savedOffice, savedTask, someActor, supervisor } from "@/lib/testing/builders";
import { getCurrentPlan, getPlanOn, listBaselines, listGoals } from "./queries";

let office: Awaited<ReturnType<typeof savedOffice>>;

beforeAll(async () => {
  office = await savedOffice();
});

const run = <R = unknown>(name: string, input: object, actor = supervisor()) =>
  runCommand<R>(name, actor, input);
const plan = (year: number) => ({ year, title: "计划", publishedOn: `${year}-03-01`, publisher: "某街道" });
const section = (code: string, more = {}) => ({ planId: office.planId, code, title: "某节", ...more });
const figure = (label: string, more = {}) => ({
  sectionId: office.sectionId,
  year: 2023,
  label,
  value: 97.5,
  unit: "%",
  ...more,
});
const traces = async () => [
  await prisma().plan.count(),
  await prisma().section.count(),
  await prisma().baseline.count(),
  (await pool().query(`SELECT count(*)::int AS n FROM "Event" WHERE kind <> 'denied'`)).rows[0].n,
];

async function leavesNoTrace(work: () => Promise<unknown>, error: unknown): Promise<void> {
  const before = await traces();
  await expect(work()).rejects.toEqual(error);
  expect(await traces()).toEqual(before);
}

describe("a plan", () => {
  test("is one for each year, and the latest is the one that the office works on", async () => {
    await run("plan.publish", plan(2025));
    expect(await getCurrentPlan()).toMatchObject({ year: 2025, publishedOn: "2025-03-01" });
    const years = ["2020-01-01", "2025-02-28", "2025-03-01"].map(async (day) => (await getPlanOn(day))?.year);
    expect(await Promise.all(years)).toEqual([2024, 2024, 2025]);
    await leavesNoTrace(() => run("plan.publish", plan(2025)), new Refused("yearTaken"));
  });
});

describe("a section", () => {
  test("stands after its siblings, under a section of the same plan", async () => {
    const { result } = await run<{ sectionId: number }>("section.add", section("9", { clause: "二(九)" }));
    await run("section.add", section("9.1", { parentId: result.sectionId }));
    const rows = await prisma().section.findMany({
      where: { code: { startsWith: "9" } },
      orderBy: { order: "asc" },
    });
    expect(rows.map(({ code, parentId }) => [code, parentId])).toEqual([
      ["9", null],
      ["9.1", result.sectionId],
    ]);
  });

  test("has a code of its own, a plan and a parent that exist", async () => {
    await run("section.add", section("8"));
    await leavesNoTrace(() => run("section.add", section("8")), new Refused("codeTaken"));
    await expect(run("section.add", section("8.1", { parentId: 9999 }))).rejects.toBeInstanceOf(NotFound);
    await expect(run("section.add", section("8.1", { planId: 9999 }))).rejects.toBeInstanceOf(NotFound);
  });

  test("two who add the same code at once: one is told", async () => {
    const both = await Promise.allSettled([0, 1].map(() => run("section.add", section("7"))));
    const lost = both.filter((one) => one.status === "rejected");
    expect(lost.map(({ reason }) => reason)).toEqual([new Refused("codeTaken")]);
  });
});

describe("a figure of an earlier year", () => {
  test("stands beside its section or task, as a number", async () => {
    const taskId = await savedTask(office);
    await run("baseline.add", figure("签约率", { taskId, change: 10.7, atLeast: true }));
    const rows = await listBaselines(supervisor(), office.planId);
    expect(rows).toEqual([
      expect.objectContaining({ taskId, label: "签约率", value: 97.5, change: 10.7, atLeast: true }),
    ]);
    const { rows: events } = await pool().query(`SELECT "taskId" FROM "Event" WHERE kind = 'baseline.add'`);
    expect(events).toEqual([{ taskId }]);
  });

  test("is there once a year, and only beside what exists", async () => {
    await run("baseline.add", figure("户数"));
    await leavesNoTrace(() => run("baseline.add", figure("户数")), new Refused("labelTaken"));
    await run("baseline.add", figure("户数", { year: 2022 }));
    await expect(run("baseline.add", figure("甲", { sectionId: 9999 }))).rejects.toBeInstanceOf(NotFound);
    const other = await run<{ sectionId: number }>("section.add", section("6"));
    const taskId = await savedTask(office);
    const astray = figure("乙", { sectionId: other.result.sectionId, taskId });
    await expect(run("baseline.add", astray)).rejects.toBeInstanceOf(NotFound);
  });
});

test("the plan is the supervisor's", async () => {
  for (const role of ["leader", "unitHead", "staff", "observer", "systemAdmin"] as const) {
    const actor = someActor({ roles: [role] });
    const before = await traces();
    await expect(run("plan.publish", plan(2030), actor)).rejects.toBeInstanceOf(Forbidden);
    await expect(run("section.add", section("5"), actor)).rejects.toBeInstanceOf(Forbidden);
    await expect(run("baseline.add", figure("丙"), actor)).rejects.toBeInstanceOf(Forbidden);
    expect(await traces()).toEqual(before);
  }
});

test("figures and aims of a task are shown to those who may see it, the words of a sensitive one to nobody", async () => {
  const open = await savedTask(office, { goal: "逐户清零" });
  const secret = await savedTask(office, { goal: "某事", label: "sensitive" });
  await run("baseline.add", figure("敏感数", { taskId: secret }));
  const reader = someActor({ roles: ["observer"] });
  const goals = await listGoals(supervisor(), office.planId);
  expect(goals).toMatchObject({ [open]: "逐户清零" });
  expect(goals).not.toHaveProperty(String(secret));
  const labels = async (actor = supervisor()) =>
    (await listBaselines(actor, office.planId)).map(({ label }) => label);
  expect(await labels()).toContain("敏感数");
  expect(await labels(reader)).not.toContain("敏感数");
  await expect(listGoals(someActor({ roles: ["systemAdmin"] }), office.planId)).rejects.toBeInstanceOf(
    Forbidden,
  );
});
