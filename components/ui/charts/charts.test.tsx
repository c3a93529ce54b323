import fc from "fast-check";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { WordsProvider } from "@/lib/words-client";
import ui from "@/messages/zh-CN/ui.json";
import { BarChart } from "./bar-chart";
import { LineChart } from "./line-chart";
import { axisOf, heightOf, pathOf, scaleOf, thinned } from "./scale-rules";

const draw = (part: React.ReactNode) =>
  renderToStaticMarkup(
    <WordsProvider locale="zh-CN" messages={{ ui }}>
      {part}
    </WordsProvider>,
  );

// What differs by less than a billionth is drawn as one.
test("a scale holds zero and every value, with two to seven round ticks in order", () => {
  const values = fc.array(fc.double({ min: -1e12, max: 1e12, noNaN: true }), { maxLength: 20 });
  fc.assert(
    fc.property(values, (list) => {
      const { low, high, ticks } = scaleOf(list);
      expect(Math.min(0, ...list)).toBeGreaterThanOrEqual(low - Math.abs(low) * 1e-9 - 1e-9);
      expect(Math.max(0, ...list)).toBeLessThanOrEqual(high + Math.abs(high) * 1e-9 + 1e-9);
      expect(ticks.length).toBeGreaterThanOrEqual(2);
      expect(ticks.length).toBeLessThanOrEqual(7);
      expect(ticks).toEqual([...ticks].sort((a, b) => a - b));
    }),
  );
});

test("days stand apart in proportion to time, labels evenly", () => {
  const { placeOf } = axisOf(["2024-01-01", "2024-01-11", "2024-01-03"]);
  expect(["2024-01-01", "2024-01-03", "2024-01-11"].map(placeOf)).toEqual([0, 0.2, 1]);
  expect(["甲", "乙", "丙"].map(axisOf(["甲", "乙", "丙"]).placeOf)).toEqual([0, 0.5, 1]);
});

test("a gap begins a new stroke, and a step holds its value until the next point", () => {
  const scale = scaleOf([0, 4]);
  const axis = axisOf(["a", "b", "c"]);
  expect(
    pathOf(
      [
        ["a", 0],
        ["b", null],
        ["c", 4],
      ],
      axis,
      scale,
      "solid",
    ),
  ).toBe("M0 100M100 0");
  expect(
    pathOf(
      [
        ["a", 0],
        ["c", 4],
      ],
      axis,
      scale,
      "step",
    ),
  ).toBe("M0 100H100V0");
  expect(heightOf(99, scale)).toBe(1);
});

test("below the plot stand at most six labels", () => {
  expect(thinned(Array.from({ length: 23 }, (_, at) => at)).length).toBeLessThanOrEqual(6);
});

test("a chart tells all its figures in a table, and is drawn from nothing, NaN and infinity alike", () => {
  const points = [
    ["2024-03-31", 12],
    ["2024-06-30", null],
    ["2024-09-30", Number.NaN],
    ["2024-12-31", Number.POSITIVE_INFINITY],
  ] as const;
  const html = draw(<LineChart label="走势" series={[{ name: "实际", points, style: "solid" }]} unit="件" />);
  for (const said of ["走势", "实际（件）", "2024-03-31", "12", ui.chart.table]) expect(html).toContain(said);
  expect(html).not.toMatch(/(?:x|y|d|width|height)="[^"]*(?:NaN|Infinity)/);
  expect(draw(<LineChart label="空" series={[]} unit="" />)).toContain("空");
  const bars = draw(<BarChart label="比较" series={[{ name: "今年", points: [["甲", -3]] }]} unit="" />);
  expect(bars).toContain("-3");
  expect(bars).not.toMatch(/ (?:x|y|width|height)="-/);
});
