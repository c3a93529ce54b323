import { now } from "../clock";
import { pool } from "../db";
import { getSettings } from "../settings/queries";

/** Old messages are forgotten; what nobody has read, what waits and what did not arrive stays, however old it is. */

/** One statement deletes no more, so that it holds nothing for long. */
const MOST = 5000;

const DELIVERIES = `DELETE FROM "Delivery" WHERE id IN (SELECT d.id FROM "Delivery" d JOIN "Notification" n ON n.id = d."notificationId"
  WHERE n.at < $1::timestamptz - make_interval(months => $2) AND d.status IN ('sent', 'dropped') ORDER BY d.id LIMIT ${MOST})`;

const MESSAGES = `DELETE FROM "Notification" WHERE id IN (SELECT n.id FROM "Notification" n
  WHERE n.at < $1::timestamptz - make_interval(months => $2) AND n."seenAt" IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM "Delivery" d WHERE d."notificationId" = n.id) ORDER BY n.id LIMIT ${MOST})`;

/** Forgets messages that were read and are older than the office keeps them, and what was sent of them. @returns how many messages went */
export async function forgetMessages(): Promise<number> {
  const { settings } = await getSettings();
  const values = [now(), settings.keepMessagesMonths];
  await untilFew(() => pool().query(DELIVERIES, values));
  return untilFew(() => pool().query(MESSAGES, values));
}

async function untilFew(work: () => Promise<{ rowCount: number | null }>): Promise<number> {
  let all = 0;
  for (;;) {
    const count = (await work()).rowCount ?? 0;
    all += count;
    if (count < MOST) return all;
  }
}
