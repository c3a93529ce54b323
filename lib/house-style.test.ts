import { expect, test } from "vitest";
import { sayMoment, sayNumber, sayQuantity, sayRatio } from "./house-style";

test("numbers have separators and only the decimals they need", () => {
  expect(sayNumber(1234.5)).toBe("1,234.5");
  expect(sayNumber(1234.5, 2)).toBe("1,234.50");
  expect(sayNumber(0.126)).toBe("0.13");
});

test("a unit follows its number without a space in Chinese", () => {
  expect(sayQuantity(1234.5, "万元", "zh-CN", 2)).toBe("1,234.50万元");
  expect(sayQuantity(12, "visits", "en")).toBe("12 visits");
});

test("a ratio is a percentage with at most one decimal", () => {
  expect(sayRatio(0.95)).toBe("95%");
  expect(sayRatio(0.0749)).toBe("7.5%");
});

test("a moment is told by the clock of Shanghai, whatever zone the machine is in", () => {
  expect(sayMoment(new Date("2024-09-30T16:05:00Z"), "2024-10-01")).toBe("10月1日 00:05");
  expect(sayMoment(new Date("2023-12-31T15:59:00Z"), "2024-10-01")).toBe("2023年12月31日 23:59");
});
