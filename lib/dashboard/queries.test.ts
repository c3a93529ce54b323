import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { runCommand, SYSTEM } from "@/lib/commands";
import { pool, prisma } from "@/lib/db";
import { Forbidden, NotFound, Refused } from "@/lib/errors";
import { ownerOf, savedOffice, savedTask, someActor, supervisor } from "@/lib/testing/builders";
import { getPublicPage, listPublishable } from "./public-queries";
import { getDashboard } from "./queries";
import { listTurns } from "./trend-queries";

let office: Awaited<ReturnType<typeof savedOffice>>;
let open: number;
let secret: number;

beforeAll(async () => {
  office = await savedOffice();
  open = await savedTask(office, { title: "公开的事" });
  secret = await savedTask(office, { title: "敏感的事", label: "sensitive" });
});
afterEach(() => vi.useRealTimers());

const observer = () => someActor({ roles: ["observer"] });
const publish = (taskIds: number[], published = true, actor = supervisor()) =>
  runCommand<{ taskIds: number[] }>("task.publish", actor, { taskIds, published });
const BEGUN = Date.now();
/** The page as it is so many minutes after the tests began. */
async function later(minutes: number) {
  vi.useFakeTimers({ toFake: ["Date"], now: BEGUN + minutes * 60_000 });
  return getPublicPage();
}

test("everybody counts what they may see, and a change is in the next answer", async () => {
  expect((await getDashboard(supervisor())).counts.total).toBe(2);
  expect((await getDashboard(observer())).counts.total).toBe(1);
  await savedTask(office);
  expect((await getDashboard(observer())).counts.total).toBe(2);
  await expect(getDashboard(someActor({ roles: ["systemAdmin"] }))).rejects.toThrow(Forbidden);
});

test("a closed round tells shares of what was owed and not excused; an open one tells nothing yet", async () => {
  const round = {
    periodFrom: "2024-06-01",
    periodTo: "2024-07-31",
    windowFrom: "2024-06-20",
    author: "某人",
  };
  const record = { owed: 8, done: 6, late: 1, missing: 1, excused: 2, byUnit: [], missingList: [] };
  const at = new Date("2024-08-01T00:00:00Z");
  await prisma().round.createMany({
    data: [
      { ...round, title: "八月", windowTo: "2024-08-25", openedAt: at },
      { ...round, title: "七月", windowTo: "2024-07-25", openedAt: at, closedAt: at, record },
      {
        ...round,
        title: "空",
        windowTo: "2024-06-25",
        openedAt: at,
        closedAt: at,
        record: { ...record, owed: 0 },
      },
    ],
  });
  expect(await listTurns(observer())).toMatchObject([
    { title: "空", done: null, late: null, missing: null },
    { title: "七月", day: "2024-07-25", owed: 8, done: 75, late: 12.5, missing: 12.5 },
  ]);
});

test("the public page does not exist until the office opens it, and is gone as soon as it is shut", async () => {
  await expect(getPublicPage()).rejects.toThrow(NotFound);
  await runCommand("setting.set", SYSTEM, { publicPage: true });
  expect((await getPublicPage()).total).toBe(0);
  await runCommand("setting.set", SYSTEM, { publicPage: false });
  await expect(getPublicPage()).rejects.toThrow(NotFound);
});

test("only open tasks are published, by a supervisor; what is published twice is recorded once", async () => {
  await expect(publish([open, secret])).rejects.toEqual(new Refused("notOpen", { code: "1.2" }));
  await expect(publish([open], true, ownerOf(office))).rejects.toThrow(Forbidden);
  expect((await publish([open])).result.taskIds).toEqual([open]);
  await expect(publish([open])).rejects.toEqual(new Refused("nothingToPublish"));
  const { rows } = await pool().query(`SELECT count(*)::int AS n FROM "Event" WHERE kind = 'task.publish'`);
  expect(rows[0].n).toBe(1);
});

test("the public page counts published tasks, names none, and asks the database once a minute", async () => {
  await runCommand("setting.set", SYSTEM, { publicPage: true });
  const page = await later(2);
  expect(page).toMatchObject({ total: 1, sections: [{ code: "1", total: 1 }] });
  expect(JSON.stringify(page)).not.toMatch(/公开的事|甲科|负责人/);
  await publish([open], false);
  expect(await getPublicPage()).toBe(page);
  expect((await later(4)).total).toBe(0);
});

test("a task that becomes internal leaves the public page, published or not", async () => {
  await publish([open]);
  await runCommand("task.edit", supervisor(), { taskId: open, version: 1, label: "internal" });
  expect((await later(6)).total).toBe(0);
});

test("whoever decides what is published sees open tasks that were handed out, and nobody else does", async () => {
  const taskId = await savedTask(office, { title: "交办的事" });
  await runCommand("task.assign", supervisor(), { tasks: [{ taskId, version: 1 }] });
  expect((await listPublishable(supervisor())).flatMap(({ tasks }) => tasks)).toEqual([
    { id: taskId, code: "1.4", title: "交办的事", published: false },
  ]);
  await expect(listPublishable(observer())).rejects.toThrow(Forbidden);
});
