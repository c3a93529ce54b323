import { describe, expect, test } from "vitest";
import { randomPassword } from "../auth/password";
import { criteriaOf, failedCriteria, isUnused, refusalOfPassword } from "./rules";

const dengbao = (password: string) => failedCriteria(password, "dengbao", "zhang.san");
const asvs = (password: string) => failedCriteria(password, "asvs", "zhang.san");

describe("a password under 等保", () => {
  test.each(["Tide-lamp9x", "梅雨季节Hao-7x下雨", "kR7mpw2Qdx"])("%s may be used", (password) => {
    expect(dengbao(password)).toEqual([]);
  });

  test.each([
    ["Tide-lam9", "length"],
    ["tidelampglow9", "classes"],
    ["tide-lamp-glow", "classes"],
    ["Zhang.San-tide9", "name"],
    ["P@ssw0rd2024!", "common"],
    ["Admin@123456", "common"],
    ["Qwer1234!@#$", "common"],
    ["1qaz@WSX3edc", "common"],
    ["Abc123456789!", "common"],
    ["Aa123456789!", "common"],
    ["Aaaaaaaa11", "common"],
    ["Woaini1314520!", "common"],
    ["Guatu@2024", "common"],
    ["ｑｗｅｒＱＷＥＲ１２３４", "common"],
  ])("%s fails for its %s", (password, criterion) => {
    expect(dengbao(password)).toContain(criterion);
  });

  test("one of 128 characters may be used, one of 129 may not", () => {
    const long = (length: number) => "Tide-lamp9xQ".repeat(11).slice(0, length);
    expect(dengbao(long(128))).toEqual([]);
    expect(dengbao(long(129))).toEqual(["tooLong"]);
  });
});

describe("a password under ASVS", () => {
  test("needs length and nothing of composition", () => {
    expect(asvs("tidelampglowing")).toEqual([]);
    expect(asvs("tidelampglo")).toEqual(["length"]);
    expect(criteriaOf("asvs")).not.toContain("classes");
  });

  test("may not be a common one either", () => {
    expect(asvs("qwertyuiop123")).toContain("common");
  });
});

test("a password that is made passes its own policy, and no two are the same", () => {
  const made = Array.from({ length: 300 }, randomPassword);
  expect(made.filter((one) => refusalOfPassword(one, "dengbao", "admin") !== null)).toEqual([]);
  expect(new Set(made).size).toBe(300);
});

test("an account counts as unused after ninety days without a sign-in", () => {
  const now = new Date("2024-09-30T00:00:00Z");
  const createdAt = new Date("2024-01-01T00:00:00Z");
  expect(isUnused({ createdAt, lastSignInAt: new Date("2024-07-02T00:00:00Z") }, now)).toBe(false);
  expect(isUnused({ createdAt, lastSignInAt: new Date("2024-07-01T00:00:00Z") }, now)).toBe(true);
  expect(isUnused({ createdAt, lastSignInAt: null }, now)).toBe(true);
});
