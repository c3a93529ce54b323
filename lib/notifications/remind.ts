import { run } from "../api";
import { SYSTEM } from "../auth/system";
import { isWorkingDay } from "../calendar/rules";
import { fixedDay, isPlaying, now, today } from "../clock";
import { prisma } from "../db";
import { getSettings } from "../settings/queries";
import { REMINDED, sendReminders } from "./reminder-commands";

const SHANGHAI_HOURS = 8;
/** Nobody is reminded before the office opens. */
const FROM_HOUR = 8;

/** Reminds the office if it is a working day, the office has opened, and it was not yet done today. @returns whether it did */
export async function remind(): Promise<boolean> {
  if (isPlaying()) return false;
  const on = today();
  const { calendar } = await getSettings();
  if (!isWorkingDay(on, calendar)) return false;
  const hour = (now().getUTCHours() + SHANGHAI_HOURS) % 24;
  if (fixedDay() === null && hour < FROM_HOUR) return false;
  const row = await prisma().setting.findUnique({ where: { key: REMINDED }, select: { value: true } });
  if ((row?.value as { lastDay?: string } | undefined)?.lastDay === on) return false;
  await run(sendReminders, SYSTEM, {});
  return true;
}
