import { expect, test } from "vitest";
import { type BoardRow, toColumns } from "./rules";
import { writeColumns } from "./write";

const row = (id: number, title: string, supports: number[] = []): BoardRow => {
  const left: BoardRow = [id, 1, `1.${id}`, title, 7, 2, null, null, null, supports] as never;
  return [...left, "2024-01-01", "2024-12-31"] as unknown as BoardRow;
};
const read = (columns: readonly Buffer[]) => columns.map((column) => JSON.parse(column.toString()));
const ROWS = [row(1, "走访"), row(2, "征收", [4]), row(3, "签约")];

test("what is written is the rows turned on their side", () => {
  expect(read(writeColumns(ROWS, null).columns)).toEqual(toColumns(ROWS));
  expect(writeColumns([], null).columns).toEqual([]);
});

test.each<[string, BoardRow[], number[]]>([
  ["a title", [row(1, "走访"), row(2, "征收完成", [4]), row(3, "签约")], [3]],
  ["a list within a row", [row(1, "走访"), row(2, "征收", [4, 5]), row(3, "签约")], [9]],
  ["nothing but the row itself", [row(1, "走访"), row(2, "征收", [4]), row(3, "签约")], []],
])("after a change of %s only its column is written anew", (_, after, places) => {
  const before = writeColumns(ROWS, null);
  const { columns } = writeColumns(after, before);
  expect(read(columns)).toEqual(toColumns(after));
  expect(columns.flatMap((one, place) => (one === before.columns[place] ? [] : [place]))).toEqual(places);
});

test.each<[string, BoardRow[]]>([
  ["one more row", [...ROWS, row(4, "整改")]],
  ["one row less", ROWS.slice(1)],
  ["another order", [...ROWS].reverse()],
  ["no row any more", []],
])("with %s the text still says what the rows say", (_, after) => {
  const { columns } = writeColumns(after, writeColumns(ROWS, null));
  expect(read(columns)).toEqual(toColumns(after));
});
