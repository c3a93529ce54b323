import { describe, expect, test } from "vitest";
import { someLedger } from "@/lib/testing/some-ledger";
import { type PasteNames, readPaste } from "./paste-rules";
import { cellsOf, idsOfChoices, pasteHead } from "./paste-table-rules";

const ledger = someLedger();
const KNOWN = {
  ...{ id: 5, stage: "open", stageSince: "2024-03-10", track: "talks" },
  ...{ joinedOn: "2024-03-01", removedOn: null as string | null },
};
const NAMES: PasteNames = {
  entries: new Map([
    ["老-1", KNOWN],
    ["老-2", { ...KNOWN, id: 6, removedOn: "2024-03-12" }],
  ]),
  units: new Map([["攻坚一组", 11]]),
  posts: new Map([["组长", 21]]),
  ...{ today: "2024-03-20", day: "2024-03-20", reason: "" },
};
const read = (lines: string[], own: Partial<PasteNames> = {}, more = {}) =>
  readPaste(lines.join("\n"), { ...ledger, ...more }, { ...NAMES, ...own });
const faults = (head: string, ...rows: string[]) =>
  read([head, ...rows]).faults.map(({ row, column, reason }) => [row, column, reason]);

describe("a table", () => {
  test("is cut into cells as a spreadsheet wrote them", () => {
    expect(cellsOf('编号\t名称\r\n"a\tb"\t"他说""好"""\r\n 全角　 \t\r\n\r\n')).toEqual([
      ["编号", "名称"],
      ["a b", '他说"好"'],
      ["全角", ""],
    ]);
    expect(cellsOf('"没关\t好')).toEqual([['"没关', "好"]]);
    expect(cellsOf("")).toEqual([]);
  });

  test("may have every column of the ledger", () => {
    const head = pasteHead(ledger);
    expect(head.slice(0, 4)).toEqual(["编号", "名称", "阶段", "路径"]);
    expect(read([head.join("\t"), ["新-1", ...head.slice(1).map(() => "")].join("\t")]).faults).toEqual([
      { row: 2, column: "类型", reason: "fieldRequired", value: "" },
    ]);
  });

  test("without a head, or with one that says too much, is not read", () => {
    expect(faults("名称", "某")).toEqual([[1, "", "headMissing"]]);
    expect(faults("编号\t身高\t编号", "a\t1\tb")).toEqual([
      [1, "身高", "columnUnknown"],
      [1, "编号", "columnTwice"],
    ]);
  });
});

describe("a row", () => {
  test("with an unknown code is a new entry at the head of its track", () => {
    const { rows } = read([
      "编号\t路径\t类型\t责任单位\t责任岗位\t权重",
      "新-1\t司法\t商铺\t攻坚一组\t组长\t2.5",
    ]);
    expect(rows[0]).toMatchObject({ entryId: null, stage: "open", track: "court", unitId: 11, postId: 21 });
    expect(rows[0]).toMatchObject({ weight: 2.5, data: { kind: "商铺" }, joinedOn: "2024-03-20" });
  });

  test("with a known code changes what it names and moves when it says so", () => {
    const { rows } = read(["编号\t阶段\t变动日期\t面积", "老-1\t已签约\t2024/3/15\t"]);
    expect(rows[0]).toMatchObject({
      entryId: 5,
      moves: true,
      stage: "signed",
      track: "talks",
      day: "2024-03-15",
    });
    expect(rows[0]?.data).toEqual({});
  });

  test("that only repeats where a known entry stands does not move it", () => {
    expect(read(["编号\t阶段", "老-1\t未签约"]).rows[0]?.moves).toBe(false);
  });

  test.each([
    ["编号\t类型", "\t住宅", [2, "编号", "codeMissing"]],
    ["编号\t类型", "新-1\t别墅", [2, "类型", "fieldNotChoice"]],
    ["编号\t类型\t面积", "新-1\t住宅\t-5", [2, "面积", "fieldNegative"]],
    ["编号\t类型\t签订", "新-1\t住宅\t2024-02-30", [2, "签订", "fieldImpossibleDay"]],
    ["编号\t类型\t纳入日期", "新-1\t住宅\t2024-13-01", [2, "纳入日期", "impossibleDay"]],
    ["编号\t类型\t纳入日期", "新-1\t住宅\t2024-03-21", [2, "纳入日期", "dayAhead"]],
    ["编号\t类型\t责任单位", "新-1\t住宅\t无此组", [2, "责任单位", "unitUnknown"]],
    ["编号\t类型\t包案领导", "新-1\t住宅\t无此岗", [2, "包案领导", "postUnknown"]],
    ["编号\t类型\t权重", "新-1\t住宅\t-1", [2, "权重", "fieldNegative"]],
    ["编号\t类型\t权重", "新-1\t住宅\t0", [2, "权重", "notPositive"]],
    ["编号\t类型\t阶段", "新-1\t住宅\t拆了", [2, "阶段", "stageUnknown"]],
    ["编号\t类型\t路径\t阶段", "新-1\t住宅\t洽谈\t裁定", [2, "阶段", "stageNotOnTrack"]],
    ["编号\t阶段\t变动日期", "老-1\t已签约\t2024-03-09", [2, "变动日期", "dayBeforeLastMove"]],
    ["编号\t路径", "老-1\t司法", [2, "编号", "reasonMissing"]],
    ["编号\t面积", "老-2\t3", [2, "编号", "entryRemoved"]],
  ] as const)("%s · %s has its fault named and placed", (head, row, fault) => {
    expect(faults(head, row)).toEqual([fault]);
  });

  test("twice in one paste is a fault of the second", () => {
    expect(faults("编号\t类型", "新-1\t住宅", "新-1\t住宅")).toEqual([[3, "编号", "twiceInPaste"]]);
  });

  test("into a closed ledger is refused", () => {
    expect(read(["编号", "老-1"], {}, { closedOn: "2024-03-01" }).faults[0]?.reason).toBe("ledgerClosed");
  });
});

describe("ten thousand rows", () => {
  const lines = Array.from({ length: 10_000 }, (_, at) => `新-${at}\t住宅\t${at}`);
  const head = "编号\t类型\t面积";

  test("with faults in three keep the others, each fault with its place and reason", () => {
    const broken = lines.with(17, "新-17\t住宅\t-1").with(4_000, "\t住宅\t1").with(9_999, "新-5\t住宅\t1");
    const { rows, faults } = read([head, ...broken]);
    expect(rows).toHaveLength(9_997);
    expect(faults).toEqual([
      { row: 19, column: "面积", reason: "fieldNegative", value: "-1" },
      { row: 4_002, column: "编号", reason: "codeMissing", value: "" },
      { row: 10_001, column: "编号", reason: "twiceInPaste", value: "新-5" },
    ]);
  });

  test("and one more are too many", () => {
    expect(read([head, ...lines, "多\t住宅\t1"]).faults[0]?.reason).toBe("tooManyRows");
  });
});

test("units and posts are found by short and full name; a name that two share names nothing", () => {
  const { units, posts } = idsOfChoices({
    units: [
      { id: 1, name: "经发办", full: "经济发展办公室" },
      { id: 2, name: "平安办", full: "平安办" },
    ],
    posts: [
      { id: 8, name: "经办", unitId: 1 },
      { id: 9, name: "经办", unitId: 2 },
    ],
  });
  expect([units.get("经发办"), units.get("经济发展办公室"), units.get("平安办")]).toEqual([1, 1, 2]);
  expect([posts.get("经办"), posts.get("经发办/经办"), posts.get("平安办/经办")]).toEqual([undefined, 8, 9]);
});
