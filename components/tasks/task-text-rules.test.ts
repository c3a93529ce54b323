import { expect, test } from "vitest";
import { changedFields, readTaskText } from "./task-text-rules";

const text = {
  title: " 某任务 ",
  goal: "",
  label: "open" as const,
  sponsorPostId: null,
  supportUnitIds: [2],
  startDay: "2024-03-01",
  dueDay: "2024-12-31",
  weight: "１.5",
};

test("what was typed is read as the server takes it", () => {
  expect(readTaskText(text, "draft")).toMatchObject({ written: { title: "某任务", weight: 1.5 } });
});

test("every field that does not do is told", () => {
  const wrong = readTaskText({ ...text, title: " ", startDay: null, weight: "多" }, "draft");
  expect(wrong).toEqual({ wrong: { title: "required", startDay: "required", weight: "required" } });
  expect(readTaskText({ ...text, dueDay: "2024-02-01" }, "draft")).toEqual({
    wrong: { dueDay: "dueBeforeStart" },
  });
});

test("only what was changed is sent", () => {
  const before = { title: "甲", goal: "", supportUnitIds: [2], sponsorPostId: 7 as number | null };
  expect(changedFields(before, { ...before, supportUnitIds: [2] })).toEqual({});
  expect(changedFields(before, { ...before, title: "乙", sponsorPostId: null })).toEqual({
    title: "乙",
    sponsorPostId: null,
  });
});
