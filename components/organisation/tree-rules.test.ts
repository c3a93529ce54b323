import { describe, expect, test } from "vitest";
import type { Organisation } from "@/lib/organisation/queries";
import { emptiedBy, peopleInOrder, placeAfter, treeMove, treeRows, vacancies } from "./tree-rules";

const unit = (id: number, parentId: number | null, more = {}) => ({
  ...{ id, parentId, kind: "department", name: `单位${id}`, shortName: "", order: id, closedOn: null },
  ...{ version: 1, depth: 0, ...more },
});
const post = (id: number, unitId: number, more = {}) => ({
  ...{ id, unitId, name: `岗位${id}`, isHead: false, order: id, closedOn: null, version: 1 },
  ...{ holders: [], vacant: true, work: 0, ...more },
});
const holder = (personId: number, from = "2024-01-01") => ({
  ...{ holdingId: personId, personId, name: `人${personId}`, from, to: null },
});
const person = (id: number, leftOn: string | null = null) => ({
  ...{ id, name: `人${id}`, pinyin: "", initials: "", phone: "", leftOn, version: 1 },
});

const organisation = {
  today: "2024-09-30",
  units: [unit(1, null), unit(2, 1), unit(3, 2), unit(4, 1, { closedOn: "2024-05-01" }), unit(5, 1)],
  posts: [
    post(10, 2, { vacant: false, holders: [holder(100)] }),
    post(11, 2, { work: 3 }),
    post(12, 3, { vacant: false, holders: [holder(100), holder(101)] }),
    post(13, 2, { closedOn: "2024-05-01", vacant: false }),
    post(14, 5, { holders: [holder(102, "2024-10-08")], work: 1 }),
  ],
  people: [person(101), person(103), person(104, "2024-05-01"), person(102), person(100)],
} as unknown as Organisation;

const wish = { folded: new Set<number>(), closed: false, vacant: false };
const keys = (more = {}) =>
  treeRows(organisation, { ...wish, ...more }).map(({ key, level }) => `${key}@${level}`);

describe("the rows", () => {
  test("a unit, its posts, then the units below it", () => {
    expect(keys()).toEqual(["u1@1", "u2@2", "p10@3", "p11@3", "u3@3", "p12@4", "u5@2", "p14@3"]);
  });

  test("what is folded is left out", () => {
    expect(keys({ folded: new Set([2]) })).toEqual(["u1@1", "u2@2", "u5@2", "p14@3"]);
  });

  test("closed ones are shown when asked for", () => {
    expect(keys({ closed: true })).toEqual(expect.arrayContaining(["p13@3", "u4@2"]));
  });

  test("only the vacant posts, with the units above them, folded or not", () => {
    expect(keys({ vacant: true, folded: new Set([2]) })).toEqual(["u1@1", "u2@2", "p11@3", "u5@2", "p14@3"]);
  });
});

describe("the keys", () => {
  const rows = treeRows(organisation, { ...wish, folded: new Set([5]) });
  test.each([
    ["ArrowDown", 0, { to: 1 }],
    ["j", 6, { to: 6 }],
    ["ArrowUp", 0, { to: 0 }],
    ["End", 0, { to: 6 }],
    ["ArrowRight", 1, { to: 2 }],
    ["ArrowRight", 6, { unfold: 5 }],
    ["ArrowLeft", 1, { fold: 2 }],
    ["ArrowLeft", 3, { to: 1 }],
    ["ArrowLeft", 6, { to: 0 }],
    ["x", 0, null],
  ])("%s on row %i", (key, at, move) => {
    expect(treeMove(key, rows, at)).toEqual(move);
  });
});

describe("one step among siblings", () => {
  const row = (key: string) => {
    const found = treeRows(organisation, wish).find((one) => one.key === key);
    if (!found) throw new Error(key);
    return found;
  };

  test("closed siblings in between are stepped over", () => {
    expect(placeAfter(organisation, row("u2"), 1)).toBe(2);
    expect(placeAfter(organisation, row("u5"), -1)).toBe(0);
    expect(placeAfter(organisation, row("p10"), 1)).toBe(1);
  });

  test("there is none beyond the ends", () => {
    expect(placeAfter(organisation, row("u2"), -1)).toBeNull();
    expect(placeAfter(organisation, row("p11"), 1)).toBeNull();
  });
});

test("people stand by their first post, then those without one, then those who left", () => {
  expect(peopleInOrder(organisation).map(({ id }) => id)).toEqual([100, 101, 102, 103, 104]);
});

test("vacant posts are counted with the tasks that nobody looks after", () => {
  expect(vacancies(organisation)).toEqual({ posts: 2, tasks: 4 });
});

test("a post stays filled while somebody else holds it", () => {
  expect(emptiedBy(organisation, 100).map(({ id }) => id)).toEqual([10]);
  expect(emptiedBy(organisation, 102)).toEqual([]);
  const leaving = { ...holder(101), to: "2024-09-30" };
  const last = { ...organisation, posts: [post(15, 5, { holders: [holder(100), leaving] })] };
  expect(emptiedBy(last as unknown as Organisation, 100).map(({ id }) => id)).toEqual([15]);
});
