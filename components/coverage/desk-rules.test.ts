import { expect, test } from "vitest";
import type { DeskDuty, DeskObject } from "@/lib/coverage/due-queries";
import { finds, rowsOf, unseen, urgency } from "./desk-rules";

const duty = (id: number, to: string, more = {}) =>
  ({
    id,
    registerId: 1,
    times: 1,
    any: true,
    period: { key: "", from: "2024-09-01", to },
    ...more,
  }) as DeskDuty;
const object = (id: number, close: 0 | 1 | 2, owed: number[], more = {}) =>
  ({
    id,
    registerId: 1,
    code: `企业-00${id}`,
    name: "甬江机械",
    unit: "梅沁",
    keys: "yongjiangjixie yjjx",
    close,
    owed,
    counts: {},
    ...more,
  }) as unknown as DeskObject;

test("one's own that is due stands first, the first to end before the others", () => {
  const duties = [duty(1, "2024-12-31"), duty(2, "2024-09-30")];
  const objects = [
    object(1, 0, [1]),
    object(2, 2, []),
    object(3, 1, [1]),
    object(4, 2, [1]),
    object(5, 2, [1, 2]),
  ];
  const rows = rowsOf(objects, duties, new Map());
  expect(rows.map(({ id, due }) => [id, due.map((one) => one.id)])).toEqual([
    [5, [2, 1]],
    [4, [1]],
    [3, [1]],
    [1, [1]],
    [2, []],
  ]);
});

test("what waits on this device counts as done", () => {
  const waiting = [{ input: { dutyId: 1, objectId: 1, day: "2024-09-30", act: "走访", note: "" } }];
  const rows = rowsOf([object(1, 2, [1])], [duty(1, "2024-09-30")], unseen(waiting));
  expect(rows[0]?.due).toEqual([]);
  const twice = rowsOf([object(1, 2, [1])], [duty(1, "2024-09-30", { times: 2 })], unseen(waiting));
  expect(twice[0]?.due).toHaveLength(1);
});

test("of an object in another's charge only those duties are offered of which everything may be recorded", () => {
  const duties = [duty(1, "2024-09-30", { any: false }), duty(2, "2024-09-30")];
  const offered = (close: 0 | 1) =>
    rowsOf([object(1, close, [])], duties, new Map())[0]?.duties.map(({ id }) => id);
  expect([offered(0), offered(1)]).toEqual([[2], [1, 2]]);
});

test("an object is found by code, name, unit, pinyin and initials", () => {
  const found = ["001", "甬江", "梅沁", "yjjx", "YongJiang", "", " 甬江 "].map((text) =>
    finds(object(1, 2, []), text),
  );
  expect(found).toEqual(found.map(() => true));
  expect(finds(object(1, 2, []), "zzz")).toBe(false);
});

test("what ends today is urgent, then what ends this week", () => {
  const on = (to: string) => urgency(to, "2024-09-30", "2024-10-06");
  expect([on("2024-09-30"), on("2024-10-06"), on("2024-10-07")]).toEqual(["today", "week", "later"]);
});
