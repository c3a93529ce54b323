import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type BoardRow, type BoardSnapshot, toRow } from "@/lib/board/rules";
import { someTask } from "@/lib/testing/some-task";
import {
  applyRows,
  emptyBoard,
  expectBoard,
  readBoard,
  showBoard,
  showMessage,
  withOptimistic,
} from "./board-store";
import { viewOf } from "./board-view";

const someRow = (id: number, version = 1, progress = 40): BoardRow =>
  toRow(someTask({ id, version, progress }));

function someBoard(seq: number, tasks: BoardRow[]): BoardSnapshot {
  return { seq, plan: null, sections: [], units: [], posts: [], tasks };
}

const setting = {
  today: "2024-09-30",
  calendar: { off: [], work: [], knownUntil: "2025-12-31" },
  reporting: { every: "month" as const, windowFromDay: 20, windowToDay: 25 },
};

const shown = (id: number) =>
  viewOf(readBoard(), setting, () => ({ light: "grey", why: "starting", since: null, params: {} }))?.byId.get(
    id,
  );

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  emptyBoard();
  vi.useRealTimers();
});

test("a change shown before its answer is taken back when the server refuses", () => {
  showBoard(someBoard(5, [someRow(1)]));
  const takeBack = withOptimistic(1, { status: "submitted" });
  expect(shown(1)?.status).toBe("submitted");
  takeBack();
  expect(shown(1)?.status).toBe("inProgress");
});

test("what the command answered stays when the change shown ahead of it is dropped", () => {
  showBoard(someBoard(5, [someRow(1)]));
  const takeBack = withOptimistic(1, { progress: 60 });
  applyRows([someRow(1, 2, 60)], 6);
  takeBack();
  expect(shown(1)).toMatchObject({ version: 2, progress: 60 });
  expect(readBoard().snapshot?.seq).toBe(5);
});

test("taking back twice does no more than taking back once", () => {
  showBoard(someBoard(5, [someRow(1)]));
  const takeBack = withOptimistic(1, { progress: 60 });
  withOptimistic(1, { rank: "z" });
  takeBack();
  takeBack();
  expect(shown(1)).toMatchObject({ progress: 40, rank: "z" });
});

test("a message of the stream is shown at once, those that follow together", () => {
  showBoard(someBoard(5, [someRow(1)]));
  showMessage({ seq: 6, tasks: [someRow(1, 2, 50)], gone: [] });
  expect(shown(1)?.progress).toBe(50);
  showMessage({ seq: 7, tasks: [someRow(1, 3, 60)], gone: [] });
  showMessage({ seq: 8, tasks: [someRow(2)], gone: [1] });
  expect(shown(1)?.progress).toBe(50);
  vi.advanceTimersByTime(100);
  expect(shown(1)).toBeUndefined();
  expect(shown(2)?.progress).toBe(40);
});

test("messages that come before the board are laid over it when it is there", () => {
  showMessage({ seq: 6, tasks: [someRow(1, 2, 50)], gone: [] });
  showBoard(someBoard(5, [someRow(1)]));
  expect(shown(1)?.progress).toBe(50);
  expect(readBoard().snapshot?.seq).toBe(6);
});

test("a board that was overtaken on its way does not take back what was shown meanwhile", () => {
  showBoard(someBoard(5, [someRow(1), someRow(2)]));
  expectBoard();
  showMessage({ seq: 6, tasks: [someRow(1, 2, 50)], gone: [2] });
  showBoard(someBoard(5, [someRow(1), someRow(2)]));
  expect(shown(1)?.progress).toBe(50);
  expect(shown(2)).toBeUndefined();
  expect(readBoard().snapshot?.seq).toBe(6);
});

test("a message that was shown over the copy of an earlier visit outlives the board that comes", () => {
  expectBoard();
  showBoard(someBoard(3, [someRow(1)]));
  showMessage({ seq: 8, tasks: [someRow(1, 3, 70)], gone: [] });
  showBoard(someBoard(7, [someRow(1, 2, 50), someRow(2)]));
  expect([shown(1)?.progress, shown(2)?.progress]).toEqual([70, 40]);
});

test("a task that did not change is the same object in the next view", () => {
  showBoard(someBoard(5, [someRow(1), someRow(2)]));
  const before = shown(2);
  showMessage({ seq: 6, tasks: [someRow(1, 2, 50)], gone: [] });
  expect(shown(2)).toBe(before);
});

test("a task under one and the same change is the same object in every view", () => {
  showBoard(someBoard(5, [someRow(1)]));
  withOptimistic(1, { progress: 60 });
  expect(shown(1)).toBe(shown(1));
});
