import { expect, test } from "vitest";
import { translator } from "./message-format";

const t = translator(
  "n",
  { plain: "字", named: "{name}办", many: "{n, plural, =0 {无} other {#项}}", in: { side: "内" } },
  "zh-CN",
);

test("a key of any depth answers its wording, with arguments filled", () => {
  expect(t("plain")).toBe("字");
  expect(t("in.side")).toBe("内");
  expect(t("named", { name: "甲" })).toBe("甲办");
  expect([t("many", { n: 0 }), t("many", { n: 1200 })]).toEqual(["无", "1,200项"]);
});

test("an unknown key answers itself, an argument without a value stays as written", () => {
  expect(t("nowhere")).toBe("n.nowhere");
  expect(t("named")).toBe("{name}办");
});

test("has tells a wording from a group and from nothing", () => {
  expect([t.has("plain"), t.has("in.side"), t.has("in"), t.has("nowhere"), t.has("plain.deeper")]).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
});
