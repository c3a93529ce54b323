import { rm } from "node:fs/promises";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Actor } from "@/lib/auth/permissions";
import { prisma } from "@/lib/db";
import { Refused } from "@/lib/errors";
import { someActor } from "@/lib/testing/builders";
import { bytesOf } from "@/lib/testing/some-files";
import { contentPath, receive, settle } from "./store";
import { makeTicket, readTicket, type StoredFile } from "./tickets";

const owner = someActor({ accountId: 1 });
const invalid = new Refused("ticketInvalid");
let file: StoredFile;

const read = (ticket: string, actor: Actor = owner) =>
  prisma().$transaction((tx) => readTicket(ticket, actor, tx));

async function* once(bytes: Uint8Array) {
  yield bytes;
}

beforeEach(async () => {
  const { temp, sha256, size } = await receive(once(bytesOf("内容")), 100);
  await settle(temp, contentPath(sha256));
  file = { sha256, size, name: "照片.jpg", mime: "image/jpeg", hasThumb: true };
});

afterEach(() => {
  vi.useRealTimers();
});

test("a ticket tells its file to the one who uploaded it", async () => {
  expect(await read(makeTicket(file, owner))).toEqual(file);
});

test("the longest ticket fits through the door", () => {
  const name = `${"😀".repeat(115)}.docx`;
  expect(makeTicket({ ...file, name, mime: "x".repeat(80), size: 2_147_483_647 }, owner).length).toBeLessThan(
    2000,
  );
});

test("a ticket of another account is refused", async () => {
  for (const accountId of [2, null])
    await expect(read(makeTicket(file, owner), someActor({ accountId }))).rejects.toEqual(invalid);
});

test("a ticket is good for a day", async () => {
  const ticket = makeTicket(file, owner);
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 24 * 3_600_000 - 5_000 });
  await read(ticket);
  vi.setSystemTime(Date.now() + 10_000);
  await expect(read(ticket)).rejects.toEqual(invalid);
});

test("a ticket that was changed in any place is refused", async () => {
  const ticket = makeTicket(file, owner);
  for (let at = 0; at < ticket.length - 1; at += 3) {
    const other = ticket[at] === "A" ? "B" : "A";
    await expect(read(ticket.slice(0, at) + other + ticket.slice(at + 1))).rejects.toEqual(invalid);
  }
});

test("a ticket signed with another key, half a ticket or none is refused", async () => {
  const [body = "", mac = ""] = makeTicket(file, owner).split(".");
  const theirs = Buffer.from(JSON.stringify({ ...file, accountId: 1, exp: 9e15 })).toString("base64url");
  for (const forged of [`${theirs}.${mac}`, body, `${body}.`, `.${mac}`, "", `${body}.${mac}.${mac}`])
    await expect(read(forged)).rejects.toEqual(invalid);
});

test("a ticket whose content is gone, or is of another size, is refused", async () => {
  await expect(read(makeTicket({ ...file, size: file.size + 1 }, owner))).rejects.toEqual(invalid);
  await rm(contentPath(file.sha256));
  await expect(read(makeTicket(file, owner))).rejects.toEqual(invalid);
});
