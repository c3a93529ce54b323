import { writeFile } from "node:fs/promises";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Role } from "@/lib/auth/permissions";
import { runCommand, SYSTEM } from "@/lib/commands";
import { pool, prisma } from "@/lib/db";
import { fingerprint } from "@/lib/events/record";
import { contentPath } from "@/lib/files/store";
import { savedOffice, savedTask } from "@/lib/testing/builders";
import { bytesOf, somePicture } from "@/lib/testing/some-files";
import { GET } from "./[id]/route";
import { POST } from "./route";

let office: Awaited<ReturnType<typeof savedOffice>>;
let taskId: number;
let people = 0;

beforeAll(async () => {
  office = await savedOffice();
});

beforeEach(async () => {
  taskId = await savedTask(office);
});

/** Somebody with these roles, by a token as scripts use it. */
async function savedToken(roles: Role[], { scopes = ["*"], mustHold = true } = {}): Promise<string> {
  const name = `someone${++people}`;
  const person = await prisma().person.create({ data: { name, pinyin: name, initials: name } });
  const account = await prisma().account.create({
    data: { name, roles, passwordHash: "x", personId: person.id },
  });
  const token = `gt_${name.padEnd(30, "x")}`;
  const expiresAt = new Date(Date.now() + 60_000);
  await prisma().accessToken.create({
    data: { accountId: account.id, name, scopes, hash: fingerprint(token), expiresAt },
  });
  if (mustHold)
    await prisma().holding.create({
      data: { personId: person.id, postId: office.ownerPostId, fromDay: "2024-01-01" },
    });
  return token;
}

function post(token: string, bytes: Uint8Array, headers: Record<string, string> = {}): Promise<Response> {
  const all = {
    authorization: `Bearer ${token}`,
    "content-type": "application/octet-stream",
    "content-length": String(bytes.length),
    "x-file-name": encodeURIComponent("河道照片.png"),
    ...headers,
  };
  return POST(
    new Request("http://127.0.0.1:3000/api/files", {
      method: "POST",
      body: new Uint8Array(bytes),
      headers: all,
    }),
  );
}

function get(token: string, id: number | string, query = ""): Promise<Response> {
  const request = new Request(`http://127.0.0.1:3000/api/files/${id}${query}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  return GET(request, { params: Promise.resolve({ id: String(id) }) });
}

async function attached(token: string, bytes: Uint8Array, name = "河道照片.png"): Promise<number> {
  const { ticket } = await (await post(token, bytes, { "x-file-name": encodeURIComponent(name) })).json();
  const { rows } = await pool().query(`SELECT "accountId" FROM "AccessToken" WHERE hash = $1`, [
    fingerprint(token),
  ]);
  const actor = { ...SYSTEM, accountId: rows[0].accountId };
  const { version } = await prisma().task.findUniqueOrThrow({ where: { id: taskId } });
  const { result } = await runCommand<{ evidenceIds: number[] }>("evidence.attach", actor, {
    taskId,
    version,
    tickets: [ticket],
  });
  return result.evidenceIds[0] as number;
}

describe("POST /api/files", () => {
  test("answers a ticket and what was kept", async () => {
    const answer = await post(await savedToken(["staff"]), await somePicture());
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({
      ticket: expect.stringMatching(/^[\w-]+\.[\w-]+$/),
      name: "河道照片.png",
      mime: "image/png",
      size: (await somePicture()).length,
      hasThumb: true,
    });
  });

  test("says in Chinese what is wrong and what is allowed", async () => {
    const answer = await post(await savedToken(["staff"]), bytesOf("<svg onload=alert(1)/>"), {
      "x-file-name": "a.svg",
    });
    expect([answer.status, answer.headers.get("content-type")]).toEqual([
      415,
      "application/problem+json; charset=utf-8",
    ]);
    expect(await answer.json()).toMatchObject({
      code: "kind",
      title: expect.stringMatching(/^不支持这种文件。可以上传：PDF、/),
    });
  });

  test("refuses strangers, the wrong roles, narrow tokens, forms and foreign pages", async () => {
    const picture = await somePicture();
    const staff = await savedToken(["staff"]);
    expect((await post("gt_unknown-token-000000000000", picture)).status).toBe(401);
    expect((await post(await savedToken(["observer"]), picture)).status).toBe(403);
    expect((await post(await savedToken(["staff"], { scopes: ["task.*"] }), picture)).status).toBe(403);
    expect((await post(staff, picture, { "content-type": "text/plain" })).status).toBe(415);
    expect((await post(staff, picture, { authorization: "", origin: "https://evil.example" })).status).toBe(
      403,
    );
  });

  test("slows down who sends more than two a second for a minute", async () => {
    const token = await savedToken(["staff"]);
    const answers = await Promise.all(Array.from({ length: 125 }, () => post(token, bytesOf(""))));
    const slowed = answers.filter((answer) => answer.headers.get("retry-after") !== null);
    expect(slowed.map((answer) => answer.status)).toEqual(Array(5).fill(429));
  });
});

describe("GET /api/files/[id]", () => {
  test("sends the bytes under their Chinese name, caged", async () => {
    const token = await savedToken(["staff"]);
    const picture = await somePicture();
    const answer = await get(token, await attached(token, picture));
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toEqual({
      "content-type": "image/png",
      "content-disposition": `attachment; filename="____.png"; filename*=UTF-8''${encodeURIComponent("河道照片.png")}`,
      "content-security-policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
      "x-content-type-options": "nosniff",
      "cross-origin-resource-policy": "same-origin",
      "cache-control": "private, no-store",
    });
    expect(Buffer.from(await answer.arrayBuffer()).equals(picture)).toBe(true);
  });

  test.each([
    ["x.js", "GIF89a/*\u0001\u0001*/=1;alert(1)//", "image/gif"],
    ["x.html", "%PDF-1.7\n<html><script>alert(1)</script>", "application/pdf"],
  ])("a file that is a program as well (%s) is sent as %s under the same cage", async (name, text, mime) => {
    const token = await savedToken(["staff"]);
    const { headers } = await get(token, await attached(token, bytesOf(text), name));
    expect(headers.get("content-type")).toBe(mime);
    expect(headers.get("content-disposition")).toMatch(/^attachment; filename="x\.(gif|pdf)"/);
    expect(headers.get("content-security-policy")).toMatch(/sandbox$/);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
  });

  test("shows the small picture in place", async () => {
    const token = await savedToken(["staff"]);
    const answer = await get(token, await attached(token, await somePicture()), "?thumb=1");
    expect([
      answer.status,
      answer.headers.get("content-type"),
      answer.headers.get("content-disposition"),
    ]).toEqual([200, "image/webp", "inline"]);
    expect(Buffer.from(await answer.arrayBuffer()).toString("latin1", 8, 12)).toBe("WEBP");
  });

  test("answers alike when there is none, it is hidden, it was taken away, or the number is none", async () => {
    const token = await savedToken(["staff"]);
    taskId = await savedTask(office, { label: "sensitive" });
    const hidden = await attached(token, await somePicture());
    const outsider = await savedToken(["leader"], { mustHold: false });
    const admin = await savedToken(["systemAdmin"], { mustHold: false });
    await prisma().evidence.update({ where: { id: hidden }, data: { removedAt: new Date() } });
    const removed = await get(token, hidden);
    await prisma().evidence.update({ where: { id: hidden }, data: { removedAt: null } });
    const answers = [
      removed,
      await get(outsider, hidden),
      await get(admin, hidden),
      await get(token, 999_999),
    ];
    for (const odd of ["0", "1e3", "../1", "9999999999", "abc"]) answers.push(await get(token, odd));
    expect(answers.map((answer) => answer.status)).toEqual(Array(9).fill(404));
    expect(new Set(await Promise.all(answers.map((answer) => answer.text()))).size).toBe(1);
  });

  test("records each opening of a sensitive file before its bytes, and shows no small picture of it", async () => {
    const token = await savedToken(["staff"]);
    taskId = await savedTask(office, { label: "sensitive" });
    const id = await attached(token, await somePicture());
    const opened = async () =>
      (await pool().query(`SELECT 1 FROM "Event" WHERE kind = 'evidence.open' AND "subjectId" = $1`, [id]))
        .rowCount;
    expect((await get(token, id, "?thumb=1")).status).toBe(404);
    expect(await opened()).toBe(0);
    expect((await get(token, id)).status).toBe(200);
    expect(await opened()).toBe(1);
  });

  test("says so when the stored file is damaged", async () => {
    const token = await savedToken(["staff"]);
    const id = await attached(token, bytesOf(`%PDF-1.7 ${taskId}`), "a.pdf");
    const { sha256 } = await prisma().evidence.findUniqueOrThrow({ where: { id } });
    await writeFile(contentPath(sha256), "cut");
    const answer = await get(token, id);
    expect([answer.status, (await answer.json()).code]).toEqual([503, "fileDamaged"]);
  });

  test("closes the file when the reader leaves", async () => {
    const token = await savedToken(["staff"]);
    const answer = await get(
      token,
      await attached(token, bytesOf(`%PDF-1.7 ${"x".repeat(500_000)}`), "a.pdf"),
    );
    const reader = answer.body?.getReader();
    await reader?.read();
    const before = await openFiles();
    await reader?.cancel();
    expect(await openFiles()).toBe(before - 1);
  });
});

async function openFiles(): Promise<number> {
  const { readdir, readlink } = await import("node:fs/promises");
  const links = (await readdir("/proc/self/fd")).map((fd) => readlink(`/proc/self/fd/${fd}`).catch(() => ""));
  return (await Promise.all(links)).filter((link) => link.includes("/files/")).length;
}
