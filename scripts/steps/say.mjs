// @ts-check
// What the person at the terminal sees: one short line a step, one message a fault.

/**
 * @param {string} what the thing, in a word or two
 * @param {string} state how it is with it now
 */
export function say(what, state) {
  console.log(`· ${what} ${state}`);
}

/**
 * Says every ten seconds how long a step has taken, so that a slow one is not taken for a dead one.
 * @param {string} what
 * @returns {() => void} ends it
 */
export function sayWhileWaiting(what) {
  const since = Date.now();
  const timer = setInterval(
    () => say(what, `仍在进行，已用 ${Math.round((Date.now() - since) / 1000)} 秒`),
    10_000,
  );
  timer.unref();
  return () => clearInterval(timer);
}

/**
 * A fault is told in its own words (by its name, because the compiled start has a class of its own); anything else is a defect of the product, and its stack helps to mend it.
 * @param {unknown} error
 */
export function tell(error) {
  if (error instanceof Error && error.name === "Fault") console.error(`✗ ${error.message}`);
  else console.error("✗ 程序内部错误，请把以下内容发给维护人员：\n", error);
}
