import type { Condition } from "@/lib/incentives/rules";
import type { Source } from "@/lib/leagues/rules";
import { TASK_FORCES, UNITS } from "../units";

/** The series of the plan; weights and awards are presets, which the office changes. */

/** `tasks`: whose ledgers; a stage is its key in them. */
export type SeedMetric = {
  source: Source;
  name: string;
  weight: number;
  tasks?: string[];
  stage?: string;
  least?: number;
};
export type SeedSeries = {
  name: string;
  kind: "units" | "posts";
  label: "open" | "internal";
  task?: string;
  note: string;
  metrics: SeedMetric[];
  /** Keys of units, or of posts as "unit.post". */
  members: { key: string; group?: string }[];
  rules: { name: string; condition: Condition; award: string }[];
};

const CLEARANCE = ["1.1", "1.2", "1.3", "1.4"];
const HAZARDS = ["3.3.1", "3.3.2", "3.3.3"];
const departments = UNITS.filter(({ kind }) => kind === "department").map(({ key }) => key);
const communities = UNITS.filter(({ kind }) => kind === "community").map(({ key }) => key);

export const SERIES: readonly SeedSeries[] = [
  {
    ...{ name: "攻坚组赛马", kind: "units", label: "open", task: "1.6" },
    note: "四个地块的销号清单，按各组包干的户数算完成比例。",
    metrics: [
      { source: "stage", name: "签约率", weight: 40, tasks: CLEARANCE, stage: "signed" },
      { source: "stage", name: "腾空率", weight: 30, tasks: CLEARANCE, stage: "vacated" },
      { source: "writtenOff", name: "拆除率", weight: 30, tasks: CLEARANCE },
    ],
    members: TASK_FORCES.map((key) => ({ key })),
    rules: [
      { name: "本期第一", condition: { kind: "rank", n: 1 }, award: "授予流动红旗" },
      { name: "进步最大", condition: { kind: "improved" }, award: "例会通报表扬" },
      { name: "连续领先", condition: { kind: "streak", n: 2, editions: 3 }, award: "年度考核优先推荐" },
    ],
  },
  {
    ...{ name: "社区赛马", kind: "units", label: "open" },
    note: "社区含所辖网格、微网格；其余社区由街道加入。",
    metrics: [
      { source: "writtenOff", name: "网格事件办结率", weight: 50, tasks: ["3.2.5"] },
      { source: "recheck", name: "事件抽查合格率", weight: 20, tasks: ["3.2.5"] },
      { source: "writtenOff", name: "隐患销号率", weight: 30, tasks: HAZARDS },
    ],
    members: communities.map((key) => ({ key })),
    rules: [{ name: "本期第一", condition: { kind: "rank", n: 1 }, award: "例会通报表扬" }],
  },
  {
    ...{ name: "科室赛马", kind: "units", label: "internal" },
    note: "按各科室牵头的任务计。",
    metrics: [
      { source: "deviation", name: "序时完成率", weight: 40 },
      { source: "onTime", name: "按时填报率", weight: 30 },
      { source: "closure", name: "办结率", weight: 30 },
    ],
    members: departments.map((key) => ({ key })),
    rules: [
      { name: "本期前三", condition: { kind: "rank", n: 3 }, award: "例会通报表扬" },
      { name: "高分", condition: { kind: "score", least: 95 }, award: "年度考核加分建议" },
    ],
  },
  {
    ...{ name: "干部赛马晾绩", kind: "posts", label: "internal", task: "5.3.2" },
    note: "按岗位分组，不公开；本人只看到自己的。",
    metrics: [
      { source: "deviation", name: "序时完成率", weight: 40 },
      { source: "onTime", name: "按时填报率", weight: 30 },
      { source: "stage", name: "签约率", weight: 30, tasks: CLEARANCE, stage: "signed" },
    ],
    members: [
      ...departments.map((key) => ({ key: `${key}.head`, group: "科室负责人" })),
      ...TASK_FORCES.map((key) => ({ key: `${key}.head`, group: "攻坚组组长" })),
    ],
    rules: [],
  },
];
