import { beforeAll, describe, expect, it } from "vitest";
import { runCommand, SYSTEM } from "@/lib/commands";
import { prisma } from "@/lib/db";
import { getSettings } from "@/lib/settings/queries";
import { freshDatabase, seededDatabase } from "@/lib/testing/database";
import { seed } from "./seed";

beforeAll(seededDatabase);

describe("a seeded installation", () => {
  it("holds the plan, its sections, tasks and figures", async () => {
    const plan = await prisma().plan.findFirstOrThrow({
      select: { year: true, indexNumber: true, _count: { select: { sections: true, tasks: true } } },
    });
    expect(plan).toEqual({
      year: 2024,
      indexNumber: "113302270029718398/2024-27616",
      _count: { sections: 16, tasks: 54 },
    });
    expect(await prisma().baseline.count()).toBe(38);
  });

  it("has every task as a draft that only waits to be assigned", async () => {
    const tasks = await prisma().task.findMany({
      select: { status: true, leadUnitId: true, ownerPostId: true, sponsorPostId: true, statusSince: true },
    });
    const waiting = tasks.filter((task) => task.leadUnitId && task.ownerPostId && task.sponsorPostId);
    expect(waiting).toHaveLength(54);
    expect(new Set(tasks.map((task) => `${task.status} ${task.statusSince}`))).toEqual(
      new Set(["draft 2024-03-01"]),
    );
  });

  it("keeps the order of the plan on the board", async () => {
    const tasks = await prisma().task.findMany({ orderBy: { rank: "asc" }, select: { code: true } });
    expect([tasks[0]?.code, tasks[8]?.code, tasks.at(-1)?.code]).toEqual(["1.1", "2.1.1", "5.3.4"]);
  });

  it("knows the working days and how far they are known", async () => {
    const { calendar } = await getSettings();
    expect(calendar.knownUntil).toBe("2026-12-31");
    expect(calendar.off).toContain("2024-10-01");
    expect(calendar.work).toContain("2024-10-12");
  });

  it("names no person", async () => {
    expect(await prisma().person.count()).toBe(0);
  });

  it("has every row in the journal, written by the installation itself", async () => {
    const events = await prisma().event.groupBy({
      by: ["kind", "actor"],
      _count: true,
      orderBy: { kind: "asc" },
    });
    expect(events.map(({ kind, actor, _count }) => `${kind} ${actor} ${_count}`)).toEqual([
      "baseline.add 系统 38",
      "calendar.load 系统 1",
      "duty.define 系统 9",
      "incentive.define 系统 6",
      "ledger.define 系统 18",
      "measure.define 系统 33",
      "milestone.add 系统 23",
      "plan.publish 系统 1",
      "post.add 系统 59",
      "register.add 系统 8",
      "register.follow 系统 2",
      "section.add 系统 16",
      "series.define 系统 4",
      "task.add 系统 54",
      "task.prove 系统 50",
      "template.add 系统 5",
      "unit.add 系统 27",
    ]);
  });

  it("is not seeded twice", async () => {
    const before = await prisma().event.count();
    await seed();
    expect(await prisma().event.count()).toBe(before);
  });
});

describe("a seed that fails", () => {
  beforeAll(freshDatabase);

  it("leaves nothing behind, so that the next start seeds the whole plan", async () => {
    await runCommand("unit.add", SYSTEM, { parentId: null, kind: "subdistrict", name: "梅墟街道" });
    await expect(seed()).rejects.toThrow("nameTaken");
    const left = await Promise.all([
      prisma().unit.count(),
      prisma().plan.count(),
      prisma().calendarDay.count(),
    ]);
    expect(left).toEqual([1, 0, 0]);
  });
});
