import { expect, test } from "vitest";
import { isOwed, nextWaiting } from "./walk-rules";

const items = ["a", "b", "c"].map((key) => ({ key }));
const next = (done: string, from: string | null) =>
  nextWaiting(items, ({ key }) => done.includes(key), from)?.key ?? null;

test("the next one that waits, around the end, and never the one that was just sent", () => {
  expect(next("a", "a")).toBe("b");
  expect(next("c", "c")).toBe("a");
  expect(next("bc", "c")).toBe("a");
  expect(next("", null)).toBe("a");
  expect(next("abc", "b")).toBeNull();
  expect(next("ac", "b")).toBeNull();
});

test("what was given for one round and waits in another is still owed", () => {
  const states = ["missing", "waiting", "late", "done", "excused"] as const;
  expect(states.filter((state) => isOwed({ state }))).toEqual(["missing", "waiting"]);
});
