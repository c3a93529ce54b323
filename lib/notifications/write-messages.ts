import { now, realNow } from "../clock";
import type { Tx } from "../db";
import type { Message } from "./group-rules";
import type { Channel } from "./kind-rules";
import { nudge } from "./nudge";
import { channelsOf, leavesAt, NO_PREFERENCE, type Preference } from "./preference-rules";

/** The outbox: a message and its ways out are written in the transaction of what it tells, or not at all. */

type Wish = { accountId: number; open: Channel[] } & Preference;

/** Writes these messages; one whose key its reader has already is left out. @returns how many are new */
export async function writeMessages(
  tx: Tx,
  messages: readonly Message[],
  { delayMinutes = 0 }: { delayMinutes?: number } = {},
): Promise<number> {
  if (messages.length === 0) return 0;
  const wishes = await listWishes(tx, [...new Set(messages.map(({ accountId }) => accountId))]);
  // Ways out follow the real clock, whatever day the office looks at: they are to arrive.
  const from = new Date(realNow().getTime() + delayMinutes * 60_000);
  const rows = messages.map((message, n) => {
    const wish = wishes.get(message.accountId) ?? { ...NO_PREFERENCE, open: [] };
    const dueAt = leavesAt(from, wish).toISOString();
    const channels = channelsOf(message.kind, wish, wish.open).map((channel) => ({ channel, dueAt }));
    return { ...message, n, channels };
  });
  const { made, sent } = await insert(tx, rows);
  if (sent > 0) nudge();
  return made;
}

async function listWishes(tx: Tx, accountIds: readonly number[]): Promise<Map<number, Wish>> {
  const rows = await tx.$queryRaw<Wish[]>`
    SELECT a.id AS "accountId", COALESCE(p.kinds, '{}') AS kinds, p."quietFrom", p."quietTo", p."digestAt", p.mail,
      ARRAY(SELECT channel::text FROM "Outlet" WHERE enabled ORDER BY channel) AS open
    FROM unnest(${[...accountIds]}::int[]) AS a(id) LEFT JOIN "Preference" p ON p."accountId" = a.id`;
  return new Map(rows.map((row) => [row.accountId, row]));
}

type Row = Message & { n: number; channels: { channel: Channel; dueAt: string }[] };

/** More readers than this are not listed in a signal, which has a limit; then every open browser asks. */
const MOST_NAMED = 700;

async function insert(tx: Tx, rows: readonly Row[]): Promise<{ made: number; sent: number }> {
  const [counts] = await tx.$queryRaw<{ made: number; sent: number }[]>`
    WITH given AS (SELECT nextval(pg_get_serial_sequence('"Notification"', 'id'))::int AS id, g.* FROM (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(n int, "accountId" int, kind text, "taskId" int,
        link text, params jsonb, sensitive boolean, key text, channels jsonb) ORDER BY n) g),
    made AS (INSERT INTO "Notification" (id, "accountId", kind, "taskId", link, params, sensitive, key, at)
      SELECT id, "accountId", kind, "taskId", link, params, sensitive, key, ${now()} FROM given
      ON CONFLICT ("accountId", key) DO NOTHING RETURNING id, "accountId"),
    sent AS (INSERT INTO "Delivery" ("notificationId", channel, "dueAt")
      SELECT made.id, c.channel::"Channel", c."dueAt" FROM made JOIN given g ON g.id = made.id
      CROSS JOIN LATERAL jsonb_to_recordset(g.channels) AS c(channel text, "dueAt" timestamptz) ORDER BY made.id RETURNING 1),
    told AS (SELECT CASE WHEN count(DISTINCT "accountId") > ${MOST_NAMED} THEN '*' ELSE string_agg(DISTINCT "accountId"::text, ',') END AS ids,
      count(*)::int AS made FROM made)
    SELECT told.made, (SELECT count(*)::int FROM sent) AS sent, CASE WHEN told.made > 0 THEN pg_notify('guatu_inbox', told.ids) END IS NULL AS quiet
    FROM told`;
  return counts ?? { made: 0, sent: 0 };
}
