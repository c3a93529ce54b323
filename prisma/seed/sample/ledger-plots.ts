import type { Day } from "@/lib/calendar/rules";

/** How each ledger of the sample year goes. */
export type Plot = {
  task: string;
  /** Which of the task's ledgers, from 0. */
  at?: number;
  prefix: string;
  titles: readonly string[];
  /** Responsible units and posts, by the names of the presets. */
  who: readonly (readonly [unit: string, post: string])[];
  sponsors: readonly string[];
  joins: readonly [from: Day, to: Day];
  path: readonly string[];
  /** How many stand in each stage of the path on the last day. */
  stand: readonly number[];
  /** Entries on the second track and how far each has come on its path. */
  court?: { path: readonly string[]; reach: Record<number, number> };
  /** Working days that one step takes at most; left out: the entries finish one after the other through the year. */
  quick?: number;
  /** For what is still under way: at most so many days since its last step. */
  lag?: number;
  /** The last day on which anything moves. */
  until?: Day;
  skips?: (at: number) => string | null;
  cell?: (key: string, at: number) => string | null;
};

const pair = (unit: string, post: string) => [unit, post] as const;
const FORCES = ["一", "二", "三", "四", "五", "六", "七"].map((n) => pair(`攻坚${n}组`, `攻坚${n}组组长`));
const MEIQIN = [pair("梅沁", "梅沁社区负责人"), pair("网格一", "网格一网格长")];
const GRIDS = [...MEIQIN, pair("微网格一", "微网格一负责人"), pair("执法队", "执法队经办")];
const ECONOMY = [pair("经发办", "经发办经办"), pair("梅沁", "梅沁社区经办")];
const SAFETY = [...MEIQIN, pair("应急办", "应急办经办"), pair("执法队", "执法队经办")];
const CITY = [pair("城建办", "城建办经办"), pair("征收办", "征收办经办")];
const GOVERNANCE = [pair("平安办", "平安办经办"), pair("社事办", "社事办经办"), ...MEIQIN];

const HOUSES = ["三层住宅", "二层住宅", "平房", "沿街商铺", "联排住宅", "附属用房"];
const WORKSHOPS = ["标准厂房", "仓储用房", "沿街商铺", "办公用房", "配套用房"];
const TALKS = ["unsigned", "signed", "vacated", "demolished"];
const COURT = ["unsigned", "filed", "ruled", "enforced", "vacated", "demolished"];
const HAZARD = ["found", "fixing", "fixed", "closed"];
const START: [Day, Day] = ["2024-03-04", "2024-03-04"];

const clearance = (
  task: string,
  prefix: string,
  own: Partial<Plot> & Pick<Plot, "stand" | "court">,
): Plot => ({
  ...{ task, prefix, titles: HOUSES, who: FORCES, sponsors: ["分管征收领导"], joins: START, path: TALKS },
  ...own,
});

const company = (at: number) => `企业-${String(1 + ((at * 7) % 48)).padStart(3, "0")}`;

const list = (at: number, prefix: string, titles: readonly string[], stand: readonly number[]): Plot => ({
  ...{ task: "3.2.2", at, prefix, titles, who: MEIQIN, sponsors: [""], stand, lag: 18 },
  ...{ joins: ["2024-05-13", "2024-05-24"], path: ["open", "doing", "done"] },
});

/** In the order of the plan. */
export const PLOTS: readonly Plot[] = [
  clearance("1.1", "梅北", {
    stand: [4, 8, 6, 28],
    court: { path: COURT, reach: { 41: 2, 43: 3, 44: 1, 45: 1 } },
  }),
  clearance("1.2", "梅村", { stand: [5, 7, 4, 24], court: { path: COURT, reach: { 36: 2, 37: 3, 38: 1 } } }),
  clearance("1.3", "甬江", { stand: [1, 2, 3, 48], court: { path: COURT, reach: { 52: 3, 53: 2 } } }),
  clearance("1.4", "软东", {
    ...{ titles: WORKSHOPS, stand: [4, 2, 2, 6], court: { path: COURT, reach: { 12: 1, 13: 2 } } },
  }),
  {
    ...{
      task: "2.1.5",
      prefix: "诉求",
      who: ECONOMY,
      sponsors: ["分管经济领导"],
      joins: ["2024-04-10", "2024-09-24"],
    },
    ...{
      titles: ["融资对接", "专利申请", "税务咨询", "项目申报", "资质办理"],
      path: ["accepted", "assigned", "handling", "answered"],
    },
    ...{ stand: [1, 2, 7, 22], quick: 9, cell: (key, at) => (key === "company" ? company(at) : null) },
  },
  {
    ...{
      task: "2.2.4",
      prefix: "梯次",
      who: ECONOMY,
      sponsors: ["分管经济领导"],
      joins: ["2024-03-05", "2024-04-26"],
    },
    ...{
      titles: ["软件企业", "装备企业", "新材料企业", "生物医药企业"],
      path: ["listed", "coached", "applied", "recognised"],
    },
    ...{ stand: [1, 2, 3, 22], cell: (key) => (key === "field" ? "待填" : null) },
  },
  {
    ...{
      task: "2.3.2",
      prefix: "项目",
      who: ECONOMY,
      sponsors: ["分管经济领导"],
      joins: ["2024-03-05", "2024-06-28"],
    },
    ...{
      titles: ["智能装备项目", "软件研发项目", "新材料项目", "检测服务项目"],
      path: ["lead", "talks", "signed", "landed"],
    },
    ...{ stand: [4, 4, 3, 23], lag: 70 },
  },
  {
    ...{ task: "3.1.1", prefix: "信访", who: GOVERNANCE, joins: ["2024-03-06", "2024-06-20"] },
    sponsors: ["党工委书记", "街道办事处主任", "分管征收领导", "分管平安法治领导", "分管城建领导"],
    titles: ["征迁补偿类", "物业矛盾类", "劳资类", "邻里纠纷类", "历史遗留类"],
    ...{
      path: ["registered", "sponsored", "mediated", "followed", "resolved"],
      stand: [0, 3, 3, 1, 17],
      lag: 60,
    },
    cell: (key, at) => (key === "person" ? `当事人${String(at + 1).padStart(2, "0")}` : null),
  },
  list(0, "清单一", ["日常巡查事项", "上门服务事项"], [2, 3, 10]),
  list(1, "清单二", ["协调事项", "排查事项"], [1, 4, 9]),
  list(2, "清单三", ["上报事项", "联动事项"], [3, 3, 8]),
  {
    ...{
      task: "3.2.5",
      prefix: "事件",
      who: GRIDS,
      sponsors: [""],
      joins: ["2024-03-04", "2024-09-29"],
      quick: 3,
    },
    titles: ["占道堆物", "路灯故障", "楼道堆物", "噪声扰民", "井盖松动", "漏水维修", "电动车乱停"],
    path: ["reported", "accepted", "dispatched", "handled", "reportedBack", "verified", "settled"],
    ...{ stand: [2, 1, 1, 3, 1, 1, 111], skips: (at) => (at % 37 === 20 ? "reportedBack" : null) },
  },
  {
    ...{
      task: "3.3.1",
      prefix: "百日",
      who: SAFETY,
      sponsors: ["分管应急领导"],
      joins: ["2024-03-04", "2024-03-08"],
    },
    ...{
      titles: ["消防通道堵塞", "用电不规范", "灭火器失效"],
      path: HAZARD,
      stand: [0, 0, 0, 26],
      until: "2024-03-26",
    },
  },
  {
    ...{
      task: "3.3.2",
      prefix: "三合一",
      who: SAFETY,
      sponsors: ["分管应急领导"],
      joins: ["2024-03-11", "2024-05-31"],
    },
    ...{
      titles: ["住宿与经营混用", "违规隔断", "安全出口不足", "电线私拉"],
      path: HAZARD,
      stand: [0, 4, 2, 27],
    },
  },
  {
    ...{
      task: "3.3.3",
      prefix: "电动车",
      who: SAFETY,
      sponsors: ["分管应急领导"],
      joins: ["2024-03-11", "2024-04-30"],
    },
    ...{
      titles: ["楼道充电", "飞线充电", "电池入户"],
      path: HAZARD,
      stand: [0, 0, 0, 38],
      until: "2024-07-23",
    },
  },
  {
    ...{
      task: "4.1.4",
      prefix: "要素",
      who: CITY,
      sponsors: ["分管城建领导"],
      joins: ["2024-03-05", "2024-06-28"],
    },
    ...{
      titles: ["用地指标", "管线迁改", "临时道路", "施工许可"],
      path: ["listed", "settling", "settled", "closed"],
      stand: [1, 4, 2, 17],
    },
  },
  {
    ...{ task: "5.2.3", prefix: "两新", who: [pair("党建办", "党建办经办")], sponsors: ["分管党建领导"] },
    ...{
      titles: ["软件企业", "社会服务机构", "商贸企业"],
      path: ["found", "nurtured"],
      stand: [9],
      joins: ["2024-09-27", "2024-09-30"],
    },
  },
  {
    ...{
      task: "5.3.3",
      prefix: "作风",
      who: [pair("纪工委", "纪工委经办"), pair("党政办", "党政办经办")],
      sponsors: ["纪检监察负责人"],
    },
    ...{
      titles: ["值班不到位", "台账不完整", "答复超期", "会风会纪"],
      path: ["found", "fixing", "closed"],
      stand: [1, 5, 14],
    },
    joins: ["2024-03-18", "2024-08-23"],
  },
];
