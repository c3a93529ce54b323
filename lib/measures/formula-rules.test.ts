import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { computed, depthOf, dividesByZero, refusalOfTerms, valuesOf } from "./formula-rules";

describe("a formula", () => {
  test("is a ratio, a sum or what is left, times its factor", () => {
    expect(computed("ratio", 100, [195, 200])).toBe(97.5);
    expect(computed("sum", 1, [1, 2, 3.5])).toBe(6.5);
    expect(computed("difference", 1, [10, 2, 3])).toBe(5);
    expect(computed("sum", 1, [0.1, 0.2])).toBe(0.3);
  });

  test("has no value while an operand has none, nor where it would divide by nothing, and says which", () => {
    expect(computed("sum", 1, [1, null])).toBeNull();
    expect(computed("ratio", 100, [5, 0])).toBeNull();
    expect(computed("ratio", 1, [1e300, 1e-300])).toBeNull();
    expect(dividesByZero("ratio", [5, 0])).toBe(true);
    expect(dividesByZero("ratio", [null, 0])).toBe(false);
    expect(dividesByZero("sum", [5, 0])).toBe(false);
  });
});

describe("terms", () => {
  const chain = (n: number) =>
    new Map(Array.from({ length: n }, (_, at) => [at + 1, [at + 2, 1000]] as [number, number[]]));
  const known = new Set([...Array.from({ length: 50 }, (_, at) => at + 1), 1000]);

  test("may stand five deep and no deeper, also where a new one goes below old ones", () => {
    expect(depthOf(1, chain(5))).toBe(5);
    expect(refusalOfTerms(1, "sum", chain(5), known)).toBeNull();
    expect(refusalOfTerms(1, "sum", chain(6), known)).toBe("termsTooDeep");
    expect(refusalOfTerms(6, "sum", chain(6), known)).toBe("termsTooDeep");
  });

  test("never go round in a circle, however many lie between", () => {
    const circle = new Map([
      [1, [2, 9]],
      [2, [3, 9]],
      [3, [1, 9]],
    ]);
    expect(refusalOfTerms(3, "sum", circle, new Set([1, 2, 9]))).toBe("termCircle");
    expect(refusalOfTerms(1, "sum", new Map([[1, [1, 2]]]), new Set([2]))).toBe("termCircle");
    expect(depthOf(1, circle)).toBe(Number.POSITIVE_INFINITY);
  });

  test("are two for a ratio, two or more otherwise, and belong to the task", () => {
    expect(refusalOfTerms(1, "ratio", new Map([[1, [2]]]), new Set([2]))).toBe("termsMissing");
    expect(refusalOfTerms(1, "ratio", new Map([[1, [2, 3, 4]]]), new Set([2, 3, 4]))).toBe("termsMissing");
    expect(refusalOfTerms(1, "ratio", new Map([[1, [2, 77]]]), new Set([2]))).toBe("termUnknown");
  });

  test("give the same values in whatever order the measures come, and never hang", () => {
    const measures = fc.array(
      fc.record({ terms: fc.array(fc.nat(7), { minLength: 2, maxLength: 3 }), plain: fc.boolean() }),
      {
        minLength: 1,
        maxLength: 8,
      },
    );
    fc.assert(
      fc.property(measures, (list) => {
        const all = list.map(({ terms, plain }, id) => ({
          id,
          formula: plain ? null : ("sum" as const),
          factor: 1,
          // Only to later ones: what the rules let in.
          terms: plain ? [] : terms.filter((term) => term > id),
        }));
        const shallow = all.every(
          ({ id }) => depthOf(id, new Map(all.map((one) => [one.id, one.terms]))) <= 5,
        );
        const forth = valuesOf(all, ({ id }) => id);
        const back = valuesOf([...all].reverse(), ({ id }) => id);
        if (shallow) expect([...forth].sort()).toEqual([...back].sort());
      }),
    );
  });
});
