import { expect, test } from "vitest";
import { cleanPasted, splitPasted } from "./paste-rules";

test("Word's bullets, indents, empty lines and invisible signs go, the words stay", () => {
  const word =
    "\u3000\u3000已完成\u00A03\u00A0个村。\r\n\r\n\uF0B7\t走访 12 户\v•\u200B 签约 2 家\r\no 开工 1 处";
  expect(cleanPasted(word)).toBe("已完成 3 个村。\n走访 12 户\n签约 2 家\n开工 1 处");
});

test("a text with headings is dealt out to the four parts", () => {
  const text = [
    "一、当前进展：完成场地平整。",
    "安装设备 4 台。",
    "二、存在的主要问题",
    "雨天停工 3 天。",
    "（三）下一步工作打算。10 月底前完工。",
    "4.需协调解决的事项：电力增容。",
  ].join("\n");
  expect(splitPasted(text)).toEqual({
    done: "完成场地平整。\n安装设备 4 台。",
    problem: "雨天停工 3 天。",
    next: "10 月底前完工。",
    help: "电力增容。",
  });
});

test("words before the first heading are progress; an empty part says nothing", () => {
  expect(splitPasted("已开工\n存在问题：\n下步打算：封顶")).toEqual({ done: "已开工", next: "封顶" });
});

test("a sentence that only begins like a heading is no heading", () => {
  expect(splitPasted("问题线索已移交 3 件\n下一步将开展验收\n进展顺利")).toBeNull();
});
