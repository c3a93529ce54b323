import { createHash } from "node:crypto";
import { readFile, rm, utimes } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";
import { beforeEach, describe, expect, test } from "vitest";
import { runCommand } from "@/lib/commands";
import { prisma } from "@/lib/db";
import { savedOffice, savedTask, supervisor } from "@/lib/testing/builders";
import { freshDatabase } from "@/lib/testing/database";
import { bytesOf, filesBelow, someBody, somePicture } from "@/lib/testing/some-files";
import { holdingContent, whileUnused } from "./queries";
import { contentPath, filesFolder, holds, receive, settle, thumbPath } from "./store";
import { sweepContents } from "./sweep";
import { makeTicket, readTicket, type StoredFile } from "./tickets";
import { keepUpload } from "./upload";

const actor = { ...supervisor(), accountId: null };
let taskId: number;

beforeEach(async () => {
  await rm(filesFolder(), { recursive: true, force: true });
  await freshDatabase();
  taskId = await savedTask(await savedOffice());
});

async function* once(bytes: Uint8Array) {
  yield bytes;
}

async function kept(text: string): Promise<StoredFile> {
  const { temp, sha256, size } = await receive(once(bytesOf(text)), 10_000);
  await settle(temp, contentPath(sha256));
  return { sha256, size, name: "a.txt", mime: "text/plain", hasThumb: false };
}

/** As if it had been uploaded two days ago. */
async function aged(...places: string[]): Promise<void> {
  const then = Date.now() / 1000 - 48 * 3600;
  for (const place of places) await utimes(place, then, then);
}

const attach = (file: StoredFile, version = 1) =>
  runCommand<{ evidenceIds: number[] }>("evidence.attach", actor, {
    taskId,
    version,
    tickets: [makeTicket(file, actor)],
  });

describe("the sweep of contents", () => {
  test("takes what nobody attached within a day, and its small picture", async () => {
    const body = someBody(await somePicture());
    const upload = { body, name: "p.png", declared: null, signal: new AbortController().signal };
    await keepUpload(actor, upload);
    const [content = "", thumb = ""] = (await filesBelow(filesFolder())).map(
      (name) => `${filesFolder()}/${name}`,
    );
    expect(thumb).toBe(`${content}.thumb.webp`);
    expect(await sweepContents()).toBe(0);
    await aged(content, thumb);
    expect(await sweepContents()).toBe(1);
    expect(await filesBelow(filesFolder())).toEqual([]);
  });

  test("leaves what is evidence, also after it was taken away from its task", async () => {
    const file = await kept("佐证");
    const { result } = await attach(file);
    await aged(contentPath(file.sha256));
    expect(await sweepContents()).toBe(0);
    await runCommand("evidence.remove", actor, {
      evidenceId: result.evidenceIds[0],
      version: 2,
      reason: "错传",
    });
    expect(await sweepContents()).toBe(0);
    expect(await holds(file.sha256, file.size)).toBe(true);
  });

  test("takes a small picture whose content is gone", async () => {
    const { sha256 } = await kept("x");
    const { temp } = await receive(once(bytesOf("thumb")), 100);
    await settle(temp, thumbPath(sha256));
    await rm(contentPath(sha256));
    await aged(thumbPath(sha256));
    await sweepContents();
    expect(await filesBelow(filesFolder())).toEqual([]);
  });

  test("touches nothing that is not named as a content", async () => {
    await kept("x");
    const stranger = `${filesFolder()}/README`;
    await settle((await receive(once(bytesOf("y")), 100)).temp, stranger);
    await aged(stranger);
    expect(await sweepContents()).toBe(0);
    expect(await readFile(stranger, "utf8")).toBe("y");
  });
});

describe("the sweep beside others", () => {
  test("waits for an upload of the same content, and then leaves it", async () => {
    const file = await kept("同样");
    await aged(contentPath(file.sha256));
    let sweeping: Promise<number> | undefined;
    await holdingContent(file.sha256, async () => {
      sweeping = sweepContents();
      await setTimeout(200);
      await kept("同样");
    });
    expect(await sweeping).toBe(0);
    expect(await holds(file.sha256, file.size)).toBe(true);
  });

  test("is waited for by an upload of the content that it is looking at", async () => {
    const upload = { name: "a.txt", declared: null, signal: new AbortController().signal };
    let uploading: Promise<unknown> | undefined;
    const seen = await whileUnused(createHash("sha256").update("等待").digest("hex"), async () => {
      uploading = keepUpload(actor, { ...upload, body: someBody(bytesOf("等待")) });
      await setTimeout(300);
      return (await filesBelow(filesFolder())).map((name) => name.split("/")[0]);
    });
    expect(seen).toEqual(["incoming"]);
    await uploading;
    expect(await filesBelow(filesFolder())).toEqual([expect.stringMatching(/[0-9a-f]{64}$/)]);
  });

  test("waits for somebody who attaches, and then finds the row", async () => {
    const file = await kept("正在提交");
    await aged(contentPath(file.sha256));
    let sweeping: Promise<number> | undefined;
    await prisma().$transaction(async (tx) => {
      await readTicket(makeTicket(file, actor), actor, tx);
      sweeping = sweepContents();
      await setTimeout(200);
      const row = { ...file, taskId, author: "某人", at: new Date() };
      await tx.evidence.create({ data: row, select: { id: true } });
    });
    expect(await sweeping).toBe(0);
    expect(await holds(file.sha256, file.size)).toBe(true);
  });

  test("never leaves a row without its file, however they meet", async () => {
    for (let round = 0; round < 25; round++) {
      const file = await kept(`回合${round}`);
      await aged(contentPath(file.sha256));
      const task = await prisma().task.findUniqueOrThrow({
        where: { id: taskId },
        select: { version: true },
      });
      const again = setTimeout(round % 5).then(() => holdingContent(file.sha256, () => kept(`回合${round}`)));
      const attaching = setTimeout(round % 7).then(() => attach(file, task.version));
      await Promise.allSettled([sweepContents(), again, attaching]);
    }
    const rows = await prisma().evidence.findMany({ select: { sha256: true, size: true } });
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(await holds(row.sha256, row.size)).toBe(true);
  });
});
