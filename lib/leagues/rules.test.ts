import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { someActor } from "@/lib/testing/builders";
import {
  arrowOf,
  componentOf,
  effectiveWeights,
  type Member,
  type Metric,
  onlyOwn,
  type Row,
  type Sum,
  scoreOf,
  sightOf,
  tableOf,
  toHundredths,
} from "./rules";

const SPAN = { from: "2024-01-01", asOf: "2024-09-30" };
const metric = (id: number, weight = 1, least = 1): Metric => ({
  ...{ id, weight, source: "progress", name: `指标${id}` },
  options: { ledgerIds: [], stage: null, least },
});
const member = (id: number, own: Partial<Member> = {}): Member => ({
  ...{ id, unitId: id, postId: null, name: `第${id}组`, group: "", activeFrom: "2024-01-01", activeTo: null },
  ...own,
});
const sum = (done: number, of: number, count = of): Sum => ({ done, of, count });

/** The table of members whose single metric comes to these sums. */
const ranked = (sums: Sum[], own: Partial<Member>[] = []) =>
  tableOf({
    members: sums.map((_, at) => member(at + 1, own[at])),
    metrics: [metric(1)],
    sums: new Map(sums.map((one, at) => [at + 1, [one]])),
    span: SPAN,
    last: null,
  });
const places = (rows: readonly Row[]) => rows.map(({ memberId, rank }) => `${memberId}:${rank ?? "-"}`);

describe("a score", () => {
  it("is the shares weighed together, to two places, a half upwards", () => {
    const metrics = [metric(1, 60), metric(2, 40)];
    const components = [
      componentOf(metrics[0] as Metric, sum(2, 3)),
      componentOf(metrics[1] as Metric, sum(1, 4)),
    ];
    expect(scoreOf(metrics, components)).toBe(50);
    expect([1.005, 0.125, 66.66666].map(toHundredths)).toEqual([1.01, 0.13, 66.67]);
  });

  it("counts shares, never amounts: ten of twenty is as good as one of two", () => {
    expect(ranked([sum(10, 20), sum(1, 2)]).rows.map(({ score, rank }) => [score, rank])).toEqual([
      [50, 1],
      [50, 1],
    ]);
  });

  it("leaves out a metric with too little to compare, and the others fill its place", () => {
    const metrics = [metric(1, 30), metric(2, 70, 5)];
    const components = [
      componentOf(metrics[0] as Metric, sum(3, 4)),
      componentOf(metrics[1] as Metric, sum(0, 4)),
    ];
    expect(components.map(({ state }) => state)).toEqual(["counted", "few"]);
    expect(scoreOf(metrics, components)).toBe(75);
    expect(effectiveWeights(metrics, components)).toEqual([100, null]);
  });

  it("is none for who has nothing assigned: that one takes no part and is not the last", () => {
    const { rows } = ranked([sum(0, 0), sum(0, 4), sum(3, 4)]);
    expect(places(rows)).toEqual(["3:1", "2:2", "1:-"]);
    expect(rows.map(({ state }) => state)).toEqual(["ranked", "ranked", "nothing"]);
  });

  it("lies between 0 and 100, whatever was done of whatever was assigned", () => {
    const anySum = fc
      .tuple(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1e6, noNaN: true }),
        fc.nat(50),
      )
      .map(([share, of, count]): Sum => ({ done: share * of, of, count }));
    const weights = fc.array(fc.double({ min: 0.01, max: 1000, noNaN: true }), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(weights, fc.array(anySum, { minLength: 6, maxLength: 6 }), (some, sums) => {
        const metrics = some.map((weight, at) => metric(at, weight, 3));
        const score = scoreOf(
          metrics,
          metrics.map((one, at) => componentOf(one, sums[at] as Sum)),
        );
        if (score !== null) expect(score >= 0 && score <= 100).toBe(true);
      }),
    );
  });

  it("does not fall when something undone is left out and enough remains", () => {
    const item = fc.tuple(fc.constantFrom(0, 0.25, 0.5, 1), fc.integer({ min: 1, max: 9 }));
    fc.assert(
      fc.property(
        fc.array(item, { minLength: 4, maxLength: 12 }),
        fc.integer({ min: 1, max: 9 }),
        (items, weight) => {
          const add = (list: readonly (readonly [number, number])[]) =>
            componentOf(metric(1, 1, 3), {
              done: list.reduce((total, [value, own]) => total + value * own, 0),
              of: list.reduce((total, [, own]) => total + own, 0),
              count: list.length,
            });
          const before = scoreOf([metric(1)], [add([...items, [0, weight]])]) ?? 0;
          expect(scoreOf([metric(1)], [add(items)])).toBeGreaterThanOrEqual(before);
        },
      ),
    );
  });
});

describe("places", () => {
  it("are shared by ties, and the next place is left out: 1, 1, 3", () => {
    expect(places(ranked([sum(1, 2), sum(3, 4), sum(6, 8), sum(0, 1)]).rows)).toEqual([
      "2:1",
      "3:1",
      "1:3",
      "4:4",
    ]);
  });

  it("of one alone is the first; of nobody there is none; all tied are all first", () => {
    expect(places(ranked([sum(0, 3)]).rows)).toEqual(["1:1"]);
    expect(ranked([]).rows).toEqual([]);
    expect(places(ranked([sum(1, 2), sum(2, 4), sum(4, 8)]).rows)).toEqual(["1:1", "2:1", "3:1"]);
  });

  it("are given within each group", () => {
    const groups = [{ group: "甲" }, { group: "乙" }, { group: "甲" }];
    expect(places(ranked([sum(1, 4), sum(2, 4), sum(3, 4)], groups).rows)).toEqual(["3:1", "1:2", "2:1"]);
  });

  it("do not depend on the order in which the members are written", () => {
    const sums = fc.uniqueArray(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(sums, fc.infiniteStream(fc.nat()), (done, keys) => {
        const given = { metrics: [metric(1)], span: SPAN, last: null };
        const all = new Map(done.map((one, at) => [at + 1, [sum(one % 7, 7)]] as const));
        const members = done.map((_, at) => member(at + 1));
        const shuffled = members
          .map((one) => [keys.next().value as number, one] as const)
          .sort(([a], [b]) => a - b)
          .map(([, one]) => one);
        const rank = (list: Member[]) =>
          tableOf({ ...given, sums: all, members: list })
            .rows.map((row) => `${row.memberId}:${row.rank}`)
            .sort();
        expect(rank(shuffled)).toEqual(rank(members));
      }),
    );
  });

  it("are for those who take part on the last day: who joined later is marked, who left is named without a place", () => {
    const own = [{ activeFrom: "2024-05-01" }, { activeTo: "2024-06-30" }, { activeTo: "2023-12-31" }, {}];
    const { rows } = ranked([sum(1, 4), sum(4, 4), sum(4, 4), sum(2, 4)], own);
    expect(places(rows)).toEqual(["4:1", "1:2", "2:-"]);
    expect(rows.map(({ state, joined }) => [state, joined])).toEqual([
      ["ranked", false],
      ["ranked", true],
      ["left", false],
    ]);
  });
});

describe("against the edition before", () => {
  const last = {
    number: 3,
    rows: [
      { memberId: 1, rank: 1, score: 90 },
      { memberId: 2, rank: 2, score: 40 },
      { memberId: 3, rank: null, score: null },
    ],
  };
  const sums = new Map([1, 2, 3, 4].map((id) => [id, [sum(id === 1 ? 2 : 3, 4)]]));
  const table = tableOf({
    members: [1, 2, 3, 4].map((id) => member(id)),
    metrics: [metric(1)],
    sums,
    span: SPAN,
    last,
  });

  it("arrows say how many places were gained or lost, and who is new", () => {
    const arrows = Object.fromEntries(
      table.rows.map((row) => [row.memberId, arrowOf(row, table.lastNumber)]),
    );
    expect(arrows).toEqual({ 1: -3, 2: 1, 3: "new", 4: "new" });
    expect(arrowOf(table.rows[0] as Row, null)).toBeNull();
  });

  it("the most improved is who gained most; ties are all named, and without a gain there is none", () => {
    expect(table.improved).toEqual({ memberIds: [2], gain: 35 });
    const both = { number: 1, rows: [1, 2].map((memberId) => ({ memberId, rank: 1, score: 25 })) };
    const of = (done: number) =>
      tableOf({
        members: [member(1), member(2)],
        metrics: [metric(1)],
        sums: new Map([1, 2].map((id) => [id, [sum(done, 4)]])),
        span: SPAN,
        last: both,
      }).improved;
    expect([of(2)?.memberIds, of(1)]).toEqual([[1, 2], null]);
  });
});

describe("who sees a series", () => {
  const posts = [3, 4, 5].map((id) => ({ ...member(id), unitId: null, postId: id }));
  const see = (roles: Parameters<typeof someActor>[0], label: "open" | "internal" | "sensitive" = "open") =>
    [
      sightOf(someActor(roles), { kind: "units", label }, []),
      sightOf(someActor(roles), { kind: "posts", label }, posts),
    ] as const;

  it("of posts: those with the right see all, the holder of a post sees that one, everybody else nothing", () => {
    expect(see({ roles: ["supervisor"] })).toEqual(["all", "all"]);
    expect(see({ roles: ["leader"] })).toEqual(["all", "all"]);
    expect(see({ roles: ["staff"], postIds: [4] })).toEqual(["all", [4]]);
    expect(see({ roles: ["unitHead"], postIds: [9] })).toEqual(["all", null]);
    expect(see({ roles: ["observer"] })).toEqual(["all", null]);
    expect(see({ roles: ["systemAdmin"], postIds: [4] })).toEqual([null, null]);
  });

  it("of units: by its label", () => {
    expect(see({ roles: ["observer"] }, "internal")[0]).toBeNull();
    expect(see({ roles: ["staff"] }, "internal")[0]).toBe("all");
    expect(see({ roles: ["staff"] }, "sensitive")[0]).toBeNull();
  });

  it("whoever sees only the own post learns nothing of the others, not even in a group of two", () => {
    const sums = [sum(1, 4), sum(2, 4), sum(3, 4), sum(3, 4), sum(1, 4)];
    const groups = ["甲", "甲", "甲", "乙", "乙"].map((group) => ({ group }));
    const own = onlyOwn(ranked(sums, groups), [2, 4]);
    expect(own.rows.map(({ memberId, rank, score }) => [memberId, rank, score])).toEqual([
      [2, 2, 50],
      [4, null, 75],
    ]);
    expect([own.improved, JSON.stringify(own).includes("第3组")]).toEqual([null, false]);
  });
});
