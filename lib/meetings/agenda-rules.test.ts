import { describe, expect, test } from "vitest";
import {
  addressOf,
  arrange,
  isBroken,
  keyOf,
  type Matter,
  MOST_ITEMS,
  overrunOf,
  refusalOfTaking,
  startTimesOf,
  sumOf,
  weave,
} from "./agenda-rules";

const found = (kind: Matter["kind"], taskId: number | null, more: Partial<Matter> = {}): Matter => ({
  ...{ kind, title: `事项${taskId}`, taskId, link: "", reason: `${kind}的理由`, minutes: 0 },
  ...more,
});
const item = (
  minutes: number,
  state: "waiting" | "discussed" | "moved" | "dropped" = "waiting",
  spent = 0,
) => ({
  ...{ minutes, state, spentSeconds: spent },
});

describe("arranging", () => {
  test("follows the template: its fixed items where they stand, its own minutes, and nothing it does not name", () => {
    const template = [
      { title: "第一议题", minutes: 15 },
      { kind: "yellow", minutes: 1 } as const,
      { kind: "red" } as const,
    ];
    const matters = arrange(template, [
      found("red", 1),
      found("league", null, { link: "/leagues/1" }),
      found("yellow", 2),
    ]);
    expect(matters.map(({ kind, minutes, taskId }) => [kind, minutes, taskId])).toEqual([
      ["first", 15, null],
      ["yellow", 1, 2],
      ["red", 5, 1],
    ]);
  });

  test("a task stands once, under what comes first, with all its reasons", () => {
    const [one, ...more] = arrange([], [found("red", 1), found("extension", 1), found("notice", 1)]);
    expect(more).toEqual([]);
    expect(one).toMatchObject({ kind: "extension", reason: "extension的理由；notice的理由；red的理由" });
  });

  test("reasons that end with a full stop are joined by one mark", () => {
    const asked = { ...found("extension", 1), reason: "口径须到月底。" };
    expect(arrange([], [asked, found("red", 1)])).toMatchObject([{ reason: "口径须到月底；red的理由" }]);
  });

  test("a kind that the template leaves out does not hide the task under another", () => {
    expect(arrange([{ kind: "red" }], [found("extension", 1), found("red", 1)])).toMatchObject([
      { kind: "red", reason: "red的理由" },
    ]);
  });

  test("units that have not reported stay apart, and four hundred are the most", () => {
    const units = [1, 2].map((unit) => found("unreported", null, { link: `unit:${unit}` }));
    expect(arrange([], units)).toHaveLength(2);
    const many = Array.from({ length: 500 }, (_, n) => found("red", n + 1));
    expect(arrange([], many)).toHaveLength(MOST_ITEMS);
  });
});

test("what brings a task does not matter for knowing it again, and two fixed items are known by their words", () => {
  expect(keyOf(found("red", 5))).toBe(keyOf(found("yellow", 5)));
  expect(keyOf(found("first", null, { title: "甲" }))).not.toBe(keyOf(found("first", null, { title: "乙" })));
});

describe("minutes", () => {
  test("count what is still here; time that was spent stays spent", () => {
    const items = [item(10, "discussed", 300), item(5), item(30, "moved", 60), item(20, "dropped")];
    expect(sumOf(items)).toEqual({ minutes: 15, spentSeconds: 360, items: 2 });
    expect(overrunOf({ minutes: 75 }, 60)).toBe(15);
    expect(overrunOf({ minutes: 60 }, 60)).toBe(0);
  });

  test("give each item its beginning, also beyond midnight", () => {
    expect(startTimesOf([item(5), item(10, "moved"), item(20), item(0)], "09:50")).toEqual([
      "09:50",
      "09:55",
      "09:55",
      "10:15",
    ]);
    expect(startTimesOf([item(30), item(5)], "23:40")).toEqual(["23:40", "24:10"]);
  });
});

test("a promise is broken from the day after its own, unless it was handed in, ended or suspended", () => {
  expect(isBroken({ dueDay: "2024-09-30", status: "inProgress" }, "2024-09-30")).toBe(false);
  expect(isBroken({ dueDay: "2024-09-29", status: "inProgress" }, "2024-09-30")).toBe(true);
  for (const status of ["submitted", "closed", "suspended", "terminated"])
    expect(isBroken({ dueDay: "2024-09-29", status }, "2024-09-30")).toBe(false);
});

test("only what waits in a backlog is taken from it", () => {
  expect(refusalOfTaking({ meetingId: null, state: "waiting" })).toBeNull();
  expect(refusalOfTaking({ meetingId: 1, state: "waiting" })).toBe("itemTaken");
  expect(refusalOfTaking({ meetingId: null, state: "dropped" })).toBe("itemTaken");
});

describe("what is new on an agenda that stands", () => {
  const order = (there: string, matters: string) =>
    weave(placed(there), placed(matters))
      .map(({ key }) => key)
      .join(" ");
  const placed = (keys: string) =>
    keys
      .split(" ")
      .filter(Boolean)
      .map((key) => ({ key, kind: KINDS[key[0] as keyof typeof KINDS] }));
  const KINDS = { f: "first", r: "red", y: "yellow", p: "proposed" } as const;

  test("follows the template, and what people put forward stays behind it", () => {
    expect(order("", "f r1 y1")).toBe("f r1 y1");
    expect(order("f r1 p", "f r1 r2 y1")).toBe("f r1 r2 y1 p");
    expect(order("p", "r1 y1")).toBe("r1 y1 p");
  });
  test("leaves what somebody put in order where it was put", () => {
    expect(order("f p r1 r2", "f r1 r2")).toBe("f p r1 r2");
    expect(order("p f r1", "f r0 r1")).toBe("p f r0 r1");
    expect(order("f p r1", "f r0 r1")).toBe("f p r0 r1");
    expect(order("r2 r1 p", "r1 r2 r3")).toBe("r2 r3 r1 p");
  });
});

test("a fixed item with other words is still the one of the template, and leads nowhere", () => {
  const [fixed] = arrange([{ title: "第一议题", minutes: 10 }], []);
  if (!fixed) throw new Error("no item");
  expect(keyOf({ ...fixed, title: "第一议题（传达学习）" })).toBe(keyOf(fixed));
  expect(keyOf({ ...fixed, link: "" })).toBe(keyOf(fixed));
  expect([fixed.link, "unit:3", "/leagues/1"].map(addressOf)).toEqual([
    "",
    "/board?unit=3&only=unreported",
    "/leagues/1",
  ]);
});
