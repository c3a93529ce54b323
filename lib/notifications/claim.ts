import { pool } from "../db";
import type { Channel } from "./kind-rules";
import type { Claimed } from "./parcel-rules";

/** Taking lines from the outbox for a while: whoever dies with them in hand loses them to the next. */

/** Longer than a batch can take: its mails go four at a time, ten seconds each at the most. */
const LEASE_MS = 120_000;

// A line waits for every earlier line of the same person on the same channel that is not due yet.
const CLAIM = `
  WITH blocked AS (SELECT n."accountId", min(d.id) AS id FROM "Delivery" d JOIN "Notification" n ON n.id = d."notificationId"
    WHERE d.channel = $1::"Channel" AND d.status = 'waiting' AND d."dueAt" > $2 GROUP BY n."accountId"),
  due AS (SELECT d.id FROM "Delivery" d JOIN "Notification" n ON n.id = d."notificationId"
    LEFT JOIN blocked b ON b."accountId" = n."accountId"
    WHERE d.channel = $1::"Channel" AND d.status = 'waiting' AND d."dueAt" <= $2 AND (b.id IS NULL OR d.id < b.id)
    ORDER BY d.id LIMIT $4 FOR UPDATE OF d SKIP LOCKED),
  held AS (UPDATE "Delivery" d SET attempts = d.attempts + 1, "dueAt" = $3, digest = 'held' FROM due WHERE d.id = due.id
    RETURNING d.id, d."notificationId", d.channel, d.attempts)
  SELECT held.*, n."accountId", COALESCE(p.name, a.name) AS person, f.mail, n.kind, n.params, n.sensitive, n.link, t.label::text AS label,
    CASE WHEN a."disabledAt" IS NOT NULL THEN 'accountClosed' WHEN n."seenAt" IS NOT NULL THEN 'seen'
      WHEN held.channel = 'mail' AND f.mail IS NULL THEN 'noAddress'
      WHEN n.kind IN ('dueSoon', 'dueToday', 'overdue') AND NOT EXISTS (SELECT 1 FROM "Task" o
        WHERE o.id = ANY(ARRAY(SELECT jsonb_array_elements_text(n.params -> 'taskIds')::int)) AND o.status IN ('assigned', 'inProgress')) THEN 'done'
      WHEN n.kind IN ('roundOpened', 'roundClosing', 'roundMissed') AND NOT EXISTS (SELECT 1 FROM "RoundOwed" o
        JOIN "Round" r ON r.id = o."roundId" WHERE r.id = (n.params ->> 'roundId')::int AND r."closedAt" IS NULL AND o."doneOn" IS NULL
        AND o.excused IS NULL AND o."taskId" = ANY(ARRAY(SELECT jsonb_array_elements_text(n.params -> 'taskIds')::int))) THEN 'done'
      WHEN n.kind = 'instructed' AND EXISTS (SELECT 1 FROM "Instruction" i WHERE n."taskId" IN (i."taskId", i."madeId")
        AND i."withdrawnAt" IS NOT NULL AND i.at BETWEEN n.at - interval '1 minute' AND n.at) THEN 'withdrawn'
    END AS moot
  FROM held JOIN "Notification" n ON n.id = held."notificationId" JOIN "Account" a ON a.id = n."accountId"
  LEFT JOIN "Person" p ON p.id = a."personId" LEFT JOIN "Preference" f ON f."accountId" = a.id
  LEFT JOIN "Task" t ON t.id = n."taskId" ORDER BY held.id`;

/** Takes up to `most` due lines of a channel, oldest first. */
export async function claim(channel: Channel, most: number, now: Date): Promise<Claimed[]> {
  const until = new Date(now.getTime() + LEASE_MS);
  const values = [channel, now, until, most];
  return (await pool().query<Claimed>({ name: "claim deliveries", text: CLAIM, values })).rows;
}

/** What a dispatcher that died held in hand is due at once; only for who holds the lock of dispatching. */
export async function freeHeld(now: Date): Promise<void> {
  await pool().query(
    `UPDATE "Delivery" SET "dueAt" = $1, digest = NULL WHERE status = 'waiting' AND digest = 'held'`,
    [now],
  );
}

export type Mark = {
  id: number;
  status: "sent" | "failed" | "waiting" | "dropped";
  attempts: number;
  dueAt: Date;
  sentAt: Date | null;
  digest: string | null;
  problem: string | null;
};

/** Writes what became of lines; marks that come while it writes go together in the next statement. */
export class Marker {
  private waiting: Mark[] = [];
  private writing: Promise<void> | null = null;

  /** @returns when these marks are durable */
  add(marks: readonly Mark[]): Promise<void> {
    this.waiting.push(...marks);
    this.writing ??= this.drain();
    return this.writing;
  }

  private async drain(): Promise<void> {
    try {
      while (this.waiting.length > 0) {
        const marks = this.waiting.splice(0);
        await pool().query({ name: "mark deliveries", text: MARK, values: [JSON.stringify(marks)] });
      }
    } finally {
      this.writing = null; // in the same step as the look for more, so that none comes in between
    }
  }
}

const MARK = `UPDATE "Delivery" d SET status = r.status::"DeliveryStatus", attempts = r.attempts, "dueAt" = r."dueAt",
    "sentAt" = r."sentAt", digest = r.digest, problem = r.problem
  FROM jsonb_to_recordset($1::jsonb) AS r(id int, status text, attempts int, "dueAt" timestamptz, "sentAt" timestamptz,
    digest text, problem text) WHERE d.id = r.id`;

/** When this channel spoke in the last minute, as far as it is written down. */
export async function saidLately(channel: Channel, now: Date): Promise<number[]> {
  const { rows } = await pool().query<{ at: Date }>(
    `SELECT max("sentAt") AS at FROM "Delivery" WHERE channel = $1::"Channel" AND status = 'sent' AND "sentAt" > $2 GROUP BY digest`,
    [channel, new Date(now.getTime() - 60_000)],
  );
  return rows.map(({ at }) => at.getTime());
}
