import type { Day } from "@/lib/calendar/rules";
import type { MeasureFacts } from "@/lib/measures/input";

/** A measure of a task as the seed writes it; what is left out is what the command takes by itself. */
export type SeedMeasure = Partial<MeasureFacts> & Pick<MeasureFacts, "name" | "direction" | "aggregation">;

/** Targets at the ends of the quarters, for what is counted from January on. */
const quarters = (...values: [number, number, number, number]): { day: Day; value: number }[] =>
  ["2024-03-31", "2024-06-30", "2024-09-30", "2024-12-31"].map((day, at) => ({
    day,
    value: values[at] as number,
  }));

const count = (name: string, unit: string, own: Partial<SeedMeasure>): SeedMeasure => ({
  name,
  unit,
  direction: "atLeast",
  aggregation: "sum",
  ...(own.baseline !== undefined && { baselineYear: 2023 }),
  ...own,
});

const none = (name: string): SeedMeasure => ({ name, unit: "起", direction: "zero", aggregation: "sum" });

/** The measures that are read, by task. Figures of 2023 are the document's; it names no figures for 2024, so these targets are samples. */
export const MEASURES: Record<string, readonly SeedMeasure[]> = {
  "2.1.6": [
    {
      name: "入户登记率",
      unit: "%",
      direction: "atLeast",
      aggregation: "latest",
      target: 100,
      targets: [
        { day: "2024-04-15", value: 60 },
        { day: "2024-04-30", value: 100 },
      ],
    },
  ],
  "2.3.1": [
    count("新引进企业", "家", { baseline: 135, target: 140, targets: quarters(35, 70, 105, 140) }),
    count("新引进企业注册资本", "亿元", {
      decimals: 2,
      baseline: 20.9,
      target: 21,
      targets: quarters(5.2, 10.5, 15.7, 21),
    }),
    count("国内招商引资", "亿元", {
      decimals: 2,
      baseline: 4.37,
      target: 4.5,
      targets: quarters(1.1, 2.2, 3.4, 4.5),
    }),
    count("浙商回归", "亿元", {
      decimals: 2,
      baseline: 4.03,
      target: 4.2,
      targets: quarters(1, 2.1, 3.1, 4.2),
    }),
    count("实际利用外资", "万美元", { baseline: 240, target: 250, targets: quarters(60, 125, 187, 250) }),
  ],
  "3.1.2": [count("人民调解", "起", { baseline: 193, target: 200, targets: quarters(50, 100, 150, 200) })],
  "3.1.3": [none("重大信访问题")],
  "3.3.4": [
    count("安全宣传活动", "场", { target: 40 }),
    { name: "安全员参训率", unit: "%", direction: "atLeast", aggregation: "latest", target: 100 },
  ],
  "3.3.7": [none("重大安全事故")],
  "5.1.3": [count("宣讲场次", "场", { target: 60 })],
  "5.2.3": [count("新组建两新党组织", "家", { baseline: 10, target: 6 })],
  "5.2.4": [
    count("发展党员", "名", { baseline: 9, target: 9, targets: quarters(0, 4, 6, 9) }),
    count("党员轮训", "次", { baseline: 3, target: 3, targets: quarters(0, 1, 2, 3) }),
    {
      name: "纳管流动党员",
      unit: "名",
      direction: "atLeast",
      aggregation: "latest",
      baseline: 325,
      baselineYear: 2023,
      target: 325,
    },
  ],
  "5.3.3": [count("正风肃纪检查", "次", { baseline: 8, target: 10, targets: quarters(2, 5, 8, 10) })],
  "5.3.4": [count("廉政教育活动", "次", { baseline: 12, target: 12, targets: quarters(3, 6, 9, 12) })],
};
