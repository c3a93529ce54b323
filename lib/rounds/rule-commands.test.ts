import { beforeAll, expect, test } from "vitest";
import { Forbidden, Refused, Stale } from "@/lib/errors";
import { dueDays, moment, type RoundScene, savedRoundScene } from "@/lib/testing/some-round";
import { at } from "@/lib/testing/some-supervision";
import { whilePlaying, withClock } from "../clock";
import { pool, prisma } from "../db";
import { openDueRounds } from "./opening";
import { listRounds } from "./queries";

let scene: RoundScene;
beforeAll(async () => {
  scene = await savedRoundScene();
});

const RULE = { name: "月报", every: "month", monthDay: 25, windowDays: 3, graceDays: 1 };
const define = (when: string, fields: object = {}, actor = scene.boss) =>
  at(moment(when), "roundRule.define", actor, { ...RULE, ...fields });
const opens = (when: string) => withClock(moment(when), openDueRounds);
const titles = async () =>
  (await prisma().round.findMany({ orderBy: { id: "asc" } })).map(({ title }) => title);

test("a rule opens its round on its day, once, whatever the number of instances that ask", async () => {
  await define("09-10 09:00");
  expect(await opens("09-24 23:00")).toBe(0);
  const opened = await Promise.all(Array.from({ length: 6 }, () => opens("09-25 00:05")));
  expect(opened.reduce((sum, n) => sum + n, 0)).toBe(1);
  expect(await titles()).toEqual(["月报（2024年9月）"]);
  expect(await dueDays(scene.taskIds)).toEqual(Array(3).fill("2024-10-01"));
  const { rules } = await withClock(moment("09-26 09:00"), () => listRounds(scene.boss));
  expect(rules).toMatchObject([
    { name: "月报", lastOpenedOn: "2024-09-25", next: { windowFrom: "2024-10-25" } },
  ]);
});

test("after months without a server it opens the missed one, and the clock set back opens nothing", async () => {
  expect([await opens("12-02 08:00"), await opens("12-02 08:10"), await opens("11-26 08:00")]).toEqual([
    1, 0, 0,
  ]);
  const [, missed] = await prisma().round.findMany({ orderBy: { id: "asc" } });
  expect(missed).toMatchObject({
    ...{
      title: "月报（2024年11月）",
      periodFrom: "2024-11-01",
      windowFrom: "2024-12-02",
      windowTo: "2024-12-05",
    },
  });
});

test("a rule whose scope asks nobody keeps no other from opening", async () => {
  await define("12-02 09:00", { name: "空", scope: { sectionIds: [], unitIds: [9999], statuses: [] } });
  await define("12-02 09:00", { name: "周报", every: "week", weekday: 5, monthDay: null });
  expect(await opens("12-06 00:10")).toBe(1);
  expect((await titles()).at(-1)).toBe("周报（12.2—12.8）");
});

test("a changed rule asks on its new day, a closed one not at all, and two who change it at once are told", async () => {
  const { rules } = await withClock(moment("12-07 09:00"), () => listRounds(scene.boss));
  const { id: ruleId = 0, version } = rules.find(({ name }) => name === "月报") ?? {};
  const edit = { ruleId, version, ...RULE, monthDay: 10 };
  await at(moment("12-07 09:00"), "roundRule.edit", scene.boss, edit);
  await expect(at(moment("12-07 09:00"), "roundRule.edit", scene.boss, edit)).rejects.toBeInstanceOf(Stale);
  expect(await whilePlaying(() => opens("12-10 00:10")), "while a sample year is played").toBe(0);
  expect(await opens("12-10 00:10")).toBe(1);
  expect((await titles()).at(-1)).toBe("月报（2024年11月）");
  for (const { id, version: before } of (await withClock(moment("12-11 09:00"), () => listRounds(scene.boss)))
    .rules)
    await at(moment("12-11 09:00"), "roundRule.close", scene.boss, { ruleId: id, version: before });
  expect(await withClock(new Date("2025-01-25T00:10:00+08:00"), openDueRounds)).toBe(0);
});

test("rules are a supervisor's, and running them the installation's own", async () => {
  const before = (await pool().query(`SELECT count(*) FROM "RoundRule"`)).rows;
  await expect(define("12-11 09:00", {}, scene.owner)).rejects.toBeInstanceOf(Forbidden);
  await expect(define("12-11 09:00", { monthDay: null })).rejects.toEqual(new Refused("rhythmIncomplete"));
  await expect(at(moment("12-11 09:00"), "roundRule.run", scene.boss, { ruleId: 1 })).rejects.toBeInstanceOf(
    Forbidden,
  );
  expect((await pool().query(`SELECT count(*) FROM "RoundRule"`)).rows).toEqual(before);
});
