// @ts-check
// Reads what the test runners report. A runner that ends badly without a failed test of its own counts as one failure:
// a file that does not load, or a crash, must never look like success.

/** @typedef {{ passed: number, failed: number }} Count */

/**
 * @param {boolean} succeeded
 * @returns {Count}
 */
export function one(succeeded) {
  return succeeded ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/**
 * @param {{ numPassedTests: number, numFailedTests: number, testResults: { status: string, assertionResults: unknown[] }[] } | null} report
 * @param {boolean} succeeded
 * @returns {Count}
 */
export function vitestCount(report, succeeded) {
  if (report === null) return one(false);
  const unloaded = report.testResults.filter(
    (file) => file.status === "failed" && file.assertionResults.length === 0,
  );
  return atLeastOneFailure(report.numPassedTests, report.numFailedTests + unloaded.length, succeeded);
}

/**
 * A story that passed only at its second attempt has passed; the runner names it at the end, so that its race is looked for.
 * @param {{ stats: { expected: number, unexpected: number, flaky: number }, errors: unknown[] } | null} report
 * @param {boolean} succeeded
 * @returns {Count}
 */
export function playwrightCount(report, succeeded) {
  if (report === null) return one(false);
  const { expected, unexpected, flaky } = report.stats;
  return atLeastOneFailure(expected + flaky, unexpected + report.errors.length, succeeded);
}

/**
 * @param {number} passed
 * @param {number} failed
 * @param {boolean} succeeded
 */
function atLeastOneFailure(passed, failed, succeeded) {
  return { passed, failed: succeeded ? failed : Math.max(failed, 1) };
}

/**
 * @param {Count[]} counts
 * @returns {Count}
 */
export function sum(counts) {
  const add = (/** @type {keyof Count} */ which) => counts.reduce((total, count) => total + count[which], 0);
  return { passed: add("passed"), failed: add("failed") };
}
