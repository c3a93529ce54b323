import { expect, test } from "vitest";
import { spanIn } from "./use-row-span";

test("at the top of a long list the first screen is drawn and a little more", () => {
  const { from, to } = spanIn(-300, 900, 20_000, 40);
  expect(from).toBe(0);
  expect(to).toBeGreaterThanOrEqual(15);
  expect(to).toBeLessThan(60);
});

test("every row that touches the view is drawn, wherever one is", () => {
  for (const above of [0, 1, 39, 40, 5_555, 399_000, 799_100]) {
    const { from, to } = spanIn(above, 900, 20_000, 40);
    expect(from).toBeLessThanOrEqual(Math.floor(above / 40));
    expect(to).toBeGreaterThanOrEqual(Math.min(20_000, Math.ceil((above + 900) / 40)));
  }
});

test("beyond the end there is nothing to draw", () => {
  expect(spanIn(50_000, 900, 10, 40)).toEqual({ from: 10, to: 10 });
  expect(spanIn(0, 900, 0, 40)).toEqual({ from: 0, to: 0 });
});
