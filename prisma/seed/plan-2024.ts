import { clearanceBaselines, clearanceTasks } from "./plan-2024/clearance";
import { economyBaselines, economyTasks } from "./plan-2024/economy";
import { governanceBaselines, governanceTasks } from "./plan-2024/governance";
import { partyBaselines, partyTasks } from "./plan-2024/party";
import { renewalBaselines, renewalTasks } from "./plan-2024/renewal";
import type { SeedBaseline, SeedSection, SeedTask } from "./shape";

/** The plan of 2024. Facts and names are the published document's; the wording is ours. */
export const PLAN = {
  year: 2024,
  title: "梅墟街道 2024 年工作计划",
  publishedOn: "2024-03-01",
  indexNumber: "113302270029718398/2024-27616",
  publisher: "梅墟街道",
  superior: "高新区党工委、管委会",
  positions: ["甬江会客厅金名片", "甬江科创区核心板块"],
};

export const YEAR_END = "2024-12-31";
export const BASELINE_YEAR = 2023;

export const SECTIONS: SeedSection[] = [
  { code: "1", parent: null, clause: "二(一)", title: "房屋征收拔钉清零" },
  { code: "2", parent: null, clause: "二(二)", title: "经济转型升级" },
  { code: "2.1", parent: "2", clause: "二(二)·一是", title: "强化经济服务" },
  { code: "2.2", parent: "2", clause: "二(二)·二是", title: "强化创新支撑" },
  { code: "2.3", parent: "2", clause: "二(二)·三是", title: "强化招商实效" },
  { code: "3", parent: null, clause: "二(三)", title: "社会治理" },
  { code: "3.1", parent: "3", clause: "二(三)·一是", title: "信访化解“稳+法”" },
  { code: "3.2", parent: "3", clause: "二(三)·二是", title: "矛盾排查“智+快”" },
  { code: "3.3", parent: "3", clause: "二(三)·三是", title: "除险保安“管+宣”" },
  { code: "4", parent: null, clause: "二(四)", title: "城市有机更新" },
  { code: "4.1", parent: "4", clause: "二(四)·一是", title: "重点规划项目" },
  { code: "4.2", parent: "4", clause: "二(四)·二是", title: "现代社区建设" },
  { code: "5", parent: null, clause: "二(五)", title: "党建引领" },
  { code: "5.1", parent: "5", clause: "二(五)·一是", title: "抓理论" },
  { code: "5.2", parent: "5", clause: "二(五)·二是", title: "夯组织" },
  { code: "5.3", parent: "5", clause: "二(五)·三是", title: "抓队伍" },
];

export const TASKS: SeedTask[] = [
  ...clearanceTasks,
  ...economyTasks,
  ...governanceTasks,
  ...renewalTasks,
  ...partyTasks,
];

export const BASELINES: SeedBaseline[] = [
  ...clearanceBaselines,
  ...economyBaselines,
  ...governanceBaselines,
  ...renewalBaselines,
  ...partyBaselines,
];

/** The section that a task's code stands in: 2.1.3 in 2.1, and 1.4 in 1. */
export function sectionOf(code: string): string {
  return code.slice(0, code.lastIndexOf("."));
}
