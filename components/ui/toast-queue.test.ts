import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { dismiss, hold, listToasts, notify } from "./toast-queue";

const texts = () => listToasts().map((toast) => toast.text);

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("document", { getElementById: () => null });
});

afterEach(() => {
  for (const toast of listToasts()) dismiss(toast.id);
  hold(false);
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("a message leaves after ten seconds", () => {
  notify({ text: "已保存" });
  vi.advanceTimersByTime(9_999);
  expect(texts()).toEqual(["已保存"]);
  vi.advanceTimersByTime(1);
  expect(texts()).toEqual([]);
});

test("while someone points at it the clock stands, and afterwards goes on where it was", () => {
  notify({ text: "已改期" });
  vi.advanceTimersByTime(6_000);
  hold(true);
  vi.advanceTimersByTime(60_000);
  expect(texts()).toEqual(["已改期"]);
  hold(false);
  vi.advanceTimersByTime(3_999);
  expect(texts()).toEqual(["已改期"]);
  vi.advanceTimersByTime(1);
  expect(texts()).toEqual([]);
});

test("a message that comes while the others are held waits with them", () => {
  notify({ text: "一" });
  hold(true);
  notify({ text: "二" });
  vi.advanceTimersByTime(60_000);
  expect(texts()).toEqual(["一", "二"]);
});

test("closing the last held message lets the next one run", () => {
  const id = notify({ text: "一" });
  hold(true);
  dismiss(id);
  notify({ text: "二" });
  vi.advanceTimersByTime(10_000);
  expect(texts()).toEqual([]);
});

test("the fourth message sends the oldest away", () => {
  for (const text of ["一", "二", "三", "四"]) notify({ text });
  expect(texts()).toEqual(["二", "三", "四"]);
});
