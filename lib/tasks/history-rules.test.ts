import { expect, test } from "vitest";
import { type Names, tellChanges } from "./history-rules";

const names: Names = {
  unit: new Map([
    [1, "征收办"],
    [2, "经发办"],
  ]),
  post: new Map([[7, "征收办负责人"]]),
  section: new Map(),
};

test("ids of units and posts become names, several of them a list", () => {
  expect(tellChanges("task.assign", { ownerPostId: [null, 7], supportUnitIds: [[], [1, 2]] }, names)).toEqual(
    [
      { field: "supportUnitIds", before: [], after: ["征收办", "经发办"] },
      { field: "ownerPostId", before: null, after: "征收办负责人" },
    ],
  );
});

test("an id without a name is still told, as a number of its own", () => {
  expect(tellChanges("task.assign", { ownerPostId: [7, 99] }, names)).toEqual([
    { field: "ownerPostId", before: "征收办负责人", after: "#99" },
  ]);
});

test("progress and weight stay numbers, days and codes stay text", () => {
  const changes = {
    progress: [30, 0],
    dueDay: ["2024-09-30", "2024-10-31"],
    status: ["assigned", "inProgress"],
  };
  expect(tellChanges("task.edit", changes, names)).toEqual([
    { field: "status", before: "assigned", after: "inProgress" },
    { field: "dueDay", before: "2024-09-30", after: "2024-10-31" },
    { field: "progress", before: 30, after: 0 },
  ]);
});

test("a field that is no part of the story, and one that went from nothing to nothing, are left out", () => {
  expect(
    tellChanges("task.edit", { rank: ["a0", "a1"], goal: [null, ""], sha256: [null, "ff"] }, names),
  ).toEqual([]);
});

test("what a check-in or comment says is told where it stands, not again in the history", () => {
  expect(tellChanges("checkIn.add", { done: [null, "已签约"], progress: [10, 20] }, names)).toEqual([
    { field: "progress", before: 10, after: 20 },
  ]);
  expect(tellChanges("comment.add", { text: [null, "好"] }, names)).toEqual([]);
});
