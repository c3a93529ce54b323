import { expect, test } from "vitest";
import { one, playwrightCount, sum, vitestCount } from "./counts.mjs";

const file = (status: string, tests: number) => ({ status, assertionResults: Array.from({ length: tests }) });
const vitest = (passed: number, failed: number, ...testResults: ReturnType<typeof file>[]) => ({
  ...{ numPassedTests: passed, numFailedTests: failed, testResults },
});

test("passed and failed tests are counted as reported", () => {
  expect(vitestCount(vitest(5, 2, file("failed", 7)), false)).toEqual({ passed: 5, failed: 2 });
});

test("a file that does not load is a failure", () => {
  expect(vitestCount(vitest(5, 0, file("failed", 0), file("passed", 5)), false)).toEqual({
    passed: 5,
    failed: 1,
  });
});

test("a runner that ends badly without a failed test is a failure", () => {
  expect(vitestCount(vitest(5, 0, file("passed", 5)), false)).toEqual({ passed: 5, failed: 1 });
  expect(playwrightCount({ stats: { expected: 3, unexpected: 0, flaky: 0 }, errors: [] }, false).failed).toBe(
    1,
  );
});

test("a runner that leaves no report is a failure", () => {
  expect([vitestCount(null, true), playwrightCount(null, true)]).toEqual([one(false), one(false)]);
});

test("a story that passes only at the second attempt has passed, one that passes at none has not", () => {
  expect(playwrightCount({ stats: { expected: 3, unexpected: 1, flaky: 1 }, errors: [] }, false)).toEqual({
    passed: 4,
    failed: 1,
  });
});

test("all of it is added up", () => {
  expect(sum([one(true), one(false), { passed: 10, failed: 1 }])).toEqual({ passed: 11, failed: 2 });
});
