import { expect, test } from "vitest";
import { readNumber } from "./number-rules";

test.each([
  ["1,234.50", 1234.5],
  ["１２．５", 12.5],
  [" 30 ", 30],
  ["−7", -7],
  ["", null],
  ["一百", undefined],
  ["1e30", undefined],
  ["NaN", undefined],
  ["1.2.3", undefined],
  ["123456789012345", undefined],
])("%s is read as %s", (text, number) => expect(readNumber(text)).toBe(number));
