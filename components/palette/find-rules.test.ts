import { expect, test } from "vitest";
import { type Findable, find, fold } from "./find-rules";

const some = (label: string, note = ""): Findable => {
  return { key: label, label, note, href: "/", text: fold(`${label} ${note}`) };
};
const all = [
  some("计划"),
  some("2.1.1 企业服务", "经发办"),
  some("1.2 拆迁项目", "征收办"),
  some("12.1 征收宣传", "党建办"),
];
const labels = (query: string) => find(all, query).map(({ label }) => label);

test("every word must be found, in the label or beside it", () => {
  expect(labels("企业 经发")).toEqual(["2.1.1 企业服务"]);
  expect(labels("企业 征收")).toEqual([]);
});

test("what begins with the query comes first", () => {
  expect(labels("2.1")).toEqual(["2.1.1 企业服务", "12.1 征收宣传"]);
});

test("an empty query shows everything in its order, up to a screenful", () => {
  expect(labels("")).toHaveLength(4);
  expect(
    find(
      Array.from({ length: 90 }, (_, n) => some(`第${n}项`)),
      "",
    ),
  ).toHaveLength(30);
});

test("letters of full width and either case find each other", () => {
  expect(fold("Ａ１Ｂ")).toBe("a1b");
});
