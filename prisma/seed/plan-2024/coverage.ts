import type { Day } from "@/lib/calendar/rules";
import type { RegisterKind } from "@/lib/coverage/kind-rules";
import type { Every } from "@/lib/coverage/period-rules";

/** The registers that the plan's duties count, and the duties. Objects are the office's to enter, but for those that are units. */

type SeedRegister = {
  key: string;
  name: string;
  kind: RegisterKind;
  objectWord: string;
  sensitive?: true;
  /** Its objects are units of the tree. */
  follows?: true;
};

export const REGISTERS: readonly SeedRegister[] = [
  { key: "communities", name: "社区", kind: "communities", objectWord: "个社区", follows: true },
  { key: "grids", name: "网格", kind: "grids", objectWord: "个网格", follows: true },
  { key: "enterprises", name: "企业", kind: "enterprises", objectWord: "家企业" },
  { key: "places", name: "重点场所", kind: "places", objectWord: "处场所" },
  { key: "keyPersons", name: "重点人员", kind: "keyPersons", objectWord: "人", sensitive: true },
  { key: "served", name: "服务管理对象", kind: "servedPersons", objectWord: "人", sensitive: true },
  { key: "meetings", name: "班子会议", kind: "meetings", objectWord: "个会议系列" },
  { key: "consultations", name: "经济会商", kind: "meetings", objectWord: "个会议系列" },
];

export type SeedDuty = {
  task: string;
  register: string;
  name: string;
  times: number;
  every: Every;
  acts: readonly string[];
};

export const FROM: Day = "2024-03-01";
export const TO: Day = "2024-12-31";

const CARE = ["上门走访", "电话联系", "见面谈话"] as const;
const DRILL = ["消防演练", "防汛演练", "疏散演练", "其他演练"] as const;

export const DUTIES: readonly SeedDuty[] = [
  {
    ...{ task: "2.1.2", register: "enterprises", name: "领导联企走访", times: 1, every: "quarter" },
    acts: ["上门走访", "座谈会商", "电话联系", "解决诉求"],
  },
  {
    ...{ task: "2.1.3", register: "enterprises", name: "企业入格服务", times: 1, every: "quarter" },
    acts: ["上门服务", "政策宣传", "收集诉求"],
  },
  {
    ...{ task: "2.1.4", register: "consultations", name: "经济工作月度会商", times: 1, every: "month" },
    acts: ["会商分析", "结果公示"],
  },
  {
    ...{ task: "3.2.3", register: "served", name: "服务管理对象走访", times: 1, every: "quarter" },
    acts: CARE,
  },
  {
    ...{ task: "3.2.4", register: "keyPersons", name: "重点人员走访", times: 1, every: "month" },
    acts: CARE,
  },
  {
    ...{ task: "3.2.4", register: "places", name: "重点场所走访", times: 1, every: "month" },
    acts: ["现场检查", "督促整改", "宣传告知"],
  },
  {
    ...{ task: "3.3.6", register: "communities", name: "社区应急演练", times: 2, every: "year" },
    acts: DRILL,
  },
  {
    ...{ task: "3.3.6", register: "enterprises", name: "企业应急演练", times: 2, every: "year" },
    acts: DRILL,
  },
  {
    ...{ task: "5.1.2", register: "meetings", name: "第一议题学习", times: 1, every: "month" },
    acts: ["第一议题", "专题学习"],
  },
];
