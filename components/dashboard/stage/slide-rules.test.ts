import { expect, test } from "vitest";
import { dashboardOf, type Row } from "@/lib/dashboard/rules";
import { slidesOf } from "./slide-rules";

const setting = {
  today: "2024-09-30",
  calendar: { off: [], work: [], knownUntil: "2025-12-31" },
  reporting: { every: "month" as const, windowFromDay: 20, windowToDay: 25 },
};
const nothing = dashboardOf({ tasks: [], sections: [], units: [], posts: [] }, setting);
const rows = (count: number): Row[] =>
  Array.from({ length: count }, (_, id) => ({ ...nothing, id, name: `第${id}`, note: "" }));

test("a slide has eight lines at most, and slides of one kind are even", () => {
  const slides = slidesOf({ sections: rows(5), units: rows(10), sponsors: rows(17) });
  expect(slides.map((slide) => (slide.kind === "rows" ? [slide.by, slide.rows.length] : slide.kind))).toEqual(
    [
      "figures",
      ["sections", 5],
      ["units", 5],
      ["units", 5],
      ["sponsors", 6],
      ["sponsors", 6],
      ["sponsors", 5],
    ],
  );
});

test("what has no lines has no slide", () => {
  expect(slidesOf(nothing)).toEqual([{ kind: "figures" }]);
});

test("the closed rounds stand behind the figures, the latest eight of them", () => {
  const turns = Array.from({ length: 10 }, (_, roundId) => ({ roundId }) as never);
  const [, second] = slidesOf(nothing, turns);
  expect(second).toEqual({ kind: "turns", turns: turns.slice(2) });
});
