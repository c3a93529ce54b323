import { pool } from "../db";
import type { Client } from "./hub";

let turn: Promise<void> = Promise.resolve();

/** Tells open browsers how many messages their reader has not read. @param accounts numbers with commas between, `*` for all */
export function ringBell(clients: ReadonlySet<Client>, accounts: string): Promise<void> {
  // One after the other: a count that was asked for earlier must not arrive later.
  turn = turn.then(() => ring(clients, accounts));
  return turn;
}

async function ring(clients: ReadonlySet<Client>, accounts: string): Promise<void> {
  const meant = new Set(accounts.split(",").map(Number));
  const rung = [...clients].filter(({ actor }) => accounts === "*" || meant.has(actor.accountId ?? 0));
  if (rung.length === 0) return;
  const counts = await countUnseen([...new Set(rung.map(({ actor }) => actor.accountId ?? 0))]);
  for (const { actor, send } of rung)
    send(Buffer.from(`event: inbox\ndata: {"unseen":${counts.get(actor.accountId ?? 0) ?? 0}}\n\n`));
}

/** Empty where the database does not answer: the next bell, or the next page, tells. */
async function countUnseen(accountIds: readonly number[]): Promise<Map<number, number>> {
  const asked = pool().query<{ id: number; unseen: number }>({
    name: "unseen",
    text: `SELECT "accountId" AS id, count(*)::int AS unseen FROM "Notification"
      WHERE "accountId" = ANY($1::int[]) AND "seenAt" IS NULL GROUP BY 1`,
    values: [accountIds],
  });
  const { rows } = await asked.catch(() => ({ rows: [] }));
  return new Map(rows.map(({ id, unseen }) => [id, unseen]));
}
