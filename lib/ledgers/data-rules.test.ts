import { describe, expect, test } from "vitest";
import { someLedger } from "@/lib/testing/some-ledger";
import { checkValue, fillData } from "./data-rules";
import type { FieldType } from "./rules";

const value = (type: FieldType, typed: string, own = {}) => {
  const { value, fault } = checkValue({ key: "a", name: "甲", type, ...own }, typed);
  return value ?? fault;
};

describe("a value", () => {
  test.each([
    ["number", "1,200.50", "1200.5"],
    ["number", "１２０", "120"],
    ["number", "-3", "fieldNegative"],
    ["number", "12a", "fieldNotNumber"],
    ["number", "1e9", "fieldNotNumber"],
    ["number", "-0", "0"],
    ["money", "-0.01", "fieldNegative"],
    ["day", "2024年3月1日", "2024-03-01"],
    ["day", "2024-02-30", "fieldImpossibleDay"],
    ["phone", "138 1234-1234", "13812341234"],
    ["phone", "没有", "fieldNotPhone"],
    ["yesNo", "是", "yes"],
    ["yesNo", "N", "no"],
    ["yesNo", "也许", "fieldNotYesNo"],
    ["text", "  某处 ", "某处"],
    ["text", "长".repeat(501), "fieldTooLong"],
    ["text", "", ""],
  ] as const)("%s %s is kept as %s", (type, typed, kept) => expect(value(type, typed)).toBe(kept));

  test("of a choice is one of its choices", () => {
    expect(value("choice", "住宅", { choices: ["住宅"] })).toBe("住宅");
    expect(value("choice", "别墅", { choices: ["住宅"] })).toBe("fieldNotChoice");
  });
});

describe("filling in", () => {
  const { fields } = someLedger();

  test("a new entry needs what is required", () => {
    expect(fillData(fields, null, { area: "3" }).faults).toEqual([
      { key: "kind", name: "类型", fault: "fieldRequired" },
    ]);
  });

  test("changes what is mentioned, empties what is emptied, leaves the rest", () => {
    const before = { kind: "住宅", area: "3", owner: "张三" };
    const { data, faults } = fillData(fields, before, { area: "", key: "是" });
    expect(faults).toEqual([]);
    expect(data).toEqual({ kind: "住宅", owner: "张三", key: "yes" });
  });

  test("does not know other fields", () => {
    expect(fillData(fields, {}, { secret: "1" }).faults[0]?.fault).toBe("fieldUnknown");
  });
});
