import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { runCommand } from "@/lib/commands";
import { prisma } from "@/lib/db";
import { someActor } from "@/lib/testing/builders";
import { mailSink } from "@/lib/testing/some-sinks";
import { transact } from "@/lib/transaction";
import type { Message } from "./group-rules";
import { writeMessages } from "./write-messages";

/** Two instances of the product on one database, each with its dispatcher; one after the other is killed in the middle of its work. */

const MESSAGES = 300;
const READERS = 60;
/** Letters that the two killed ones had on their way, of which nobody knows whether they arrived: one in each of four lanes, and as many whose mark was being written. */
const ON_THE_WAY = 16;

const mail = await mailSink(async () => {
  await new Promise((done) => setTimeout(done, 25));
  return "take" as const;
});
// Before the environment is read for the first time.
process.env.GUATU_OUTBOUND_HOSTS = `127.0.0.1:${mail.port}`;

const processes: ChildProcess[] = [];
afterAll(async () => {
  for (const one of processes) one.kill("SIGKILL");
  await mail.close();
});

function start(): ChildProcess {
  const entry = path.resolve("lib/testing/dispatcher.ts");
  const child = spawn(process.execPath, ["--import", "tsx", entry], { stdio: ["ignore", "pipe", "inherit"] });
  processes.push(child);
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill("SIGKILL");
  await once(child, "exit");
}

const heardIds = () => mail.heard.flatMap(({ ids }) => ids);
const until = (count: number) =>
  expect.poll(() => new Set(heardIds()).size, { timeout: 60_000 }).toBeGreaterThanOrEqual(count);

async function openMail(): Promise<number[]> {
  const readers: number[] = [];
  for (let n = 0; n < READERS; n++) {
    const preference = { create: { mail: `r${n}@x.cn` } };
    const facts = { name: `reader${n}`, passwordHash: "", roles: ["staff" as const], preference };
    readers.push((await prisma().account.create({ data: facts })).id);
  }
  const outlet = { channel: "mail", address: `smtp://127.0.0.1:${mail.port}`, sender: "office@x.cn" };
  const keeper = someActor({ accountId: readers[0] ?? 0, name: "管理员", roles: ["systemAdmin"] });
  await runCommand("outlet.set", keeper, { version: 0, enabled: true, ...outlet });
  return readers;
}

/** One after the other, so that letters leave while others are written. */
async function writeAll(readers: readonly number[]): Promise<void> {
  const messages = Array.from({ length: MESSAGES }, (_, n): Message => {
    const place = { kind: "urged" as const, taskId: null, link: "/supervision", sensitive: false, key: null };
    return { ...place, accountId: readers[n % READERS] ?? 0, params: { count: n + 1, by: "督查员" } };
  });
  for (const one of messages) await transact((tx) => writeMessages(tx, [one]));
}

async function writtenIds(): Promise<number[]> {
  return (await prisma().notification.findMany({ select: { id: true } })).map(({ id }) => id);
}

test("two whole processes send every message, in each person's order, and repeat no more than was on its way", async () => {
  const readers = await openMail();
  const [first, second] = [start(), start()];
  const writing = writeAll(readers);
  await until(MESSAGES / 3);
  await kill(first);
  await until(MESSAGES / 2);
  const third = start();
  await kill(second);
  await writing;
  await until(MESSAGES);
  const waiting = () => prisma().delivery.count({ where: { status: "waiting" } });
  await expect.poll(waiting, { timeout: 60_000 }).toBe(0);
  await kill(third);
  const written = await writtenIds();
  expect([...new Set(heardIds())].sort((a, b) => a - b)).toEqual(written.sort((a, b) => a - b));
  const known = new Set<number>();
  const repeated = mail.heard.filter(({ ids }) => {
    const again = ids.some((id) => known.has(id));
    for (const id of ids) known.add(id);
    return again;
  });
  expect(repeated.length).toBeLessThanOrEqual(ON_THE_WAY);
  for (const to of new Set(mail.heard.map((one) => one.to))) {
    const own = [...new Set(mail.heard.filter((one) => one.to === to).flatMap(({ ids }) => ids))];
    expect(own, to).toEqual([...own].sort((a, b) => a - b));
  }
}, 180_000);
