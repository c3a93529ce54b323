import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { whenReachable } from "./reachable";

const answer = vi.fn<() => Promise<{ ok: boolean }>>();
beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("fetch", answer);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  answer.mockReset();
});

test("what waits for the server is done once, when the server answers", async () => {
  answer.mockRejectedValueOnce(new TypeError("no network")).mockResolvedValueOnce({ ok: false });
  answer.mockResolvedValue({ ok: true });
  const work = vi.fn();
  whenReachable(work, 1000);
  await vi.advanceTimersByTimeAsync(61_000);
  expect(work).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(600_000);
  expect(work).toHaveBeenCalledTimes(1);
});

test("what was given up is not done", async () => {
  answer.mockResolvedValue({ ok: true });
  const work = vi.fn();
  whenReachable(work, 1000)();
  await vi.advanceTimersByTimeAsync(600_000);
  expect(work).not.toHaveBeenCalled();
});
