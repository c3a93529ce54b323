import { describe, expect, test } from "vitest";
import { NO_GAIN } from "@/lib/meetings/change-rules";
import type { Review } from "@/lib/meetings/review-queries";
import { slideAfter, slideName, slidesOf } from "./slide-rules";

const change = (taskId: number, light: string, added = false) => ({
  ...{ taskId, added, reopened: false, endsAs: null, status: null, progress: null, dueDay: null },
  ...{ ownerPostId: null, edited: [], checkIns: [], evidence: [], gain: NO_GAIN, told: [] },
  task: { light: { light } },
});
const some = (count: number) =>
  Array.from({ length: count }, (_, id) => ({
    ...change(id, "green"),
    id,
  })) as never[];

function review(fields: {
  red?: number;
  yellow?: number;
  unreported?: number;
  changes?: number[];
  outcomes?: number;
  items?: object[];
}) {
  const { red = 0, yellow = 0, unreported = 0, changes = [], outcomes = 0, items = [] } = fields;
  return {
    agenda: { items },
    exceptions: { red: some(red), yellow: some(yellow), unreported: some(unreported) },
    sections: changes.map((count) => ({ changes: some(count) })),
    outcomes: some(outcomes),
  } as unknown as Review;
}

const told = (fields: Parameters<typeof review>[0]) =>
  slidesOf(review(fields)).map((slide) => {
    if (slide.kind === "exceptions")
      return `${slide.light} ${slide.tasks.length} ${slide.page}/${slide.pages}`;
    if (slide.kind === "section") return `section ${slide.shown.length}+${slide.more}`;
    if (slide.kind === "agenda") return `agenda ${slide.items.length} ${slide.page}/${slide.pages}`;
    if (slide.kind === "item") return `item ${slide.place}/${slide.count}+${slide.outcomes.length}`;
    return slide.kind === "outcomes" ? `outcomes ${slide.first}:${slide.outcomes.length}` : slide.kind;
  });

describe("the slides", () => {
  test("numbers first, then what needs talk, each section, and what was decided", () => {
    expect(told({ red: 2, yellow: 1, unreported: 3, changes: [1, 0], outcomes: 1 })).toEqual([
      "overview",
      "red 2 1/1",
      "yellow 1 1/1",
      "unreported 3 1/1",
      "section 1+0",
      "section 0+0",
      "outcomes 1:1",
    ]);
  });

  test("what there is none of has no slide; decisions always have one", () => {
    expect(told({})).toEqual(["overview", "outcomes 1:0"]);
  });

  test("no slide has more than eight rows, and none is left with a single one", () => {
    expect(told({ red: 9 })).toEqual(["overview", "red 5 1/2", "red 4 2/2", "outcomes 1:0"]);
    expect(told({ changes: [11] })).toEqual(["overview", "section 8+3", "outcomes 1:0"]);
  });

  test("of many changes the red ones, ends and beginnings are shown, in the order of the plan", () => {
    const green = Array.from({ length: 8 }, (_, id) => change(id, "green"));
    const changes = [...green, change(8, "red"), change(9, "green", true), change(10, "yellow")];
    const [, slide] = slidesOf({ ...review({}), sections: [{ changes }] } as unknown as Review);
    if (slide?.kind !== "section") throw new Error("no section");
    expect(slide.shown.map(({ taskId }) => taskId)).toEqual([0, 1, 2, 3, 4, 8, 9, 10]);
    expect(slide.more).toBe(3);
  });

  test("decisions go on with their numbers", () => {
    expect(told({ outcomes: 6 })).toEqual(["overview", "outcomes 1:3", "outcomes 4:3"]);
  });
});

const item = (id: number, taskId: number | null, more: object = {}) => ({
  ...{ id, task: taskId === null ? null : { id: taskId }, state: "waiting", outcomeIds: [] },
  ...more,
});

describe("the agenda", () => {
  test("comes after what changed: its contents, then each matter with what was decided about it", () => {
    const items = [item(1, null), item(2, null, { outcomeIds: [0, 2] })];
    expect(told({ changes: [1], items, outcomes: 3 })).toEqual([
      ...["overview", "section 1+0", "agenda 2 1/1", "item 1/2+0", "item 2/2+2"],
      "outcomes 1:3",
    ]);
  });

  test("what was moved on or dropped is not shown", () => {
    const items = [item(1, null, { state: "moved" }), item(2, null, { state: "discussed" })];
    expect(told({ items })).toEqual(["overview", "agenda 1 1/1", "item 1/1+0", "outcomes 1:0"]);
  });

  test("a list of which every task is on the agenda is left out, another stays whole", () => {
    expect(told({ red: 2, items: [item(1, 0), item(2, 1)] })[1]).toBe("agenda 2 1/1");
    expect(told({ red: 2, items: [item(1, 0)] })[1]).toBe("red 2 1/1");
  });

  test("four hundred matters have fifty pages of contents and a slide each", () => {
    const items = Array.from({ length: 400 }, (_, id) => item(id, null));
    expect(told({ items })).toHaveLength(1 + 50 + 400 + 1);
  });

  test("a slide keeps its name while others come before it", () => {
    const names = (items: object[]) => slidesOf(review({ items })).map(slideName);
    expect(names([item(7, null)])).toEqual(["overview", "agenda:1", "item:7", "outcomes:1"]);
    expect(names([item(3, null), item(7, null)])).toContain("item:7");
  });
});

describe("keys", () => {
  test.each([
    ["ArrowRight", 1, 2],
    ["PageDown", 1, 2],
    [" ", 1, 2],
    ["ArrowLeft", 1, 0],
    ["PageUp", 0, 0],
    ["ArrowRight", 4, 4],
    ["Home", 3, 0],
    ["End", 0, 4],
  ])("%s on slide %i of five leads to %i", (key, at, to) => {
    expect(slideAfter(key, at, 5)).toBe(to);
  });

  test("other keys lead nowhere", () => {
    expect(slideAfter("a", 1, 5)).toBeNull();
  });
});
