import { command } from "../api";
import { today } from "../clock";
import { Forbidden } from "../errors";
import { record } from "../events/record";
import { getSettings } from "../settings/queries";
import { Nothing } from "./input";
import { roundReminders, taskReminders } from "./reminders";
import { writeMessages } from "./write-messages";

export const REMINDED = "reminders";
type Reminded = { lastDay?: string };

/** Reminds everybody of what is due and owed, once a day for the whole office; the installation's own. @throws Forbidden */
export const sendReminders = command("reminder.send", Nothing, async (tx, actor) => {
  if (!actor.system) throw new Forbidden("reminder.send");
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended('reminders', 0))`;
  const on = today();
  const row = await tx.setting.findUnique({ where: { key: REMINDED }, select: { value: true } });
  const lastDay = (row?.value as Reminded | undefined)?.lastDay ?? null;
  const { calendar } = await getSettings();
  // A clock that was ahead has told too much, not too little: it begins anew from today.
  const ask = { on, since: lastDay === null || lastDay <= on ? lastDay : on, calendar };
  const tasks = await taskReminders(tx, ask);
  const rounds = await roundReminders(tx, ask);
  const count = await writeMessages(tx, [...tasks, ...rounds]);
  const value = { lastDay: on };
  await tx.setting.upsert({
    where: { key: REMINDED },
    create: { key: REMINDED, value },
    update: { value },
    select: { key: true },
  });
  const changes = { count: [null, count] as [unknown, unknown], day: [lastDay, on] as [unknown, unknown] };
  record(tx, actor, { kind: "reminder.send", subject: { type: "reminder", id: null }, changes });
  return { count };
});
