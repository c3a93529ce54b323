import { expect, test } from "vitest";
import lightWords from "@/messages/zh-CN/lights.json";
import ownWords from "@/messages/zh-CN/supervision.json";
import type { LightOf } from "../lights/rules";
import { translator } from "../message-format";
import { sayUrge } from "./say-urge";

const words = {
  supervision: translator("supervision", ownWords, "zh-CN"),
  lights: translator("lights", lightWords, "zh-CN"),
  today: "2024-09-30",
  locale: "zh-CN",
} as const;
const overdue: LightOf = { light: "red", why: "overdue", since: "2024-09-28", params: { days: 3 } };

test("an urge says the light's own reason and what is asked for", () => {
  expect(sayUrge(overdue, words)).toBe("逾期 3 天，请今日填报。");
  const late = { light: "yellow", why: "notAcknowledged", since: null, params: { days: 5 } } as const;
  expect(sayUrge(late, words)).toBe("交办 5 天未签收，请今日签收。");
});

test("a light that blames nobody gives no reason", () => {
  expect(sayUrge({ light: "green", why: "onTrack", since: null, params: {} }, words)).toBe("请今日填报。");
});

test("under a light that a hand set, the computed reason counts", () => {
  const set: LightOf = { light: "green", why: "override", since: null, params: {}, computed: overdue };
  expect(sayUrge(set, words)).toBe("逾期 3 天，请今日填报。");
});
