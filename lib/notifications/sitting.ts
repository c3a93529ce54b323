import type { Tx } from "../db";
import type { Message } from "./group-rules";
import { linkOf } from "./group-rules";
import { writeMessages } from "./write-messages";

/** A meeting decides one thing after another: who is given five tasks in it hears of them once. */

/** So long the ways out wait for the next decision. */
const DELAY_MINUTES = 5;

/** Adds to the reader's message of this meeting while nobody read or sent it, otherwise begins another. */
export async function addToSitting(tx: Tx, meetingId: number, messages: readonly Message[]): Promise<void> {
  const rest: Message[] = [];
  for (const message of messages) {
    const prefix = `meeting:${meetingId}:${message.kind}:`;
    const earlier = await lockEarlier(tx, message.accountId, prefix);
    if (earlier === null) rest.push({ ...message, key: `${prefix}${message.taskId ?? "all"}` });
    else await add(tx, earlier, message);
  }
  await writeMessages(tx, rest, { delayMinutes: DELAY_MINUTES });
}

type Earlier = { id: number; params: Message["params"]; sensitive: boolean };

async function lockEarlier(tx: Tx, accountId: number, prefix: string): Promise<Earlier | null> {
  const [found] = await tx.$queryRaw<Earlier[]>`
    SELECT id, params, sensitive FROM "Notification" n
    WHERE "accountId" = ${accountId} AND starts_with(key, ${prefix}) AND "seenAt" IS NULL
      AND NOT EXISTS (SELECT 1 FROM "Delivery" d WHERE d."notificationId" = n.id AND (d.attempts > 0 OR d.status <> 'waiting'))
    ORDER BY id DESC LIMIT 1 FOR NO KEY UPDATE`;
  return found ?? null;
}

async function add(tx: Tx, { id, params, sensitive }: Earlier, message: Message): Promise<void> {
  const taskIds = [...new Set([...(params.taskIds ?? []), ...(message.params.taskIds ?? [])])];
  const { by } = message.params;
  await tx.notification.update({
    where: { id },
    data: {
      params: { count: Math.max(taskIds.length, 1), taskIds, ...(by !== undefined && { by }) },
      sensitive: sensitive && message.sensitive,
      taskId: null,
      link: linkOf(message.kind),
    },
    select: { id: true },
  });
}
