import { expect, test } from "vitest";
import { filterOptions } from "./combobox-filter";

const options = [
  { id: 1, label: "张三", note: "主任", group: "党政综合办公室", keys: "zhangsan zs" },
  { id: 2, label: "欧阳晓明", note: "科长", group: "经济发展服务办公室", keys: "ouyangxiaoming oyxm" },
  { id: 3, label: "曾山", note: "科员", group: "经济发展服务办公室", keys: "zengshan zs" },
];
const idsFor = (query: string) => filterOptions(options, query).map((option) => option.id);

test.each([
  ["", [1, 2, 3]],
  ["张", [1]],
  ["zs", [1, 3]],
  ["zhangs", [1]],
  ["zhang'san", [1]],
  ["ＺＳ", [1, 3]],
  ["经济 zs", [3]],
  ["科长", [2]],
  ["shan", []],
])("“%s” finds %j, in the order given", (query, ids) => {
  expect(idsFor(query)).toEqual(ids);
});
