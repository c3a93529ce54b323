import { expect, test } from "vitest";
import { filterOptions } from "@/components/ui/combobox-filter";
import { postOptions, sectionOptions, sponsorOptions, unitOptions } from "./pickers";

const units = new Map(
  [
    { id: 1, parentId: null, kind: "subdistrict", name: "某街道", shortName: "街道" },
    { id: 4, parentId: 3, kind: "grid", name: "网格一", shortName: "网格一" },
    { id: 2, parentId: 1, kind: "leadership", name: "领导班子", shortName: "班子" },
    { id: 3, parentId: 1, kind: "community", name: "某社区", shortName: "社区" },
  ].map((unit) => [unit.id, unit]),
);
const posts = new Map(
  [
    { id: 10, unitId: 4, name: "网格长", isHead: true, holders: "" },
    { id: 11, unitId: 3, name: "社区负责人", isHead: true, holders: "张三" },
    { id: 12, unitId: 2, name: "书记", isHead: true, holders: "李四" },
  ].map((post) => [post.id, post]),
);
const sections = new Map(
  [
    { id: 1, parentId: null, code: "2", clause: "二", title: "经济" },
    { id: 2, parentId: 1, code: "2.1", clause: "二(一)", title: "服务" },
  ].map((section) => [section.id, section]),
);
const frame = { units, posts, sections };
const all = postOptions(frame, { 11: "zhangsan zs shequfuzeren sqfzr" }, "暂缺");

test("posts stand in the order of the organisation, each with its unit and who holds it", () => {
  expect(all.map(({ id, note, group }) => [id, note, group])).toEqual([
    [12, "李四", "领导班子"],
    [11, "张三", "某社区"],
    [10, "暂缺", "网格一"],
  ]);
});

test.each(["zs", "zhangsan", "张三", "社区", "sqfzr"])("%s finds the post", (typed) => {
  expect(filterOptions(all, typed).map(({ id }) => id)).toContain(11);
});

test("a sponsor is chosen from the leading body, or from all posts where there is none", () => {
  expect(sponsorOptions(frame, all).map(({ id }) => id)).toEqual([12]);
  const headless = { ...frame, units: new Map([...units].filter(([id]) => id !== 2)) };
  expect(sponsorOptions(headless, all)).toHaveLength(3);
});

test("tasks are added to sections that hold no other section", () => {
  expect(sectionOptions(frame).map(({ label }) => label)).toEqual(["2.1 服务"]);
  expect(unitOptions(frame).map(({ id }) => id)).toEqual([1, 2, 3, 4]);
});
