import type * as z from "zod";
import type { AddSeries } from "@/lib/meetings/input";

/** The meetings that the office holds again and again; who is asked to each, by the names of posts. */
export type SeriesPreset = Omit<z.input<typeof AddSeries>, "postIds" | "order"> & {
  posts: readonly string[];
};

const FIRST = { title: "第一议题：学习传达上级精神", minutes: 10 };
const PLACE = "三楼会议室";

export const SERIES: readonly SeriesPreset[] = [
  {
    ...{ name: "攻坚例会", every: "week", weekday: 1, startTime: "14:30", minutes: 90, place: PLACE },
    note: "看重点任务的红黄灯，议延期和销号，追上次会议的交办。",
    template: [],
    posts: [
      "党工委书记",
      "街道办事处主任",
      "分管征收领导",
      "分管经济领导",
      "分管平安法治领导",
      "分管城建领导",
    ],
  },
  {
    ...{ name: "经济会商", every: "month", monthDay: 10, startTime: "09:00", minutes: 60, place: PLACE },
    note: "看经济指标和项目进度。",
    template: [{ kind: "red" }, { kind: "yellow" }, { kind: "league", minutes: 10 }],
    posts: ["街道办事处主任", "分管经济领导"],
  },
  {
    ...{ name: "平安例会", every: "month", monthDay: 20, startTime: "09:00", minutes: 60, place: PLACE },
    note: "看平安法治和安全生产。",
    template: [{ kind: "promise" }, { kind: "notice" }, { kind: "red" }, { kind: "unreported" }],
    posts: ["党工委书记", "分管平安法治领导", "分管应急领导"],
  },
  {
    ...{ name: "书记办公会", every: null, startTime: "09:00", minutes: 120, place: "二楼会议室" },
    note: "按需召开。",
    template: [FIRST, { kind: "promise" }, { kind: "extension" }, { kind: "closing" }, { kind: "red" }],
    posts: ["党工委书记", "街道办事处主任", "纪检监察负责人"],
  },
];
