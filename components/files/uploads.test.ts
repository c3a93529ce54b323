import { expect, test, vi } from "vitest";
import { type Kept, SendFailed, type SendFile } from "./send-file";
import { createUploads, ticketsOf, underWay } from "./uploads";

type Sent = {
  name: string;
  progress: (ratio: number) => void;
  signal: AbortSignal;
  done: () => void;
  fail: (error: Error) => void;
};

/** A wire that answers when the test says so. */
function someWire() {
  const sent: Sent[] = [];
  const send: SendFile = (_file, name, progress, signal) =>
    new Promise<Kept>((resolve, reject) => {
      const done = () =>
        resolve({ ticket: `T-${name}`, name: `${name}.pdf`, size: 1, mime: "x", hasThumb: false });
      signal.addEventListener("abort", () => reject(new SendFailed(null, true)));
      sent.push({ name, progress, signal, done, fail: reject });
    });
  return { sent, uploads: createUploads(send, { megabytes: 1, most: 5 }) };
}

const file = (name: string, size = 10) => new File([new Uint8Array(size)], name);
const settled = () => new Promise((resolve) => setTimeout(resolve));

test("files leave two at a time, in the order chosen", async () => {
  const { sent, uploads } = someWire();
  uploads.add([file("a"), file("b"), file("c")]);
  expect(sent.map(({ name }) => name)).toEqual(["a", "b"]);
  sent[1]?.done();
  await settled();
  expect(sent.map(({ name }) => name)).toEqual(["a", "b", "c"]);
  expect([ticketsOf(uploads.get()), underWay(uploads.get())]).toEqual([["T-b"], 2]);
});

test("progress is told, and the last of it is the server's checking", () => {
  const { sent, uploads } = someWire();
  const seen = vi.fn();
  uploads.watch(seen);
  uploads.add([file("a")]);
  sent[0]?.progress(0.5);
  expect(uploads.get()[0]).toMatchObject({ phase: "sending", sent: 0.5 });
  sent[0]?.progress(1);
  expect(uploads.get()[0]?.phase).toBe("checking");
  expect(seen.mock.calls.length).toBeGreaterThanOrEqual(3);
});

test("what the server made of the name is shown", async () => {
  const { sent, uploads } = someWire();
  uploads.add([file("a")]);
  sent[0]?.done();
  await settled();
  expect(uploads.get()[0]).toMatchObject({ phase: "done", name: "a.pdf", ticket: "T-a" });
});

test("an empty or too large file is told at once and never sent", () => {
  const { sent, uploads } = someWire();
  uploads.add([file("empty", 0), file("large", 1_048_577), file("limit", 1_048_576)]);
  expect(sent.map(({ name }) => name)).toEqual(["limit"]);
  expect(uploads.get().map(({ why, canRetry }) => [why, canRetry])).toEqual([
    [{ key: "empty" }, false],
    [{ key: "tooLarge" }, false],
    [null, false],
  ]);
});

test("a lost connection can be tried again, a file at fault cannot", async () => {
  const { sent, uploads } = someWire();
  uploads.add([file("a"), file("b")]);
  sent[0]?.fail(new SendFailed(null, true));
  sent[1]?.fail(new SendFailed("不支持", false));
  await settled();
  expect(uploads.get().map(({ why, canRetry }) => [why, canRetry])).toEqual([
    [{ key: "offline" }, true],
    [{ title: "不支持" }, false],
  ]);
  uploads.retry(uploads.get()[0]?.id ?? 0);
  sent[2]?.done();
  await settled();
  expect(ticketsOf(uploads.get())).toEqual(["T-a"]);
});

test("a file taken out is stopped on its way, and makes room for the next", async () => {
  const { sent, uploads } = someWire();
  uploads.add([file("a"), file("b"), file("c")]);
  uploads.remove(uploads.get()[0]?.id ?? 0);
  await settled();
  expect(sent[0]?.signal.aborted).toBe(true);
  expect(uploads.get().map(({ name, phase }) => [name, phase])).toEqual([
    ["b", "sending"],
    ["c", "sending"],
  ]);
});

test("no more are taken in than one command takes", () => {
  const { uploads } = someWire();
  expect(uploads.add(Array.from({ length: 7 }, (_, at) => file(`f${at}`)))).toBe(2);
  expect(uploads.get()).toHaveLength(5);
});
