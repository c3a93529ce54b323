import { deflateSync } from "node:zlib";
import type { Page } from "@playwright/test";
import { command, expect, test } from "./fixtures";
import { sharedProduct } from "./global-setup";
import { HOSTILE } from "./hostile-files";

/** Evidence: how it comes, how it is shown and taken away, and that nothing in it ever runs. */

type Task = { id: number; version: number };

async function newTask(page: Page): Promise<Task> {
  const { body } = await command(page, "task.add", {
    sectionId: 1,
    title: `佐证演练 ${Date.now()}`,
    leadUnitId: 2,
    startDay: "2024-03-01",
    dueDay: "2024-12-31",
  });
  return { id: (body.result as { taskId: number }).taskId, version: 1 };
}

async function upload(page: Page, name: string, bytes: Buffer) {
  const headers = {
    origin: sharedProduct().url,
    "content-type": "application/octet-stream",
    "x-file-name": encodeURIComponent(name),
  };
  const answer = await page.request.post("/api/files", { headers, data: bytes });
  return { status: answer.status(), body: await answer.json() };
}

/** A picture of one colour, made by hand: the tests need no library for it. */
function somePng(): Buffer {
  const crc = (bytes: Buffer) => {
    let value = ~0;
    for (const byte of bytes) {
      value ^= byte;
      for (let bit = 0; bit < 8; bit++) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0);
    }
    return ~value >>> 0;
  };
  const part = (name: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(name), data]);
    const ends = Buffer.alloc(8);
    ends.writeUInt32BE(data.length, 0);
    ends.writeUInt32BE(crc(body), 4);
    return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
  };
  const head = Buffer.from("00000040000000400802000000", "hex");
  const rows = deflateSync(
    Buffer.concat(Array.from({ length: 64 }, () => Buffer.alloc(193, 90).fill(0, 0, 1))),
  );
  const start = Buffer.from("89504e470d0a1a0a", "hex");
  return Buffer.concat([start, part("IHDR", head), part("IDAT", rows), part("IEND", Buffer.alloc(0))]);
}

test("somebody adds a photo and a paper, sees them, downloads one and takes the other away", async ({
  as,
}) => {
  const page = await as("supervisor");
  const task = await newTask(page);
  await page.goto(`/tasks/${task.id}`);
  await page.getByRole("tab", { name: /佐证/ }).click();
  await page.locator("input[type=file]").setInputFiles([
    { name: "现场照片.png", mimeType: "image/png", buffer: somePng() },
    { name: "请示.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7 请示") },
    { name: "网页.html", mimeType: "text/html", buffer: Buffer.from("<!doctype html>") },
  ]);
  await expect(page.getByRole("tabpanel").getByText("不支持这种文件")).toBeVisible();
  await page.getByRole("button", { name: "移除 网页.html" }).click();
  await page.getByRole("button", { name: "添加 2 件" }).click();
  const list = page.getByRole("list", { name: "佐证材料" });
  await expect(list.getByRole("listitem")).toHaveCount(2);
  const thumb = list.locator("img");
  await expect(thumb).toHaveJSProperty("naturalWidth", 64);
  const saving = page.waitForEvent("download");
  await list.getByRole("link", { name: "请示.pdf" }).click();
  expect((await saving).suggestedFilename()).toBe("请示.pdf");
  await list.getByRole("button", { name: "移除 现场照片.png" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "移除", exact: true }).click();
  await expect(dialog.getByText("请填写移除理由。")).toBeVisible();
  await dialog.getByLabel("移除理由").fill("照片拍错了地方");
  await dialog.getByRole("button", { name: "移除", exact: true }).click();
  await expect(list.getByRole("listitem")).toHaveCount(1);
});

test.describe("hostile files", () => {
  test("two hundred of them, refused or opened in every way, run nothing", async ({ as }) => {
    test.setTimeout(180_000);
    const sender = await as("supervisor");
    const kept = await attachAll(sender, await newTask(sender));
    expect(HOSTILE.length).toBeGreaterThanOrEqual(200);
    expect(kept.length).toBeGreaterThanOrEqual(100);
    const reader = await as("leader");
    const called = callsOf(reader);
    // All are embedded; following each would only take longer, since three names share one content.
    await openDirectly(
      reader,
      kept.filter((_, at) => at % 6 === 0),
    );
    await openTricked(
      reader,
      kept.map((id) => `/api/files/${id}`),
    );
    expect(called).toEqual([]);
  });

  test("the same files, served carelessly, do run", async ({ as }) => {
    const page = await as("leader");
    const called = callsOf(page);
    await page.route("**/careless/**", (route) => {
      const one = HOSTILE.find(({ name }) => route.request().url().endsWith(`/${name}`));
      const isScript = route.request().resourceType() === "script";
      const contentType = isScript ? "text/javascript" : "text/html";
      return route.fulfill({ contentType, body: one?.make(beacon(one.name)) });
    });
    await openTricked(
      page,
      ["gif-commentJs.js", "pdf-lateHtml.html"].map((name) => `/careless/${name}`),
    );
    await expect.poll(() => called.sort()).toEqual(["gif-commentJs.js", "pdf-lateHtml.html"]);
  });
});

const beacon = (name: string) => `${sharedProduct().url}/api/health?beacon=${name}`;

/** The names of the files that managed to call home from this browser; it fills as they do. */
function callsOf(page: Page): string[] {
  const called: string[] = [];
  page.context().on("request", (request) => {
    const name = new URL(request.url()).searchParams.get("beacon");
    if (name !== null && !called.includes(name)) called.push(name);
  });
  return called;
}

async function attachAll(page: Page, task: Task): Promise<number[]> {
  const tickets: string[] = [];
  for (let at = 0; at < HOSTILE.length; at += 6) {
    const sent = HOSTILE.slice(at, at + 6).map(({ name, make }) => upload(page, name, make(beacon(name))));
    for (const { status, body } of await Promise.all(sent)) {
      expect([200, 415]).toContain(status);
      if (status === 200) tickets.push(body.ticket);
    }
  }
  const ids: number[] = [];
  for (let at = 0; at < tickets.length; at += 20) {
    const input = { taskId: task.id, version: task.version++, tickets: tickets.slice(at, at + 20) };
    const { body } = await command(page, "evidence.attach", input);
    ids.push(...(body.result as { evidenceIds: number[] }).evidenceIds);
  }
  return ids;
}

/** As somebody does who follows the links one after the other. */
async function openDirectly(page: Page, ids: readonly number[]): Promise<void> {
  for (const id of ids) {
    const saving = page.waitForEvent("download");
    await page.goto(`/api/files/${id}`).catch(() => null); // a download ends the navigation
    await (await saving).cancel();
  }
}

/** A page of our own origin that was tricked into using the files as scripts, styles, frames and pictures. */
async function openTricked(page: Page, addresses: readonly string[]): Promise<void> {
  const body = addresses
    .map(
      (src) => `<script src="${src}"></script><script type="module" src="${src}"></script>
        <link rel="stylesheet" href="${src}"><iframe src="${src}"></iframe><object data="${src}"></object>
        <embed src="${src}"><img src="${src}">`,
    )
    .join("");
  await page.route("**/tricked", (route) => route.fulfill({ contentType: "text/html", body }));
  await page.goto("/tricked", { waitUntil: "load" });
  await page.waitForTimeout(2000);
}
