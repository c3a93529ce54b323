import { beforeEach, expect, test } from "vitest";
import { withClock } from "@/lib/clock";
import { runCommand, SYSTEM } from "@/lib/commands";
import { prisma } from "@/lib/db";
import { savedAccount } from "@/lib/testing/accounts";
import { freshDatabase } from "@/lib/testing/database";
import { forgetMessages } from "./purge";

const NOW = new Date("2024-09-30T09:00:00+08:00");
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000);
type Status = "waiting" | "sent" | "failed" | "dropped";

let accountId = 0;
beforeEach(async () => {
  await freshDatabase();
  accountId = await savedAccount(["staff"], { name: "reader" });
});

async function message(name: string, at: Date, { seen = true, sent = [] as Status[] } = {}): Promise<void> {
  const channels = ["mail", "dingtalk", "wecom", "feishu"] as const;
  await prisma().notification.create({
    data: {
      ...{ accountId, kind: "urged", link: "/", key: name, at, seenAt: seen ? NOW : null },
      deliveries: {
        create: sent.map((status, n) => ({ channel: channels[n] ?? "mail", status, dueAt: at })),
      },
    },
  });
}

const purge = () => withClock(NOW, forgetMessages);
async function left(): Promise<string[]> {
  const select = { key: true, deliveries: { select: { status: true }, orderBy: { id: "asc" as const } } };
  const rows = await prisma().notification.findMany({ select, orderBy: { key: "asc" } });
  return rows.map(({ key, deliveries }) => [key, ...deliveries.map(({ status }) => status)].join(" "));
}

test("messages that were read are kept for a year, with what was sent of them", async () => {
  await message("old", daysAgo(370), { sent: ["sent", "dropped"] });
  await message("young", daysAgo(360), { sent: ["sent"] });
  expect(await purge()).toBe(1);
  expect(await left()).toEqual(["young sent"]);
  expect(await prisma().delivery.count()).toBe(1);
});

test("what nobody has read, what waits and dead letters stay, however old", async () => {
  await message("dead", daysAgo(900), { sent: ["failed", "sent"] });
  await message("unread", daysAgo(900), { seen: false, sent: ["sent"] });
  await message("waiting", daysAgo(900), { sent: ["waiting"] });
  expect(await purge()).toBe(0);
  expect(await left()).toEqual(["dead failed", "unread", "waiting waiting"]);
  await prisma().delivery.updateMany({ where: { status: "failed" }, data: { status: "sent" } });
  await prisma().notification.updateMany({ where: { key: "unread" }, data: { seenAt: NOW } });
  expect(await purge()).toBe(2);
  expect(await left()).toEqual(["waiting waiting"]);
});

test("the office says for how many months", async () => {
  await message("quarter", daysAgo(100));
  expect(await purge()).toBe(0);
  await runCommand("setting.set", SYSTEM, { keepMessagesMonths: 3 });
  expect(await purge()).toBe(1);
});
