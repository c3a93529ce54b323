import { readFile, rm } from "node:fs/promises";
import sharp from "sharp";
import { beforeEach, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/permissions";
import { prisma } from "@/lib/db";
import { env } from "@/lib/env";
import { Forbidden } from "@/lib/errors";
import { someActor } from "@/lib/testing/builders";
import { bytesOf, filesBelow, someBody, someOffice, somePicture } from "@/lib/testing/some-files";
import { Aborted } from "./chunks";
import { filesFolder, thumbPath } from "./store";
import { readTicket } from "./tickets";
import { keepUpload, type Upload, uploadLimit } from "./upload";

const staff = someActor({ accountId: 7, roles: ["staff"] });
const PDF = bytesOf(`%PDF-1.7\n${"x".repeat(300_000)}`);

function someUpload(bytes: Uint8Array, fields: Partial<Upload> = {}): Upload {
  const { signal } = new AbortController();
  return {
    body: someBody(bytes),
    name: encodeURIComponent("报告.pdf"),
    declared: bytes.length,
    signal,
    ...fields,
  };
}

const fileOf = (ticket: string, actor: Actor) => prisma().$transaction((tx) => readTicket(ticket, actor, tx));

beforeEach(() => rm(filesFolder(), { recursive: true, force: true }));

test("an upload answers what it is and a ticket for it", async () => {
  const { ticket, ...told } = await keepUpload(staff, someUpload(PDF));
  expect(told).toEqual({ name: "报告.pdf", mime: "application/pdf", size: PDF.length, hasThumb: false });
  const file = await fileOf(ticket, staff);
  expect(file).toEqual({ ...told, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
  expect(await filesBelow(filesFolder())).toEqual([expect.stringMatching(`/${file.sha256}$`)]);
});

test("the kind is found in the bytes, whatever name and type are claimed", async () => {
  const upload = someUpload(someOffice("docx"), { name: "x.exe" });
  expect(await keepUpload(staff, upload)).toMatchObject({
    name: "x.docx",
    mime: expect.stringContaining("wordprocessing"),
  });
});

test.each([
  ["the connection breaks", { body: someBody(PDF, { breakAfter: 150_000 }) }, Aborted],
  ["less arrives than was announced", { declared: PDF.length + 1 }, { code: "cutShort", status: 400 }],
  ["more arrives than was announced", { declared: 10 }, { code: "cutShort", status: 400 }],
  ["the announced length is no number", { declared: Number.NaN }, { code: "cutShort", status: 400 }],
  ["nothing arrives", { body: null, declared: 0 }, { code: "empty", status: 400 }],
  ["it has no name", { name: null }, { code: "nameMissing", status: 400 }],
  ["its name is not UTF-8", { name: "%E6%B2" }, { code: "nameMissing", status: 400 }],
  [
    "it is a page",
    { body: someBody(bytesOf("<!doctype html>")), declared: null, name: "a.html" },
    { code: "kind", status: 415 },
  ],
  ["it announces too much", { declared: 1e12 }, { code: "tooLarge", status: 413 }],
])("nothing remains when %s", async (_, fields, expected) => {
  const keeping = keepUpload(staff, someUpload(PDF, fields));
  if (typeof expected === "function") await expect(keeping).rejects.toBeInstanceOf(expected);
  else await expect(keeping).rejects.toMatchObject(expected);
  expect(await filesBelow(filesFolder())).toEqual([]);
});

test("what announces too much is refused before a byte is read", async () => {
  let pulled = false;
  const body = new ReadableStream<Uint8Array>(
    {
      pull: () => {
        pulled = true;
      },
    },
    { highWaterMark: 0 },
  );
  await expect(
    keepUpload(staff, someUpload(PDF, { body, declared: uploadLimit() + 1 })),
  ).rejects.toMatchObject({ code: "tooLarge" });
  expect(pulled).toBe(false);
});

test("what announces nothing is cut off at the limit", async () => {
  let sent = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += 1_000_000;
      controller.enqueue(new Uint8Array(1_000_000));
    },
  });
  const keeping = keepUpload(staff, someUpload(PDF, { body, declared: null }));
  await expect(keeping).rejects.toMatchObject({
    code: "tooLarge",
    detail: { megabytes: env().GUATU_UPLOAD_MB },
  });
  expect(sent).toBeLessThan(uploadLimit() + 4_000_000);
  expect(await filesBelow(filesFolder())).toEqual([]);
});

test("only those who work on tasks upload", async () => {
  for (const role of ["observer", "systemAdmin", "securityAdmin", "auditAdmin"] as const) {
    const actor = someActor({ accountId: 1, roles: [role] });
    await expect(keepUpload(actor, someUpload(PDF))).rejects.toBeInstanceOf(Forbidden);
  }
});

test("one person sends at most eight at once, and may go on afterwards", async () => {
  const slow = () => someUpload(PDF, { body: new ReadableStream(), declared: null });
  const leaving = new AbortController();
  const open = Array.from({ length: 8 }, () =>
    keepUpload(staff, { ...slow(), signal: leaving.signal }).catch(() => "left"),
  );
  await expect(keepUpload(staff, someUpload(PDF))).rejects.toMatchObject({ code: "tooMany", status: 429 });
  await keepUpload(someActor({ accountId: 8, roles: ["staff"] }), someUpload(PDF));
  leaving.abort();
  expect(await Promise.all(open)).toEqual(Array(8).fill("left"));
  await keepUpload(staff, someUpload(PDF));
});

test("a picture gets a small one: upright, and without what the camera wrote", async () => {
  const photo = await somePicture("jpeg", { width: 1600, height: 800, turned: true });
  expect(photo.includes("SecretCamera")).toBe(true);
  const { ticket, hasThumb } = await keepUpload(staff, someUpload(photo, { name: "p.jpg" }));
  expect(hasThumb).toBe(true);
  const thumb = thumbPath((await fileOf(ticket, staff)).sha256);
  const { format, width, height, exif, orientation } = await sharp(thumb).metadata();
  expect({ format, width, height, exif, orientation }).toEqual({ format: "webp", width: 240, height: 480 });
  expect((await readFile(thumb)).includes("SecretCamera")).toBe(false);
});

test("a small picture is not blown up", async () => {
  const { ticket } = await keepUpload(
    staff,
    someUpload(await somePicture("png", { width: 20, height: 10 }), { name: "p" }),
  );
  const thumb = thumbPath((await fileOf(ticket, staff)).sha256);
  expect(await sharp(thumb).metadata()).toMatchObject({ width: 20, height: 10 });
});

test.each([
  ["broken", async () => (await somePicture("jpeg")).subarray(0, 1000)],
  ["of more than fifty million pixels", () => somePicture("png", { width: 10_000, height: 5_001 })],
])("a picture that is %s is kept without a small one", async (_, picture) => {
  expect(await keepUpload(staff, someUpload(await picture(), { name: "p" }))).toMatchObject({
    hasThumb: false,
  });
  expect(await filesBelow(filesFolder())).toHaveLength(1);
});

test("a picture that is a program as well is kept as a picture", async () => {
  const both = bytesOf("GIF89a/*\u0001\u0001*/=1;alert(1)//");
  expect(await keepUpload(staff, someUpload(both, { name: "x.js" }))).toMatchObject({
    name: "x.gif",
    mime: "image/gif",
  });
});

test("the library of pictures reads no format that is not evidence", async () => {
  const svg = bytesOf('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>');
  await expect(sharp(svg).metadata()).rejects.toThrow("unsupported");
});
