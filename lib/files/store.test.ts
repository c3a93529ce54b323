import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { existsSync, readlinkSync } from "node:fs";
import { open, readFile, rm, stat, utimes, writeFile } from "node:fs/promises";
import path from "node:path";
import { beforeEach, expect, test, vi } from "vitest";
import { bytesOf, filesBelow } from "@/lib/testing/some-files";
import { Damaged, streamFile, verifyContent } from "./read-content";
import { contentPath, discard, filesFolder, freeBytes, holds, receive, settle } from "./store";
import { sweepIncoming } from "./sweep";
import { UploadRefused } from "./upload-refused";

const sha256Of = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

async function* pieces(bytes: Uint8Array, size = 1000): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function keep(bytes: Uint8Array): Promise<string> {
  const { temp, sha256 } = await receive(pieces(bytes), 1_000_000);
  await settle(temp, contentPath(sha256));
  return sha256;
}

beforeEach(() => rm(filesFolder(), { recursive: true, force: true }));

test("a content lies under its hash, whole, and nothing else lies there", async () => {
  const bytes = bytesOf("进展".repeat(5000));
  const sha256 = await keep(bytes);
  expect(sha256).toBe(sha256Of(bytes));
  expect(await filesBelow(filesFolder())).toEqual([`${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`]);
  expect(new Uint8Array(await readFile(contentPath(sha256)))).toEqual(bytes);
});

test("the same content twice is one file, young again", async () => {
  const sha256 = await keep(bytesOf("a"));
  await utimes(contentPath(sha256), 1, 1);
  expect(await keep(bytesOf("a"))).toBe(sha256);
  expect(await filesBelow(filesFolder())).toHaveLength(1);
  expect((await stat(contentPath(sha256))).mtimeMs).toBeGreaterThan(Date.now() - 60_000);
});

test("twenty at once with the same content leave one file", async () => {
  const hashes = await Promise.all(Array.from({ length: 20 }, () => keep(bytesOf("b".repeat(20_000)))));
  expect(new Set(hashes).size).toBe(1);
  expect(await filesBelow(filesFolder())).toHaveLength(1);
});

test("counting stops at the limit, and nothing remains", async () => {
  let pulled = 0;
  async function* endless() {
    for (;;) {
      pulled += 1000;
      yield new Uint8Array(1000);
    }
  }
  await expect(receive(endless(), 10_000)).rejects.toEqual(new UploadRefused("tooLarge", { megabytes: 0 }));
  expect(pulled).toBe(11_000);
  expect(await filesBelow(filesFolder())).toEqual([]);
});

test("a file of exactly the limit is kept", async () => {
  const { temp, size } = await receive(pieces(new Uint8Array(10_000)), 10_000);
  expect(size).toBe(10_000);
  await discard(temp);
});

test.each([0.1, 0.5, 0.99])("an upload that breaks after %d of it leaves nothing", async (part) => {
  async function* broken() {
    yield* pieces(new Uint8Array(Math.floor(100_000 * part)));
    throw new Error("gone");
  }
  await expect(receive(broken(), 1_000_000)).rejects.toThrow("gone");
  expect(await filesBelow(filesFolder())).toEqual([]);
});

test("memory stays flat while a large file arrives", async () => {
  async function* large() {
    for (let at = 0; at < 200; at++) yield Buffer.alloc(1_000_000, at);
  }
  const before = process.memoryUsage().rss;
  const { temp, size } = await receive(large(), 1_000_000_000);
  expect(size).toBe(200_000_000);
  expect(process.memoryUsage().rss - before).toBeLessThan(64_000_000);
  await discard(temp);
});

test("nothing but a hash names a place in the store", () => {
  for (const evil of ["../../etc/passwd", "", "A".repeat(64), `${"a".repeat(64)}\n`, "a".repeat(63)])
    expect(() => contentPath(evil)).toThrow();
});

test("damage is noticed by size, and by hash before the last bytes go out", async () => {
  const bytes = bytesOf("x".repeat(200_000));
  const sha256 = await keep(bytes);
  await verifyContent(sha256);
  expect([await holds(sha256, 200_000), await holds(sha256, 199_999)]).toEqual([true, false]);
  const flipped = bytes.slice();
  flipped[100] = 1;
  await writeFile(contentPath(sha256), flipped);
  await expect(verifyContent(sha256)).rejects.toBeInstanceOf(Damaged);
  let got = 0;
  const reading = (async () => {
    for await (const chunk of streamFile(contentPath(sha256), sha256)) got += chunk.length;
  })();
  await expect(reading).rejects.toBeInstanceOf(Damaged);
  expect(got).toBeLessThan(200_000);
});

test("uploading a damaged content again heals it", async () => {
  const sha256 = await keep(bytesOf("heal"));
  await writeFile(contentPath(sha256), "hurt");
  await keep(bytesOf("heal"));
  await verifyContent(sha256);
});

test("kill -9 in the middle leaves a temporary file only, and the sweep takes it", async () => {
  const writer = spawn(process.execPath, ["--import", "tsx", path.resolve("lib/testing/slow-writer.ts")], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(writer.stdout, "data");
  writer.kill("SIGKILL");
  await once(writer, "exit");
  const [left, ...more] = await filesBelow(filesFolder());
  expect([left, more]).toEqual([expect.stringMatching(/^incoming\/[\w-]+\.part$/), []]);
  expect(await sweepIncoming()).toBe(0);
  const old = Date.now() / 1000 - 301;
  await utimes(path.join(filesFolder(), left ?? ""), old, old);
  expect(await sweepIncoming()).toBe(1);
  expect(await filesBelow(filesFolder())).toEqual([]);
});

test.runIf(process.platform === "linux")(
  "a power cut cannot part a name from its bytes: file, then folders",
  async () => {
    const handle = await open(import.meta.filename);
    const sync = vi.spyOn(Object.getPrototypeOf(handle), "sync");
    await handle.close();
    const synced: string[] = [];
    sync.mockImplementation(async function (this: { fd: number }) {
      const place = path.relative(filesFolder(), readlinkSync(`/proc/self/fd/${this.fd}`));
      synced.push(
        `${place.replace(/[\w-]+\.part$/, "*.part")} ${existsSync(contentPath(sha256)) ? "named" : "unnamed"}`,
      );
    });
    const sha256 = sha256Of(bytesOf("durable"));
    await keep(bytesOf("durable"));
    sync.mockRestore();
    const [first, second] = [sha256.slice(0, 2), `${sha256.slice(0, 2)}/${sha256.slice(2, 4)}`];
    expect(synced.splice(0, 2)).toEqual([" unnamed", ".. unnamed"]);
    expect(synced).toEqual([`${first} unnamed`, " unnamed", "incoming/*.part unnamed", `${second} named`]);
  },
);

test("the room on the disk is known before the store exists", async () => {
  expect(await freeBytes()).toBeGreaterThan(0);
});
