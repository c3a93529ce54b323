import { describe, expect, test } from "vitest";
import { formatMessage, translator } from "./message-format";

describe("a message", () => {
  test("takes its arguments by name", () => {
    expect(formatMessage("{who}改了{what}", { who: "张三", what: "期限" }, "zh-CN")).toBe("张三改了期限");
  });

  test("shows an argument that nobody gave, so that it is seen", () => {
    expect(formatMessage("{who}改了期限", {}, "zh-CN")).toBe("{who}改了期限");
  });

  test("writes numbers with separators only where it says so", () => {
    expect(formatMessage("共{n, number}条，第{n}页", { n: 1234 }, "zh-CN")).toBe("共1,234条，第1234页");
  });

  test.each([
    [0, "nothing"],
    [1, "1 task"],
    [2000, "2,000 tasks"],
  ])("chooses the branch for %i", (n, text) => {
    const message = "{n, plural, =0 {nothing} one {# task} other {# tasks}}";
    expect(formatMessage(message, { n }, "en")).toBe(text);
  });

  test("fills arguments inside a branch and leaves # alone outside of one", () => {
    const message = "#{code} {n, plural, other {{n} of {all}}}";
    expect(formatMessage(message, { code: "A1", n: 2, all: 5 }, "en")).toBe("#A1 2 of 5");
  });

  test("with a brace left open is refused", () => {
    expect(() => formatMessage("{who", { who: "张三" }, "zh-CN")).toThrow("brace");
  });
});

describe("a translator", () => {
  const t = translator("tasks", { step: { close: "办结" } }, "zh-CN");

  test("finds a word by its path", () => {
    expect(t("step.close")).toBe("办结");
  });

  test("answers an unknown key with its whole name", () => {
    expect(t("step.open")).toBe("tasks.step.open");
    expect(t("step")).toBe("tasks.step");
  });
});
