import pg from "pg";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { prisma } from "@/lib/db";
import { databaseUrl, freshDatabase } from "@/lib/testing/database";
import { follow, leaveSteps, type ToldStep, tellStep } from "./step-hub";
import { tellMeeting } from "./tell";

beforeAll(freshDatabase);
afterEach(leaveSteps);
afterAll(() => leaveSteps());

const step = (slide: string, more: Partial<ToldStep> = {}): ToldStep => ({
  ...{ slide, itemId: null, elapsedSeconds: 0, running: false, by: "督查员", screen: "one" },
  ...more,
});

const FREE = "event: free\ndata: {}\n\n";

/** A screen that follows a meeting, and what it was told since nobody led. */
async function screen(meetingId: number, name = "") {
  const heard: string[] = [];
  const leave = await follow({
    ...{ meetingId, screen: name },
    send: (bytes) => {
      const told = Buffer.from(bytes).toString();
      if (told !== FREE) heard.push(told);
      else heard.length = 0;
    },
    close: () => undefined,
    holds: async () => true,
  });
  return { heard, leave };
}

async function until(holds: () => boolean, most = 4000): Promise<void> {
  for (const end = performance.now() + most; !holds() && performance.now() < end; )
    await new Promise((resolve) => setTimeout(resolve, 10));
  expect(holds()).toBe(true);
}

test("a step reaches every screen of its meeting and none of another, and whoever comes later is told where it stands", async () => {
  const [one, two, other] = [await screen(1), await screen(1), await screen(2)];
  await tellStep(1, step("item-7", { itemId: 7, elapsedSeconds: 12, running: true }));
  await until(() => one.heard.length === 1 && two.heard.length === 1);
  expect(one.heard[0]).toMatch(/^data: \{"slide":"item-7","itemId":7,/);
  two.leave();
  await tellStep(1, step("item-8"));
  await until(() => one.heard.length === 2);
  expect(two.heard).toHaveLength(1);
  expect(other.heard).toEqual([]);
  const late = await screen(1);
  expect(late.heard[0]).toContain("item-8");
});

test("what a command wrote is told when it is written, and not when it was taken back", async () => {
  const one = await screen(5);
  const failed = prisma().$transaction(async (tx) => {
    await tellMeeting(tx, 5);
    throw new Error("taken back");
  });
  await expect(failed).rejects.toThrow("taken back");
  await prisma().$transaction((tx) => tellMeeting(tx, 5));
  await until(() => one.heard.length > 0);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(one.heard).toEqual(["event: changed\ndata: {}\n\n"]);
});

test("after the line to the database broke, everybody looks again and hears what follows", async () => {
  const one = await screen(3);
  // The application's own role may not end anybody.
  const owner = new pg.Client(databaseUrl());
  await owner.connect();
  await owner.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'guatu-steps' AND datname = current_database()`,
  );
  await owner.end();
  await until(() => one.heard.some((told) => told.startsWith("event: changed")));
  await tellStep(3, step("item-1"));
  await until(() => one.heard.some((told) => told.includes("item-1")));
});

test("a step that is told while the first screen is coming is not lost", async () => {
  await prisma().$queryRaw`SELECT 1`; // a line to the database is there, so that the step is told before anybody listens
  const [one] = await Promise.all([screen(6), tellStep(6, step("item-3"))]);
  await until(() => one.heard.some((told) => told.includes("item-3")));
});

test("of two screens that would lead the first one does, until the second one takes over or the first one is gone", async () => {
  const [one, two] = [await screen(7, "one"), await screen(7, "two")];
  await tellStep(7, step("item-1"));
  await tellStep(7, step("item-2", { screen: "two", by: "另一位" }));
  await tellStep(7, step("item-3"));
  await until(() => two.heard.length === 2);
  expect(two.heard.join()).not.toContain("item-2");
  await tellStep(7, { ...step("item-4", { screen: "two", by: "另一位" }), take: true });
  await until(() => one.heard.length === 3);
  expect(one.heard[2]).toContain("另一位");
  await tellStep(7, { ...step("item-4", { screen: "two" }), ends: true });
  await until(() => one.heard.length === 0);
  await tellStep(7, step("item-5"));
  await until(() => two.heard.length === 1);
  one.leave();
  await until(() => two.heard.length === 0, 8000);
}, 20_000);

test("a process that begins to listen is told by another one what was said before", async () => {
  const other = new pg.Client(databaseUrl());
  await other.connect();
  await other.query("LISTEN guatu_step");
  const known = { meetingId: 8, step: step("item-9"), at: performance.timeOrigin + performance.now() };
  other.on("notification", ({ payload }) => {
    if (payload === '{"ask":true}')
      void other.query("SELECT pg_notify('guatu_step', $1)", [JSON.stringify(known)]);
  });
  const late = await screen(8);
  expect(late.heard[0]).toContain("item-9");
  // From here on it only listens: the answer must be the process's own.
  other.removeAllListeners("notification");
  const heard: string[] = [];
  other.on("notification", ({ payload }) => heard.push(payload ?? ""));
  await other.query(`SELECT pg_notify('guatu_step', '{"ask":true}')`);
  await until(() => heard.some((told) => told.includes("item-9") && told.includes('"at"')));
  await other.end();
});
