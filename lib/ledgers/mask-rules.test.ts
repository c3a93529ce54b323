import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { HIDDEN, mask, maskData, maskRemark, maskTitle } from "./mask-rules";
import { FIELD_TYPES } from "./rules";

describe("masking", () => {
  test.each([
    ["张三", "text", "张＊"],
    ["欧阳某某", "text", "欧＊"],
    ["13812341234", "phone", "138＊＊＊＊1234"],
    ["+8613812341234", "phone", "+86＊＊＊＊1234"],
    ["330203198001011234", "text", "330＊＊＊＊1234"],
    ["87654321", "phone", HIDDEN],
    ["梅墟路 123456 号", "text", HIDDEN],
    ["12000", "money", HIDDEN],
    ["张", "text", "＊"],
    ["张＊", "text", "＊"],
    ["", "text", ""],
  ] as const)("shows %s (%s) as %s", (value, type, shown) => expect(mask(value, type)).toBe(shown));

  test("never gives back what it was given, nor more than its ends", () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, unit: "grapheme" }),
        fc.constantFrom(...FIELD_TYPES),
        (value, type) => {
          const shown = mask(value, type);
          expect(shown).not.toBe(value);
          expect(shown).toContain("＊");
          expect(shown.replaceAll("＊", "").length).toBeLessThanOrEqual(7);
        },
      ),
    );
  });

  test("hides sensitive fields only, titles and remarks of sensitive ledgers only", () => {
    const fields = [
      { key: "a", name: "甲", type: "text", sensitive: true },
      { key: "b", name: "乙", type: "text" },
    ] as const;
    expect(maskData(fields, { a: "张三", b: "李四" })).toEqual({ a: "张＊", b: "李四" });
    expect([maskTitle("internal", "某户"), maskTitle("sensitive", "某户")]).toEqual(["某户", "某＊"]);
    expect([maskRemark("open", "说过"), maskRemark("sensitive", "说过")]).toEqual(["说过", HIDDEN]);
  });
});
