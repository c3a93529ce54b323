import { expect, test } from "vitest";
import { translator } from "@/lib/message-format";
import { STEP_NAMES } from "@/lib/tasks/rules";
import refusals from "@/messages/zh-CN/refusals.json";
import tasks from "@/messages/zh-CN/tasks.json";
import { sayHindrance, sayInstant, sayTold } from "./say";

const t = translator("tasks", tasks, "zh-CN");
const words = { tasks: t, refusals: translator("refusals", refusals, "zh-CN") };
const told = (
  ...[field, value]: Parameters<typeof sayTold> extends [infer F, infer V, ...unknown[]] ? [F, V] : never
) => sayTold(field, value, t, "2024-09-30", "zh-CN");

test("codes, days, percentages and lists are told in words, never as they are stored", () => {
  expect(told("status", "inProgress")).toBe("推进中");
  expect(told("dueDay", "2024-11-30")).toBe("11月30日");
  expect(told("dueDay", "2025-01-31")).toBe("2025年1月31日");
  expect(told("progress", 45)).toBe("45%");
  expect(told("supportUnitIds", ["经发办", "平安办"])).toBe("经发办、平安办");
  expect(told("proofs", ["ledger", "measure"])).toBe("销号清单、指标");
  expect(told("label", "sensitive")).toBe("敏感");
  expect(told("ownerPostId", null)).toBe("无");
  expect(told("supportUnitIds", [])).toBe("无");
});

test("an instant is told by the clock of Shanghai", () => {
  expect(sayInstant("2024-09-30T16:05:00.000+00:00", "2024-10-01", "zh-CN")).toBe("10月1日 00:05");
});

test("what stands against a deed is one sentence", () => {
  expect(sayHindrance(null, "draft", words)).toBeNull();
  expect(sayHindrance({ kind: "notNow" }, "draft", words)).toBe("“拟立项”状态下不需要");
  expect(sayHindrance({ kind: "only", who: "owner" }, "draft", words)).toContain("责任岗位");
  expect(sayHindrance({ kind: "refused", code: "evidenceMissing" }, "inProgress", words)).toContain("佐证");
});

test("every step has its words in the history, as a button and as done", () => {
  for (const step of STEP_NAMES) {
    for (const key of [`history.event.task.${step}`, `do.${step}`, `done.${step}`, `step.tells.${step}`]) {
      expect(t.has(key), key).toBe(true);
    }
  }
});
