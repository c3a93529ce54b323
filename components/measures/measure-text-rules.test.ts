import { expect, test } from "vitest";
import type { Measure } from "@/lib/measures/queries";
import { readMeasure, textOf } from "./measure-text-rules";

const blank = { ...textOf(null, 2023), name: "签约率", target: "100" };
const measure: Measure = {
  ...{ id: 3, taskId: 1, version: 2, name: "签约率", unit: "%", decimals: 1, weight: 1, factor: 100 },
  ...{ direction: "atLeast", aggregation: "latest", baseline: 97.5, baselineYear: 2023, target: 100 },
  ...{ formula: "ratio", terms: [1, 2], feed: null, fed: null, readings: [] },
  targets: [{ day: "2024-06-30", value: 99 }],
};

test("what is shown of a measure reads back as the measure", () => {
  const read = readMeasure(textOf(measure, 2023), measure);
  const { id: _, taskId: __, version: ___, readings: ____, fed: _____, ...facts } = measure;
  expect(read).toEqual({ facts });
});

test("a feed keeps the stage that the form does not ask, until another ledger is chosen", () => {
  const fed = {
    ...measure,
    formula: null,
    terms: [],
    factor: 1,
    feed: { ledger: 7, count: "reached", stage: "signed" },
  };
  const text = textOf(fed, 2023);
  expect(readMeasure(text, fed)).toMatchObject({ facts: { feed: { ledger: 7, stage: "signed" } } });
  expect(readMeasure({ ...text, feedLedger: 8, feedCount: "all" }, fed)).toMatchObject({
    facts: { feed: { ledger: 8, count: "all" } },
  });
  expect(readMeasure({ ...text, feedLedger: null }, fed)).toMatchObject({ wrong: [{ field: "feedLedger" }] });
});

test("what must stay at zero has no target, baseline or periods, whatever was typed before", () => {
  const zero = {
    ...blank,
    direction: "zero" as const,
    baseline: "5",
    targets: [{ day: "2024-06-30", value: "1" }],
  };
  expect(readMeasure(zero, null)).toMatchObject({
    facts: { target: null, baseline: null, targets: [], aggregation: "sum" },
  });
});

test("what is wrong is told by its field", () => {
  const wrong = (own: object) => readMeasure({ ...blank, ...own }, null);
  expect(wrong({ name: " " })).toMatchObject({ wrong: [{ field: "name", code: "input.required" }] });
  expect(wrong({ target: "一百" })).toMatchObject({ wrong: [{ field: "target", code: "notNumber" }] });
  expect(wrong({ target: "" })).toMatchObject({ wrong: [{ field: "target", code: "targetMissing" }] });
  expect(wrong({ target: "-5" })).toMatchObject({ wrong: [{ field: "target", code: "negativeTarget" }] });
  expect(wrong({ targets: [{ day: "2024-06-30", value: "x" }] })).toMatchObject({
    wrong: [{ field: "target 2024-06-30", code: "notNumber" }],
  });
});
