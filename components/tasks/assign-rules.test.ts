import { expect, test } from "vitest";
import { someTask } from "@/lib/testing/some-task";
import { chosenFor, sharedBy, versionSeen } from "./assign-rules";

test("what the tasks have in common is there to begin with, the rest is left open", () => {
  const tasks = [someTask({ ownerPostId: 7 }), someTask({ ownerPostId: 8 })];
  expect(sharedBy(tasks)).toEqual({ ownerPostId: null, leadUnitId: 3, sponsorPostId: 1, supportUnitIds: [] });
});

test("only what differs is sent, and of a unit's head only the owner", () => {
  const tasks = [someTask({ ownerPostId: 7 }), someTask({ ownerPostId: 8 })];
  const wanted = { ...sharedBy(tasks), ownerPostId: 8, leadUnitId: 4 };
  expect(chosenFor(tasks, wanted, true)).toEqual({ ownerPostId: 8, leadUnitId: 4 });
  expect(chosenFor(tasks, wanted, false)).toEqual({ ownerPostId: 8 });
});

test("a sponsor is taken away from a single task only", () => {
  const none = { ...sharedBy([someTask()]), sponsorPostId: null };
  expect(chosenFor([someTask()], none, true)).toEqual({ sponsorPostId: null });
  expect(chosenFor([someTask(), someTask({ id: 2 })], none, true)).toEqual({});
});

test("a version is overwritten when it was shown, or when nothing that is chosen here changed in it", () => {
  const task = someTask({ version: 4 });
  expect(versionSeen(task, undefined, undefined)).toBe(4);
  expect(versionSeen(task, someTask({ version: 6, progress: 50 }), undefined)).toBe(6);
  expect(versionSeen(task, someTask({ version: 6, ownerPostId: 9 }), undefined)).toBe(4);
  expect(versionSeen(task, someTask({ version: 6, ownerPostId: 9 }), 6)).toBe(6);
});
