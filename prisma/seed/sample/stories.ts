import type { Day } from "@/lib/calendar/rules";

/** How one task goes in the sample year. What is left out goes its usual way: assigned on the plan's first day, on course. */
export type Story = {
  assigned?: Day;
  /** null: nobody has acknowledged it. */
  acknowledged?: null;
  /** null: nobody has started it. */
  started?: Day | null;
  /** Percentage points by which it stands above or below its plan on the last day. */
  gap?: number;
  /** Percent at the last check-in, where the gap does not say it. */
  progress?: number;
  /** The last month with a check-in, "YYYY-MM". */
  lastMonth?: string;
  submitted?: Day;
  /** Sent back after a submission on this day. */
  sentBack?: { submitted: Day; on: Day; reason: string };
  closed?: Day;
  suspended?: { on: Day; until: Day; reason: string };
  remark?: { on: Day; text: string };
};

const done = (submitted: Day, closed: Day): Story => ({ submitted, closed });

/** The tasks that depart from the usual way. */
export const STORIES: Record<string, Story> = {
  // Finished
  "1.5": done("2024-03-27", "2024-03-29"),
  "1.7": done("2024-04-25", "2024-04-29"),
  "2.1.1": done("2024-06-24", "2024-06-27"),
  "2.1.6": done("2024-06-25", "2024-06-28"),
  "3.2.2": done("2024-05-28", "2024-05-30"),
  "3.3.1": done("2024-03-28", "2024-03-29"),
  "3.3.3": done("2024-07-25", "2024-07-29"),
  "3.3.5": {
    sentBack: {
      submitted: "2024-06-17",
      on: "2024-06-19",
      reason: "样例：缺第四支队伍的装备清单，请补齐后再报。",
    },
    ...done("2024-06-25", "2024-06-28"),
  },
  // Waiting for verification
  "4.2.1": { submitted: "2024-09-27" },
  "5.1.1": { submitted: "2024-09-05" },
  // Overdue
  "3.3.2": {
    progress: 82,
    remark: { on: "2024-09-10", text: "样例：已逾期，请本周内报明确的完成时间。" },
  },
  "3.2.1": {
    progress: 90,
    sentBack: {
      submitted: "2024-09-12",
      on: "2024-09-18",
      reason: "样例：微网格力量名单与平台不一致，请核对后再报。",
    },
  },
  // Far behind
  "1.2": { gap: -18, remark: { on: "2024-09-12", text: "样例：请排出剩余户逐户时间表，下次例会汇报。" } },
  "1.4": { gap: -27, lastMonth: "2024-08" },
  "2.2.1": { gap: -21 },
  "2.3.2": { gap: -19 },
  "4.1.2": { gap: -17 },
  // Behind
  "1.1": { gap: -9, remark: { on: "2024-09-13", text: "样例：最后几户请组长亲自上门。" } },
  "2.1.3": { gap: -8 },
  "2.1.5": { gap: -11 },
  "2.3.1": { gap: -7 },
  // Due on the last day
  "2.1.7": { progress: 95 },
  // Silent this month
  "2.2.3": { gap: 16, lastMonth: "2024-08" },
  "3.3.4": { gap: 15, lastMonth: "2024-08" },
  "5.1.3": { gap: 14, lastMonth: "2024-08" },
  // Handed over and not acknowledged
  "4.1.3": { assigned: "2024-09-18", acknowledged: null },
  "5.3.2": { assigned: "2024-09-20", acknowledged: null },
  // Nothing to show yet
  "4.1.1": {
    gap: -4,
    suspended: { on: "2024-08-15", until: "2024-11-15", reason: "样例：规划条件未定，暂不具备推进条件。" },
  },
  "4.2.2": { assigned: "2024-09-20", started: null },
  "5.2.3": { assigned: "2024-09-23", started: "2024-09-27" },
  "5.3.1": { assigned: "2024-09-26", started: null },
  // Ahead
  "2.2.4": { gap: 9 },
  "3.1.2": { gap: 8 },
  "4.2.3": { gap: 10 },
  "5.2.1": { gap: 7 },
  "2.1.4": { remark: { on: "2024-07-12", text: "样例：上半年分析有用，请保持每月一次。" } },
};
