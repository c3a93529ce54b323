import { expect, test } from "vitest";
import { BadInput } from "@/lib/api";
import { runCommand } from "@/lib/commands";
import { pool } from "@/lib/db";
import { Forbidden, Refused } from "@/lib/errors";
import { getOffice } from "@/lib/office";
import { someActor, supervisor } from "@/lib/testing/builders";
import { getSettings } from "./queries";
import { DEFAULT_LIGHTS, DEFAULTS, lightSetting, refusalOfSettings } from "./rules";

const keeper = () => someActor({ name: "系统管理员", roles: ["systemAdmin"] });
const set = (input: unknown, actor = keeper()) => runCommand("setting.set", actor, input);
const chosen = async () => (await getSettings()).settings;

test("the lights of an office that chose nothing follow the usual limits", () => {
  const calendar = { off: [], work: [], knownUntil: "2024-12-31" };
  expect(lightSetting("2024-09-30", DEFAULTS, calendar)).toEqual({
    today: "2024-09-30",
    calendar,
    reporting: { every: "month", windowFromDay: 20, windowToDay: 25 },
    thresholds: { red: -15, yellow: -5, ahead: 5, dueSoonDays: 3, acknowledgeDays: 3 },
  });
});

test("the light turns yellow before it turns red", () => {
  const withLimits = (lightRed: number, lightYellow: number) =>
    refusalOfSettings({ ...DEFAULTS, lightRed, lightYellow });
  expect([withLimits(-15, -5), withLimits(-5, -5), withLimits(-5, -15)]).toEqual([
    null,
    "limitsCrossed",
    "limitsCrossed",
  ]);
});

test("limits that the system administrator sets hold for everybody and are recorded", async () => {
  await set({ lightRed: -30, dueSoonDays: 10 });
  expect(await chosen()).toMatchObject({ ...DEFAULT_LIGHTS, lightRed: -30, dueSoonDays: 10 });
  expect((await getOffice(supervisor())).setting.thresholds).toMatchObject({ red: -30, dueSoonDays: 10 });
  const { rows } = await pool().query(`SELECT actor, changes FROM "Event" ORDER BY seq DESC LIMIT 1`);
  expect(rows[0]).toEqual({
    actor: "系统管理员",
    changes: { lightRed: [-15, -30], dueSoonDays: [3, 10] },
  });
});

test.each([
  ["a limit that is no distance", { lightRed: 0 }],
  ["a limit beyond the whole", { lightYellow: -101 }],
  ["a fraction of a point", { lightAhead: 5.5 }],
  ["an advance below nothing", { dueSoonDays: -1 }],
  ["more than a month", { acknowledgeDays: 31 }],
])("%s is no limit", async (_, input) => {
  await expect(set(input)).rejects.toBeInstanceOf(BadInput);
});

test("limits that cross are refused and nothing changes", async () => {
  const before = await chosen();
  await expect(set({ lightYellow: -40 })).rejects.toEqual(new Refused("limitsCrossed"));
  expect(await chosen()).toEqual(before);
});

test("nobody but the system administrator sets limits", async () => {
  await expect(set({ lightRed: -20 }, supervisor())).rejects.toBeInstanceOf(Forbidden);
});
