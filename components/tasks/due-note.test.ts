import { expect, test } from "vitest";
import { translator } from "@/lib/message-format";
import words from "@/messages/zh-CN/tasks.json";
import { sayDueNote } from "./due-note";

const t = translator("tasks", words, "zh-CN");
const say = (task: { dueDay: string; originalDueDay: string; extensionCount: number }) =>
  sayDueNote(task, t, "2024-09-30", "zh-CN");

test("what was first planned and how often it was extended stay in sight, nothing is said while nothing moved", () => {
  const original = { dueDay: "2024-10-31", originalDueDay: "2024-10-31", extensionCount: 0 };
  expect(say(original)).toBeNull();
  expect(say({ ...original, dueDay: "2024-11-30", extensionCount: 1 })).toBe("原定 10月31日 · 延期 1 次");
  // The supervisor moved it without a request.
  expect(say({ ...original, dueDay: "2024-11-30" })).toBe("原定 10月31日");
  // It was extended, and later set back.
  expect(say({ ...original, extensionCount: 2 })).toBe("延期 2 次");
});
