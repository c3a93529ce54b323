import { command } from "../api";
import { demand } from "../auth/demand";
import { refuse } from "../errors";
import { changesBetween, record } from "../events/record";
import { LoadCalendar, SetSettings } from "./input";
import { forgetSettings } from "./queries";
import { DEFAULTS, refusalOfSettings, type Settings } from "./rules";

/** Changes the office's choices. @throws Forbidden, Refused */
export const setSettings = command("setting.set", SetSettings, async (tx, actor, input) => {
  demand(actor, "setting.change");
  const row = await tx.setting.findUnique({ where: { key: "office" }, select: { value: true } });
  const before: Settings = { ...DEFAULTS, ...(row?.value as Partial<Settings> | undefined) };
  const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
  const after: Settings = { ...before, ...given };
  refuse(refusalOfSettings(after));
  await tx.setting.upsert({
    where: { key: "office" },
    create: { key: "office", value: after },
    update: { value: after, version: { increment: 1 } },
    select: { key: true },
  });
  record(tx, actor, {
    kind: "setting.set",
    subject: { type: "setting", id: null },
    changes: changesBetween(before, after),
  });
  forgetSettings();
  return after;
});

/** Replaces the working-day calendar. @throws Forbidden */
export const loadCalendar = command(
  "calendar.load",
  LoadCalendar,
  async (tx, actor, { days, knownUntil }) => {
    demand(actor, "setting.change");
    await tx.calendarDay.deleteMany({});
    await tx.calendarDay.createMany({ data: days });
    const value = { knownUntil };
    await tx.setting.upsert({
      where: { key: "calendar" },
      create: { key: "calendar", value },
      update: { value, version: { increment: 1 } },
      select: { key: true },
    });
    const changes = changesBetween({}, { days: days.length, knownUntil });
    record(tx, actor, { kind: "calendar.load", subject: { type: "calendar", id: null }, changes });
    forgetSettings();
    return { days: days.length };
  },
);
