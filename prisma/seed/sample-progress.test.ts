import { beforeAll, describe, expect, it } from "vitest";
import { BOARD_COLUMNS } from "@/lib/board/columns";
import type { BoardTask } from "@/lib/board/rules";
import { pool, prisma } from "@/lib/db";
import { DEFAULT_REPORTING } from "@/lib/lights/planned";
import { rollUp } from "@/lib/lights/summary";
import { getSettings } from "@/lib/settings/queries";
import { seededDatabase } from "@/lib/testing/database";
import { addSampleProgress } from "./sample-progress";

beforeAll(async () => {
  await seededDatabase();
  // In two goes, as after an interruption.
  await addSampleProgress("2024-05-31");
  await addSampleProgress();
}, 120_000);

async function tasksOf(): Promise<BoardTask[]> {
  const { rows } = await pool().query<BoardTask>(`SELECT ${BOARD_COLUMNS} FROM "Task" t ORDER BY t.id`);
  return rows;
}

describe("an installation with the sample year", () => {
  it("shows green, yellow, red and grey on its last day, and no sea of red", async () => {
    const { calendar, settings } = await getSettings();
    expect(settings.viewedOn).toBe("2024-09-30");
    const tasks = await tasksOf();
    const figures = rollUp(tasks, { today: "2024-09-30", calendar, reporting: DEFAULT_REPORTING });
    expect(figures.lights).toEqual({ green: 32, yellow: 13, red: 8, grey: 3 });
    expect([figures.unreported, figures.statuses.closed, figures.statuses.suspended]).toEqual([5, 8, 1]);
  });

  it("closes nothing without evidence", async () => {
    const handedIn = (await tasksOf()).filter(({ status }) => status === "closed" || status === "submitted");
    expect(handedIn).toHaveLength(10);
    expect(handedIn.filter(({ evidenceCount }) => evidenceCount === 0)).toEqual([]);
    expect(await prisma().evidence.count({ where: { name: { startsWith: "样例佐证" } } })).toBe(12);
  });

  it("happened day by day, one thing after another", async () => {
    const events = await prisma().event.findMany({
      orderBy: { seq: "asc" },
      select: { at: true, kind: true },
    });
    const played = events.filter(({ kind }) => kind !== "setting.set").map(({ at }) => at.getTime());
    expect(played).toEqual([...played].sort((a, b) => a - b));
    expect(events.filter(({ kind }) => kind === "task.assign")).toHaveLength(56);
  });

  it("holds one meeting to compare with, one that is prepared, and one submission that was sent back", async () => {
    const meetings = await prisma().meeting.findMany({
      orderBy: { id: "asc" },
      select: { heldOn: true, status: true, _count: { select: { outcomes: true } } },
    });
    expect(meetings).toEqual([
      { heldOn: "2024-08-30", status: "closed", _count: { outcomes: 4 } },
      { heldOn: "2024-10-08", status: "draft", _count: { outcomes: 0 } },
    ]);
    expect(await prisma().event.count({ where: { kind: "task.sendBack" } })).toBe(2);
  });

  it("holds an answered urge, a notice whose reply has lapsed, and two requests for a later day", async () => {
    expect(await prisma().urge.findMany({ select: { text: true, repliedBy: true } })).toEqual([
      { text: "逾期 26 天，请今日填报。", repliedBy: "应急办经办" },
    ]);
    expect(
      await prisma().notice.findMany({ select: { year: true, number: true, replyDay: true, reply: true } }),
    ).toEqual([{ year: 2024, number: 1, replyDay: "2024-09-23", reply: null }]);
    const requests = await prisma().extension.findMany({
      orderBy: { id: "asc" },
      select: { status: true, grantedDay: true, task: { select: { dueDay: true, extensionCount: true } } },
    });
    expect(requests).toEqual([
      { status: "granted", grantedDay: "2024-11-15", task: { dueDay: "2024-11-15", extensionCount: 1 } },
      { status: "asked", grantedDay: null, task: { dueDay: "2024-09-30", extensionCount: 0 } },
    ]);
  });

  it("holds five closed rounds of months, one of September with reports missing, and one that everybody owes", async () => {
    const rounds = await prisma().round.findMany({
      orderBy: { id: "asc" },
      select: { title: true, record: true, closedAt: true },
    });
    expect(rounds.map(({ title, closedAt }) => [title, closedAt !== null])).toEqual([
      ...[4, 5, 6, 7, 8].map((month) => [`月度填报（2024年${month}月）`, true]),
      ["月度填报（2024年9月）", false],
      ["三季度小结", false],
    ]);
    const kept = rounds.flatMap(({ record }) => (record ? [record as Record<string, number>] : []));
    expect(kept.map(({ owed, done, late, missing }) => [owed, done, late, missing])).toEqual([
      [47, 37, 10, 0],
      [46, 46, 0, 0],
      [45, 35, 10, 0],
      [42, 38, 4, 0],
      [40, 40, 0, 0],
    ]);
    const missing = await prisma().task.findMany({
      where: { reportDueDay: "2024-09-26" },
      select: { code: true },
    });
    // Of the last three the window was already open when they were handed over.
    const asked = ["1.4", "2.2.3", "3.3.4", "5.1.3", ...["2.1.9", "5.2.3", "5.3.2"]].sort();
    expect(missing.map(({ code }) => code).sort()).toEqual(asked);
  });

  it("is complete: another run adds nothing", async () => {
    const before = await prisma().event.count({ where: { kind: { not: "setting.set" } } });
    await addSampleProgress();
    expect(await prisma().event.count({ where: { kind: { not: "setting.set" } } })).toBe(before);
  });

  it("is not played on a plan that somebody works on", async () => {
    await prisma().idempotencyKey.deleteMany({});
    await expect(addSampleProgress()).rejects.toThrow("in use");
  });
});
