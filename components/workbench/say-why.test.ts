import { expect, test } from "vitest";
import { calendarOf } from "@/lib/calendar/rules";
import { DEFAULT_REPORTING } from "@/lib/lights/planned";
import { translator } from "@/lib/message-format";
import { someTask } from "@/lib/testing/some-task";
import { type DeskItem, NEEDS } from "@/lib/workbench/rules";
import lightWords from "@/messages/zh-CN/lights.json";
import words from "@/messages/zh-CN/workbench.json";
import { sayWhy } from "./say-why";

const t = translator("workbench", words, "zh-CN");
const lights = translator("lights", lightWords, "zh-CN");
const setting = { today: "2024-09-30", calendar: calendarOf([], "2024-12-31"), reporting: DEFAULT_REPORTING };
const returned = { 1: { day: "2024-09-27", by: "李四", reason: "缺名单" } };
const at = "2024-09-30T01:00:00Z";
const asks = {
  1: {
    urge: { id: 1, text: "请报", by: "督查员", at, seen: false },
    notice: { id: 2, name: "督〔2024〕1号", replyDay: "2024-10-08", received: false },
    extension: { id: 3, by: "责任人", at, wantedDay: "2024-12-31" },
    halt: {
      ...{ id: 5, version: 1, by: "责任人", at: "2024-09-30T01:00:00Z", reason: "" },
      ...{ step: "suspend" as const, untilDay: "2024-11-30" },
    },
    instruction: { id: 4, by: "领导", at, text: "请速办" },
  },
};
const why = (own: Partial<DeskItem>) =>
  sayWhy(
    { task: someTask(), need: "overdue", since: "2024-09-26", own: true, ...own },
    { t, lights, setting, locale: "zh-CN", returned, asks },
  );

test("each need has its sentence, with every argument filled", () => {
  for (const need of NEEDS) expect(why({ need })).not.toMatch(/[{}]|workbench\./);
});

test("the sentence says who, since when and how long", () => {
  expect(why({ need: "red", task: someTask({ dueDay: "2024-09-20" }) })).toBe("逾期 10 天，自 9月21日 起");
  expect(why({ need: "returned", since: "2024-09-27" })).toBe("李四 9月27日退回：缺名单");
  expect(why({ need: "notAcknowledged" })).toBe("9月26日交办，已 4 天");
  expect(why({ need: "overdue", task: someTask({ dueDay: "2024-09-20" }) })).toBe(
    "完成期限 9月20日，逾期 10 天",
  );
  expect(why({ need: "dueSoon", task: someTask({ dueDay: "2024-09-30" }) })).toBe("今天到期");
  expect(
    why({ need: "unreported", since: "2024-09-20", task: someTask({ lastCheckInDay: "2024-08-22" }) }),
  ).toBe("9月20日起应填报，上次填报 8月22日");
});

test("what supervision asks for is told in its own words", () => {
  expect(why({ need: "urged" })).toBe("督查员 9月30日 09:00 催办：请报");
  expect(why({ need: "noticeToAnswer" })).toBe("督〔2024〕1号，10月8日前回复");
  expect(why({ need: "extensionToAnswer" })).toBe("责任人 9月30日 09:00 申请延至 12月31日");
  expect(why({ need: "haltToAnswer" })).toBe("责任人 9月30日 09:00 申请暂缓至 11月30日");
});
