import { run } from "../api";
import { SYSTEM } from "../auth/system";
import { isPlaying, today } from "../clock";
import { prisma } from "../db";
import { Refused } from "../errors";
import { log } from "../log";
import { getSettings } from "../settings/queries";
import { drawRounds } from "./commands";
import { dueOpening } from "./recurrence-rules";
import { runRule } from "./rule-commands";

/** Opens the rounds that rules have to open today, once however many instances ask. @returns how many it opened */
export async function openDueRounds(): Promise<number> {
  if (isPlaying()) return 0;
  const { calendar } = await getSettings();
  const rules = await prisma().roundRule.findMany({
    where: { closedOn: null },
    orderBy: { id: "asc" },
    select: {
      ...{ id: true, every: true, weekday: true, monthDay: true },
      ...{ windowDays: true, graceDays: true, lastOpenedOn: true },
    },
  });
  const due = rules.filter((rule) => {
    const every = rule.every === "week" ? ("week" as const) : ("month" as const);
    return dueOpening({ ...rule, every }, rule.lastOpenedOn, today(), calendar) !== null;
  });
  let opened = 0;
  for (const { id } of due) if (await open(id)) opened += 1;
  return opened;
}

/** A rule that asks nobody today, or that another instance was faster with, keeps none of the others from opening. */
async function open(ruleId: number): Promise<boolean> {
  try {
    await run(runRule, SYSTEM, { ruleId });
    return true;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    log.info({ ruleId, code: error.code }, "round not opened");
    return false;
  }
}

/** Brings open rounds up to the plan as it stands. @returns how many tasks came, left or returned */
export async function drawOpenRounds(): Promise<number> {
  if (isPlaying()) return 0;
  try {
    return (await run(drawRounds, SYSTEM, {})).result.tasks;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return 0;
  }
}
