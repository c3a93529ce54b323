import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Part, percentOf, refusalOfOverriding, refusalOfRestoring, standingOf } from "./rules";

function somePart(own: Partial<Part> = {}): Part {
  const figures = { weight: 1, actual: 0.5, points: [], complete: false, done: 1, of: 2, lastOn: null };
  return { kind: "ledger", id: 1, name: "某清单", ...figures, ...own };
}
const progressOf = (...parts: Part[]) => standingOf(parts)?.progress;

describe("the standing of a task", () => {
  test("is the mean of its proofs by weight", () => {
    expect(progressOf(somePart({ actual: 0.5, weight: 3 }), somePart({ actual: 1 }))).toBe(62.5);
  });

  test("leaves out what is only shown", () => {
    expect(progressOf(somePart({ actual: 0.5 }), somePart({ actual: 1, weight: 0 }))).toBe(50);
    expect(standingOf([somePart({ weight: 0 })])).toBeNull();
    expect(standingOf([])).toBeNull();
  });

  test("is silent while no proof has a report, and counts a silent one as nothing as soon as another speaks", () => {
    expect(progressOf(somePart({ actual: null }))).toBeNull();
    expect(progressOf(somePart({ actual: null }), somePart({ actual: 1 }))).toBe(50);
  });

  test("is complete when everything that counts is", () => {
    const done = somePart({ actual: 1, complete: true });
    expect(standingOf([done, somePart({ weight: 0 })])?.complete).toBe(true);
    expect(standingOf([done, somePart()])?.complete).toBe(false);
  });

  test("is a whole percentage that says 100 only when all is done, and says it then", () => {
    const thirds = [1, 2, 3].map(() => somePart({ actual: 1, weight: 1 / 3 }));
    expect(percentOf(standingOf(thirds) as never)).toBe(100);
    expect(percentOf({ progress: 99.9999, complete: false, parts: [] })).toBe(99);
    expect(percentOf({ progress: null, complete: false, parts: [] })).toBeNull();
  });

  test("lies between 0 and 100 and never falls when more is done", () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const part = fc
      .record({ weight: fc.double({ min: 0, max: 50, noNaN: true }), actual: fc.option(share) })
      .map((own) => somePart(own));
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), fc.nat(), share, (parts, at, more) => {
        const before = standingOf(parts);
        if (!before) return;
        const place = at % parts.length;
        const grow = (one: Part) => ({ ...one, actual: Math.max(one.actual ?? 0, more) });
        const after = standingOf(parts.map((one, i) => (i === place ? grow(one) : one)));
        for (const one of [before, after])
          expect(one?.progress ?? 0).toSatisfy((progress: number) => progress >= 0 && progress <= 100);
        expect((after?.progress ?? 0) >= (before.progress ?? 0)).toBe(true);
      }),
    );
  });
});

describe("a light", () => {
  test("is set by hand while the task is open, and given back only when it was set", () => {
    expect(refusalOfOverriding({ status: "inProgress" })).toBeNull();
    expect(refusalOfOverriding({ status: "closed" })).toBe("lightNotOpen");
    expect(refusalOfRestoring({ override: {} })).toBeNull();
    expect(refusalOfRestoring({ override: null })).toBe("lightNotOverridden");
  });
});
