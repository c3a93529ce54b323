import { expect, test } from "vitest";
import { type BoardRow, type BoardSnapshot, type BoardTask, fromRow, toRow } from "@/lib/board/rules";
import { someTask } from "@/lib/testing/some-task";
import { adopt, byRank, layRows, overlaid } from "./merge-rules";

const someRow = (fields: Partial<BoardTask> = {}): BoardRow => toRow(someTask(fields));

function someBoard(seq: number, tasks: BoardRow[]): BoardSnapshot {
  return { seq, plan: null, sections: [], units: [], posts: [], tasks };
}

test("a row that a command answers replaces the older one and leaves the number of the board alone", () => {
  const board = layRows(someBoard(5, [someRow(), someRow({ id: 2 })]), [
    someRow({ version: 5, progress: 60 }),
  ]);
  expect(board.seq).toBe(5);
  expect(board.tasks.map((row) => fromRow(row).progress)).toEqual([60, 40]);
});

test("a row that is older than what stands there changes nothing", () => {
  const board = layRows(someBoard(5, [someRow({ version: 3 })]), [someRow({ version: 2, progress: 60 })]);
  expect(board.tasks.map((row) => fromRow(row).progress)).toEqual([40]);
});

test("a row of a task that was not there is added", () => {
  const board = layRows(someBoard(5, [someRow()]), [someRow({ id: 9 })]);
  expect(board.tasks.map((row) => row[0])).toEqual([1, 9]);
});

test("rows that did not change keep their identity when the board is fetched anew", () => {
  const old = someBoard(5, [someRow(), someRow({ id: 2 })]);
  const next = adopt(old, someBoard(6, [someRow(), someRow({ id: 2, progress: 50 })]), []);
  expect(next.tasks[0]).toBe(old.tasks[0]);
  expect(next.tasks[1]).not.toBe(old.tasks[1]);
});

test("other supporting units make another row", () => {
  const old = someBoard(5, [someRow()]);
  const next = adopt(old, someBoard(6, [someRow({ supportUnitIds: [4, 6] })]), []);
  expect(next.tasks[0]?.[9]).toEqual([4, 6]);
});

test("a board that was fetched before a command was done does not take its row back", () => {
  const recent = [{ seq: 7, rows: [someRow({ version: 5, progress: 80 })] }];
  expect(fromRow(adopt(null, someBoard(6, [someRow()]), recent).tasks[0] as BoardRow).progress).toBe(80);
  expect(fromRow(adopt(null, someBoard(7, [someRow()]), recent).tasks[0] as BoardRow).progress).toBe(40);
});

test("changes that wait for the server are laid over the task in their order", () => {
  const overlays = [
    { key: 1, id: 1, patch: { status: "inProgress" as const } },
    { key: 2, id: 2, patch: { rank: "b" } },
    { key: 3, id: 1, patch: { rank: "c" } },
  ];
  expect(overlaid(someTask(), overlays)).toMatchObject({ status: "inProgress", rank: "c", progress: 40 });
});

test("ranks compare as the database compares them, capital letters first", () => {
  const order = ["a1", "Zz", "a0"].map((rank, id) => someTask({ id, rank }));
  expect(order.sort(byRank).map(({ rank }) => rank)).toEqual(["Zz", "a0", "a1"]);
});

test("the same rank is ordered by number, so that every browser shows the same", () => {
  expect([someTask({ id: 3 }), someTask({ id: 2 })].sort(byRank).map(({ id }) => id)).toEqual([2, 3]);
});
