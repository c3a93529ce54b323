import { describe, expect, it } from "vitest";
import { type Condition, earnersOf, type Places } from "./rules";

const edition = (ranks: (number | null)[], improved: number[] | null = null): Places => ({
  rows: ranks.map((rank, at) => ({ memberId: at + 1, rank, score: rank === null ? null : 100 - rank * 10 })),
  improved: improved && { memberIds: improved },
});
const earn = (condition: Condition, ...editions: Places[]) => earnersOf(condition, editions);

describe("an award is earned", () => {
  it("by the first n, ties included, and never by who took no part", () => {
    expect(earn({ kind: "rank", n: 2 }, edition([1, 1, 3, null]))).toEqual([1, 2]);
  });

  it("by who gained most, when somebody did", () => {
    expect(earn({ kind: "improved" }, edition([1, 2, 3], [3]))).toEqual([3]);
    expect(earn({ kind: "improved" }, edition([1, 2, 3]))).toEqual([]);
  });

  it("by a score from the limit on", () => {
    expect(earn({ kind: "score", least: 80 }, edition([1, 2, 3]))).toEqual([1, 2]);
  });

  it("by so many editions in a row among the first n: a gap or too few editions earn nothing", () => {
    const streak: Condition = { kind: "streak", n: 2, editions: 3 };
    expect(earn(streak, edition([1, 2, 3]), edition([2, 3, 1]), edition([1, 2, 3]))).toEqual([1]);
    expect(earn(streak, edition([1, 2, 3]), edition([1, 2, 3]))).toEqual([]);
    expect(earn(streak)).toEqual([]);
  });
});
