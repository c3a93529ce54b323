import { setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";
import { someBody } from "@/lib/testing/some-files";
import { Aborted, chunksOf } from "./chunks";
import { UploadRefused } from "./upload-refused";

const patient = { idleMs: 10_000, allMs: 10_000 };
const never = new AbortController().signal;

async function sizeOf(chunks: AsyncIterable<Uint8Array>): Promise<number> {
  let size = 0;
  for await (const chunk of chunks) size += chunk.length;
  return size;
}

/** One byte each `ms`, without end. */
function dripping(ms: number): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(controller) {
      await setTimeout(ms, undefined, { ref: false });
      controller.enqueue(new Uint8Array(1));
    },
  });
}

test("the whole body arrives", async () => {
  expect(await sizeOf(chunksOf(someBody(new Uint8Array(200_000)), never, patient))).toBe(200_000);
  expect(await sizeOf(chunksOf(null, never, patient))).toBe(0);
});

test("a sender who stops is given up", async () => {
  const reading = sizeOf(chunksOf(dripping(60_000), never, { idleMs: 50, allMs: 60_000 }));
  await expect(reading).rejects.toEqual(new UploadRefused("tooSlow"));
});

test("a sender who is slow but never stops for long is waited for", async () => {
  let left = 10;
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      await setTimeout(60);
      if (left-- > 0) controller.enqueue(new Uint8Array(1));
      else controller.close();
    },
  });
  expect(await sizeOf(chunksOf(body, never, { idleMs: 300, allMs: 10_000 }))).toBe(10);
});

test("a sender who drips is given up too", async () => {
  const reading = sizeOf(chunksOf(dripping(20), never, { idleMs: 1_000, allMs: 150 }));
  await expect(reading).rejects.toEqual(new UploadRefused("tooSlow"));
});

test("a sender who leaves is noticed while nothing arrives, and when the stream breaks", async () => {
  const leaving = new AbortController();
  const reading = sizeOf(chunksOf(dripping(5_000), leaving.signal, patient));
  leaving.abort();
  await expect(reading).rejects.toBeInstanceOf(Aborted);
  await expect(sizeOf(chunksOf(dripping(5_000), leaving.signal, patient))).rejects.toBeInstanceOf(Aborted);
  const broken = someBody(new Uint8Array(1000), { breakAfter: 500 });
  await expect(sizeOf(chunksOf(broken, never, patient))).rejects.toBeInstanceOf(Aborted);
});

test("whoever stops reading leaves the connection open for the answer", async () => {
  let cancelled = false;
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.enqueue(new Uint8Array(10)),
    cancel: () => {
      cancelled = true;
    },
  });
  for await (const _ of chunksOf(body, never, patient)) break;
  expect([cancelled, body.locked]).toEqual([false, false]);
});

test("what was handed on is forgotten, so that memory stays flat", async () => {
  let left = 5000;
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => (left-- > 0 ? controller.enqueue(Buffer.alloc(65_536, left)) : controller.close()),
  });
  const before = process.memoryUsage().rss;
  let most = 0;
  let size = 0;
  for await (const chunk of chunksOf(body, never, patient)) {
    size += chunk.length;
    most = Math.max(most, process.memoryUsage.rss());
  }
  expect(size).toBe(5000 * 65_536);
  // Whoever kept what was handed on would hold all of it; the collector alone decides how much waits for it.
  expect(most - before).toBeLessThan(size / 2);
});
