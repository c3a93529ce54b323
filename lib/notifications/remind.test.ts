import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { withClock } from "@/lib/clock";
import { runCommand } from "@/lib/commands";
import { pool, prisma } from "@/lib/db";
import { Forbidden } from "@/lib/errors";
import { savedAccount } from "@/lib/testing/accounts";
import { savedOffice, savedTask, supervisor } from "@/lib/testing/builders";
import { freshDatabase } from "@/lib/testing/database";
import { remind } from "./remind";

let office: Awaited<ReturnType<typeof savedOffice>>;
let taskId: number;

beforeAll(async () => {
  await freshDatabase();
  office = await savedOffice();
  const accountId = await savedAccount(["staff"], { name: "zhang", personName: "张三" });
  const { personId } = await prisma().account.findUniqueOrThrow({ where: { id: accountId } });
  await prisma().holding.create({
    data: { postId: office.ownerPostId, personId: personId ?? 0, fromDay: "2020-01-01" },
  });
});
beforeEach(async () => {
  await pool().query(`DELETE FROM "Notification"`);
  await pool().query(`DELETE FROM "Setting" WHERE key = 'reminders'`);
  await pool().query(`UPDATE "Task" SET status = 'terminated', "statusReason" = '止'`);
  taskId = await savedTask(office, { dueDay: "2024-09-27", title: "清淤" });
  await onDay("2024-09-02", () =>
    runCommand("task.assign", supervisor(), { tasks: [{ taskId, version: 1 }] }),
  );
  await pool().query(`DELETE FROM "Notification"`);
});

const onDay = <T>(day: string, work: () => Promise<T>, hour = "09:00") =>
  withClock(new Date(`${day}T${hour}:00+08:00`), work);
const told = async () =>
  (await prisma().notification.findMany({ orderBy: { id: "asc" } })).map(({ kind, key }) => [kind, key]);

describe("the office is reminded", () => {
  test("once a day however often and by however many it is asked, and only of what came nearer", async () => {
    await onDay("2024-09-18", () => Promise.all([remind(), remind(), remind()]));
    expect(await told()).toEqual([["dueSoon", "dueSoon:2024-09-18"]]);
    for (const day of ["2024-09-19", "2024-09-20", "2024-09-23"]) await onDay(day, remind);
    expect(await told()).toHaveLength(1);
    await onDay("2024-09-24", remind);
    expect(await told()).toHaveLength(2);
  });

  test("not on a day off, not before eight, and of a day slept through once", async () => {
    expect(await onDay("2024-09-21", remind)).toBe(false);
    expect(await onDay("2024-09-18", remind, "07:59")).toBe(false);
    await onDay("2024-09-18", remind);
    await onDay("2024-10-10", remind);
    expect((await told()).map(([kind]) => kind)).toEqual(["dueSoon", "overdue"]);
  });

  test("no more of what is done", async () => {
    await onDay("2024-09-18", remind);
    await pool().query(`UPDATE "Task" SET status = 'submitted', "evidenceCount" = 1 WHERE id = $1`, [taskId]);
    await onDay("2024-09-27", remind);
    expect(await told()).toHaveLength(1);
  });

  test("again from today on after a clock that ran ahead was set right", async () => {
    await onDay("2030-09-18", remind);
    await pool().query(`DELETE FROM "Notification"`);
    await onDay("2024-09-20", remind);
    expect(await told()).toEqual([]);
    await onDay("2024-09-24", remind);
    expect(await told()).toEqual([["dueSoon", "dueSoon:2024-09-24"]]);
  });

  test("by nobody but the installation", async () => {
    await expect(runCommand("reminder.send", supervisor(), {})).rejects.toBeInstanceOf(Forbidden);
  });
});

test("a round that opens tells who owes in it, and on its last day but one who has not reported", async () => {
  const round = {
    title: "九月填报",
    periodFrom: "2024-09-01",
    periodTo: "2024-09-30",
    graceDays: 0,
    instructions: "",
  };
  const scope = { sectionIds: [], unitIds: [], statuses: [] };
  const window = { windowFrom: "2024-09-20", windowTo: "2024-09-25", scope, who: "owner" };
  await onDay("2024-09-20", () =>
    runCommand("round.open", { ...supervisor(), accountId: null }, { ...round, ...window }),
  );
  const [one] = await prisma().notification.findMany();
  expect(one).toMatchObject({
    kind: "roundOpened",
    params: { round: "九月填报", count: 1, day: "2024-09-25" },
  });
  await onDay("2024-09-24", remind);
  expect((await told()).map(([kind]) => kind)).toContain("roundClosing");
  await pool().query(`UPDATE "RoundOwed" SET "doneOn" = '2024-09-24'`);
  await onDay("2024-09-26", remind);
  expect((await told()).map(([kind]) => kind)).not.toContain("roundMissed");
});
