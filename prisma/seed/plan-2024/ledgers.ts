import type * as z from "zod";
import type { DefineLedger } from "@/lib/ledgers/input";

/** A ledger of a task as the seed writes it; what is left out is what the command takes by itself. */
export type SeedLedger = Omit<z.input<typeof DefineLedger>, "taskId">;
type Field = NonNullable<SeedLedger["fields"]>[number];
type Stage = SeedLedger["stages"][number];
type Rate = NonNullable<SeedLedger["rates"]>[number];

const choice = (key: string, name: string, ...choices: string[]): Field => ({
  ...{ key, name, type: "choice", choices },
});
const stage = (key: string, name: string, own: Partial<Stage> = {}): Stage => ({ key, name, ...own });
const end = (key: string, name: string, own: Partial<Stage> = {}): Stage => ({
  ...{ key, name, writtenOff: true },
  ...own,
});
const reached = (key: string, name: string, of: string): Rate => ({
  ...{ key, name, counts: "reached", stage: of, over: "all", target: 100 },
});
const writtenOff = (name: string, over: "all" | "due" = "all"): Rate => ({
  ...{ key: "writtenOff", name, counts: "writtenOff", over, target: 100 },
});

const TRACKS = [
  { key: "talks", name: "洽谈" },
  { key: "court", name: "司法强制" },
];

const clearance = (name: string, entryWord: string, more: Partial<SeedLedger> = {}): SeedLedger => ({
  ...{ name, entryWord, label: "internal", tracks: TRACKS },
  fields: [
    { key: "owner", name: "权利人", type: "text", sensitive: true },
    { key: "phone", name: "联系电话", type: "phone", sensitive: true },
    { key: "area", name: "建筑面积", type: "number", unit: "平方米" },
    choice("settlement", "安置方式", "货币安置", "产权调换", "待定"),
    { key: "keyCase", name: "重点户", type: "yesNo" },
  ],
  stages: [
    stage("unsigned", "未签约"),
    stage("signed", "已签约", { tracks: ["talks"], days: 40 }),
    stage("filed", "申请强制", { tracks: ["court"], days: 40 }),
    stage("ruled", "裁定", { tracks: ["court"], days: 40 }),
    stage("enforced", "执行", { tracks: ["court"], days: 40 }),
    stage("vacated", "已腾空", { days: 40 }),
    end("demolished", "已拆除"),
  ],
  rates: [
    reached("signed", "签约率", "signed"),
    reached("vacated", "腾空率", "vacated"),
    reached("demolished", "拆除率", "demolished"),
  ],
  ...more,
});

const hazards = (name: string): SeedLedger => ({
  ...{ name, entryWord: "处", label: "internal" },
  fields: [
    choice("place", "场所类型", "沿街商铺", "出租房", "厂房仓库", "住宅小区", "其他"),
    choice("level", "隐患级别", "一般", "较大", "重大"),
    { key: "limit", name: "整改期限", type: "day" },
  ],
  stages: [
    stage("found", "发现", { days: 5 }),
    stage("fixing", "整改中", { days: 25 }),
    stage("fixed", "已整改", { days: 10 }),
    end("closed", "复查销号", { asksEvidence: true }),
  ],
  rates: [
    reached("fixed", "整改率", "fixed"),
    writtenOff("销号率"),
    { key: "passed", name: "抽查合格率", counts: "passed", over: "rechecked", target: 100 },
  ],
});

// The plan names three lists and not what they list: that is the office's to set.
const threeLists = (number: string): SeedLedger => ({
  ...{ name: `清单${number}（名称由街道设定）`, entryWord: "项", weight: 0 },
  stages: [stage("open", "待办"), stage("doing", "办理中", { days: 20 }), end("done", "已办")],
  rates: [writtenOff("办结率")],
});

const requests: SeedLedger = {
  ...{ name: "企业服务绿色通道诉求台账", entryWord: "件", label: "internal" },
  fields: [
    { key: "company", name: "企业", type: "text", required: true },
    choice("service", "服务类别", "金融服务", "科技咨询", "知识产权代理", "会计服务", "其他"),
    { key: "phone", name: "联系电话", type: "phone", sensitive: true },
  ],
  stages: [
    stage("accepted", "受理", { days: 2 }),
    stage("assigned", "分办", { days: 3 }),
    stage("handling", "办理", { days: 20 }),
    end("answered", "回访办结"),
  ],
  rates: [writtenOff("办结率")],
};

const tiers: SeedLedger = {
  ...{ name: "高新技术企业梯次培育台账", entryWord: "家" },
  fields: [
    choice(
      ...(["tier", "目标梯次", "高新技术企业", "市级专精特新", "瞪羚企业", "初创示范企业"] as const),
      ...(["区级工程技术中心", "规上企业"] as const),
    ),
    { key: "field", name: "技术领域", type: "text" },
  ],
  stages: [
    stage("listed", "入库"),
    stage("coached", "辅导", { days: 90 }),
    stage("applied", "申报", { days: 60 }),
    end("recognised", "认定"),
  ],
  rates: [reached("applied", "申报率", "applied"), writtenOff("认定率")],
};

const reserve: SeedLedger = {
  ...{ name: "招商项目储备库", entryWord: "个", label: "internal" },
  fields: [
    choice("field", "领域", "智能制造", "数字经济", "新材料", "生命健康", "现代服务业"),
    choice("level", "层级", "街道", "区", "市"),
    { key: "amount", name: "意向投资额", type: "money", unit: "万元", sensitive: true },
  ],
  stages: [
    stage("lead", "线索"),
    stage("talks", "洽谈", { days: 60 }),
    stage("signed", "签约", { days: 90 }),
    end("landed", "落地"),
  ],
  rates: [reached("signed", "签约率", "signed"), writtenOff("落地率")],
};

const petitions: SeedLedger = {
  ...{ name: "信访积案领导包案台账", entryWord: "件", label: "sensitive" },
  fields: [
    { key: "person", name: "反映人", type: "text", sensitive: true },
    { key: "phone", name: "联系电话", type: "phone", sensitive: true },
    choice("kind", "事项类别", "征地拆迁", "劳资社保", "物业管理", "邻里纠纷", "历史遗留"),
    { key: "filedOn", name: "初次登记", type: "day" },
  ],
  stages: [
    stage("registered", "登记", { days: 10 }),
    stage("sponsored", "包案下访", { days: 60 }),
    stage("mediated", "会商化解", { days: 60 }),
    stage("followed", "回访", { days: 30 }),
    end("resolved", "化解销号", { asksReason: true }),
  ],
  rates: [reached("sponsored", "包案率", "sponsored"), writtenOff("化解率")],
};

const events: SeedLedger = {
  ...{ name: "网格事件台账", entryWord: "件", counting: "due", label: "internal" },
  fields: [
    choice("kind", "事件类别", "市容环境", "公共安全", "矛盾纠纷", "公共设施", "其他"),
    choice("source", "来源", "网格员上报", "群众反映", "平台推送"),
    { key: "reporter", name: "反映人电话", type: "phone", sensitive: true },
  ],
  stages: [
    stage("reported", "上报", { days: 1 }),
    stage("accepted", "受理", { days: 1 }),
    stage("dispatched", "分派", { days: 1 }),
    stage("handled", "处置", { days: 7 }),
    stage("reportedBack", "反馈", { days: 2 }),
    stage("verified", "核查", { days: 3 }),
    end("settled", "办结"),
  ],
  rates: [
    writtenOff("办结率", "due"),
    { key: "inOrder", name: "闭环处置率", counts: "inOrder", over: "due", target: 100 },
    { key: "passed", name: "真实办结率", counts: "passed", over: "rechecked", target: 100 },
  ],
};

const issues: SeedLedger = {
  ...{ name: "重点项目要素保障问题清单", entryWord: "个" },
  fields: [
    choice("factor", "要素", "用地", "规划", "资金", "征迁", "管线"),
    { key: "project", name: "所属项目", type: "text" },
  ],
  stages: [
    stage("listed", "登记", { days: 5 }),
    stage("settling", "协调中", { days: 40 }),
    stage("settled", "已解决", { days: 10 }),
    end("closed", "销号"),
  ],
  rates: [writtenOff("销号率")],
};

const organisations: SeedLedger = {
  ...{ name: "两新组织培育清单", entryWord: "家", weight: 0 },
  fields: [
    choice("kind", "类型", "非公企业", "社会组织"),
    { key: "members", name: "党员数", type: "number", unit: "名" },
  ],
  stages: [
    stage("found", "摸底"),
    stage("nurtured", "培育", { days: 90 }),
    stage("ready", "成熟", { days: 30 }),
    end("founded", "组建"),
  ],
  rates: [writtenOff("组建率")],
};

const findings: SeedLedger = {
  ...{ name: "作风效能问题整改清单", entryWord: "项", label: "internal" },
  fields: [choice("kind", "问题类别", "履职尽责", "工作纪律", "服务态度", "制度执行")],
  stages: [
    stage("found", "发现", { days: 5 }),
    stage("fixing", "整改中", { days: 30 }),
    end("closed", "整改销号", { asksReason: true }),
  ],
  rates: [writtenOff("整改率")],
};

/** The ledgers of the plan, by task. */
export const LEDGERS: Record<string, readonly SeedLedger[]> = {
  "1.1": [clearance("梅墟北区剩余户销号清单", "户")],
  "1.2": [clearance("原梅墟村剩余户销号清单", "户")],
  "1.3": [clearance("甬江大道沿线销号清单", "户")],
  "1.4": [clearance("软件园东区非住宅销号清单", "家", { label: "open" })],
  "2.1.5": [requests],
  "2.2.4": [tiers],
  "2.3.2": [reserve],
  "3.1.1": [petitions],
  "3.2.2": ["一", "二", "三"].map(threeLists),
  "3.2.5": [events],
  "3.3.1": [hazards("百日攻坚隐患清单")],
  "3.3.2": [hazards("三合一场所隐患清单")],
  "3.3.3": [hazards("电动自行车违规充电隐患清单")],
  "4.1.4": [issues],
  "5.2.3": [organisations],
  "5.3.3": [findings],
};
