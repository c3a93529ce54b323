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
  ...{ slide, itemId: null, elapsedSeconds: 0, running: false, by: "督查员" },
  ...more,
});

/** A screen that follows a meeting, and what it was told so far. */
async function screen(meetingId: number) {
  const heard: string[] = [];
  const leave = await follow({
    meetingId,
    send: (bytes) => heard.push(Buffer.from(bytes).toString()),
    close: () => undefined,
    holds: async () => true,
  });
  return { heard, leave };
}

async function until(holds: () => boolean): Promise<void> {
  for (const end = performance.now() + 4000; !holds() && performance.now() < end; )
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
