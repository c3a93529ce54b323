import { expect, test } from "vitest";
import { STATUSES } from "@/lib/tasks/rules";
import { refusalOfAttaching, refusalOfRemovingEvidence } from "./rules";

test("evidence is added until the task is finished, and taken away only until it is submitted", () => {
  const table = STATUSES.map((status) => [
    status,
    refusalOfAttaching({ status }) === null ? "add" : "-",
    refusalOfRemovingEvidence({ status }) === null ? "remove" : "-",
  ]);
  expect(table).toEqual([
    ["draft", "add", "remove"],
    ["assigned", "add", "remove"],
    ["inProgress", "add", "remove"],
    ["submitted", "add", "-"],
    ["closed", "-", "-"],
    ["suspended", "add", "-"],
    ["terminated", "-", "-"],
  ]);
});
