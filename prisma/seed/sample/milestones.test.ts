import { expect, test } from "vitest";
import { MILESTONES } from "../plan-2024/milestones";
import { DONE } from "./milestones";
import { STORIES } from "./stories";

test("what the sample hands in has all its milestones done by that day", () => {
  const handedIn = Object.entries(STORIES).filter(([code, { submitted }]) => submitted && MILESTONES[code]);
  expect(handedIn.length).toBeGreaterThan(6);
  for (const [code, { submitted }] of handedIn) {
    expect([code, DONE[code]?.length]).toEqual([code, MILESTONES[code]?.length]);
    expect([code, DONE[code]?.every((day) => day <= (submitted ?? ""))]).toEqual([code, true]);
  }
});

test("a few milestones of the sample are late, most are not", () => {
  const days = Object.entries(DONE).flatMap(([code, done]) =>
    done.map((day, at) => day > (MILESTONES[code]?.[at]?.[1] ?? "")),
  );
  const late = days.filter(Boolean).length;
  expect(late).toBeGreaterThan(3);
  expect(late).toBeLessThan(days.length / 3);
});
