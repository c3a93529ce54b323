import { expect, test } from "vitest";
import { someTask } from "@/lib/testing/some-task";
import type { Band } from "./band-rules";
import { slidesOf } from "./slide-rules";

const band = (count: number) =>
  ({ tasks: Array.from({ length: count }, (_, id) => someTask({ id })) }) as unknown as Band;
const sizes = (count: number) =>
  slidesOf([band(count)]).flatMap((slide) => (slide.kind === "section" ? [slide.tasks.length] : []));

test("a section is spread evenly over its pictures, eight tasks at the most", () => {
  expect([sizes(8), sizes(9), sizes(15), sizes(17)]).toEqual([[8], [5, 4], [8, 7], [6, 6, 5]]);
});

test("the whole plan comes first, and a section without tasks has no picture", () => {
  expect(slidesOf([band(0)])).toEqual([{ kind: "overview" }]);
});
