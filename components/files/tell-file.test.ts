import { expect, test } from "vitest";
import { tellInstant, tellSize } from "./tell-file";

test("a size is told in the largest unit that fits", () => {
  expect([1, 1023, 1024, 820_000, 1_048_500, 3_565_158].map(tellSize)).toEqual([
    "1 B",
    "1023 B",
    "1 KB",
    "801 KB",
    "1.0 MB",
    "3.4 MB",
  ]);
});

test("an instant is told in Shanghai, with its year when that is another one", () => {
  expect(tellInstant("2024-09-29T17:05:00.000Z", "2024-10-08", "zh-CN")).toBe("9月30日 01:05");
  expect(tellInstant("2023-12-31T16:00:00.000Z", "2024-10-08", "zh-CN")).toBe("1月1日 00:00");
  expect(tellInstant("2023-12-31T15:59:00.000Z", "2024-10-08", "zh-CN")).toBe("2023年12月31日 23:59");
  expect(tellInstant("2023-12-31T15:59:00.000Z", "2024-10-08", "en")).toBe("2023-12-31 23:59");
});
