import type { SeedBaseline, SeedTask } from "../shape";

const THOUGHT = "二(五)·一是";
const ORGANISATION = "二(五)·二是";
const PEOPLE = "二(五)·三是";

const thoughtTasks: SeedTask[] = [
  {
    code: "5.1.1",
    title: "主题教育成果巩固",
    goal: "整改事项回头看，长效做法成文",
    clause: THOUGHT,
    proofs: ["milestones"],
    lead: "party",
    owner: "party.staff",
    sponsor: "leaders.party",
    due: "2024-08-31",
  },
  {
    code: "5.1.2",
    title: "“第一议题”制度",
    goal: "每次班子会议都有、都记",
    clause: THOUGHT,
    proofs: ["coverage"],
    lead: "general",
    owner: "general.staff",
    sponsor: "leaders.secretary",
    supports: ["party"],
  },
  {
    code: "5.1.3",
    title: "群众性宣讲",
    goal: "宣讲到社区、到企业，形式有新意",
    clause: THOUGHT,
    proofs: ["measure"],
    lead: "party",
    owner: "party.staff",
    sponsor: "leaders.party",
    supports: ["meiqin"],
    due: "2024-11-30",
  },
];

const organisationTasks: SeedTask[] = [
  {
    code: "5.2.1",
    title: "组织夯基提质",
    goal: "各领域组织建强，薄弱的逐个提升",
    clause: ORGANISATION,
    proofs: ["milestones"],
    lead: "party",
    owner: "party.head",
    sponsor: "leaders.party",
  },
  {
    code: "5.2.2",
    title: "党建统领网格智治",
    goal: "组织建到网格，党员到格报到",
    clause: ORGANISATION,
    proofs: ["milestones"],
    lead: "party",
    owner: "party.staff",
    sponsor: "leaders.party",
    supports: ["governance", "meiqin"],
  },
  {
    code: "5.2.3",
    title: "两新党组织培育",
    goal: "培育名单逐家推进，成熟一家建一家",
    clause: ORGANISATION,
    proofs: ["ledger", "measure"],
    lead: "party",
    owner: "party.staff",
    sponsor: "leaders.party",
    supports: ["economy"],
    start: "2024-09-02",
  },
  {
    code: "5.2.4",
    title: "党员教育管理",
    goal: "发展、轮训、流动管理按计划完成",
    clause: ORGANISATION,
    proofs: ["measure"],
    lead: "party",
    owner: "party.staff",
    sponsor: "leaders.party",
  },
];

const peopleTasks: SeedTask[] = [
  {
    code: "5.3.1",
    title: "青年干部培养",
    goal: "一人一策，实践锻炼全覆盖",
    clause: PEOPLE,
    proofs: ["milestones"],
    lead: "party",
    owner: "party.head",
    sponsor: "leaders.party",
    start: "2024-09-20",
  },
  {
    code: "5.3.2",
    title: "干部“赛马晾绩”",
    goal: "以队伍为单位晾实绩，定期亮榜",
    clause: PEOPLE,
    proofs: ["league"],
    lead: "party",
    owner: "party.head",
    sponsor: "leaders.secretary",
    start: "2024-09-16",
  },
  {
    code: "5.3.3",
    title: "作风效能监督",
    goal: "检查有记录，问题逐条整改",
    clause: PEOPLE,
    proofs: ["ledger", "measure"],
    lead: "discipline",
    owner: "discipline.staff",
    sponsor: "leaders.discipline",
  },
  {
    code: "5.3.4",
    title: "清廉梅墟",
    goal: "廉政教育与清廉单元建设持续推进",
    clause: PEOPLE,
    proofs: ["measure"],
    lead: "discipline",
    owner: "discipline.head",
    sponsor: "leaders.discipline",
    supports: ["party"],
  },
];

export const partyTasks: SeedTask[] = [...thoughtTasks, ...organisationTasks, ...peopleTasks];

export const partyBaselines: SeedBaseline[] = [
  { at: "5.2.1", label: "新成立党组织", value: 10, unit: "家" },
  { at: "5.2.4", label: "发展党员", value: 9, unit: "名" },
  { at: "5.2.4", label: "纳管流动党员", value: 325, unit: "名" },
  { at: "5.2.4", label: "党员轮训", value: 3, unit: "次" },
  { at: "5.3.3", label: "正风肃纪检查", value: 8, unit: "次" },
  { at: "5.3.4", label: "廉政教育活动", value: 12, unit: "次" },
];
