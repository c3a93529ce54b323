import { realNow, today } from "../clock";
import { pool } from "../db";
import { env } from "../env";
import { fingerprint } from "../events/record";
import type { Actor, Role } from "./permissions";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Days after which 等保 asks for another password. */
const PASSWORD_DAYS = 90;
/** How far a clock may be set back before a session from the future is taken for a trick. */
const CLOCK_SLACK = 5 * MINUTE;

type Row = {
  accountId: number;
  personId: number | null;
  accountName: string;
  personName: string | null;
  roles: Role[];
  postIds: number[];
  unitIds: number[];
  headUnitIds: number[];
  sessionId?: string;
  lastActiveAt?: Date;
  method?: string;
  mustChangePassword?: boolean;
  passwordChangedAt?: Date;
  tokenId?: number;
  scopes?: string[];
  lastUsedAt?: Date | null;
};

/** One trip for everything that is asked of a person: who is given by `who`, posts by the office's day in `$1`. */
const actorSql = (who: string) => `
  WITH RECURSIVE who AS (${who}),
  held AS (
    SELECT p.id, p."unitId", p."isHead" FROM who
    JOIN "Holding" h ON h."personId" = who."personId" AND h."fromDay" <= $1 AND (h."toDay" IS NULL OR h."toDay" >= $1)
    JOIN "Post" p ON p.id = h."postId" AND (p."closedOn" IS NULL OR p."closedOn" > $1)),
  headed AS (
    SELECT "unitId" AS id FROM held WHERE "isHead"
    UNION SELECT u.id FROM "Unit" u JOIN headed ON u."parentId" = headed.id)
  SELECT who.*, n.name AS "personName",
    ARRAY(SELECT DISTINCT id FROM held ORDER BY 1) AS "postIds",
    ARRAY(SELECT DISTINCT "unitId" FROM held ORDER BY 1) AS "unitIds",
    ARRAY(SELECT id FROM headed ORDER BY 1) AS "headUnitIds"
  FROM who LEFT JOIN "Person" n ON n.id = who."personId"
  WHERE n."leftOn" IS NULL OR n."leftOn" >= $1`;

const ACCOUNT = `a.id AS "accountId", a."personId", a.name AS "accountName", a.roles::text[] AS roles`;

const BY_SESSION = actorSql(`
  SELECT ${ACCOUNT}, a."mustChangePassword", a."passwordChangedAt", s.id AS "sessionId", s."lastActiveAt", s.method
  FROM "Session" s JOIN "Account" a ON a.id = s."accountId"
  WHERE s.id = $2 AND s."endedAt" IS NULL AND s."expiresAt" > $3 AND s."lastActiveAt" > $4 AND s."lastActiveAt" < $5
    AND a."disabledAt" IS NULL`);

const BY_TOKEN = actorSql(`
  SELECT ${ACCOUNT}, t.id AS "tokenId", t.scopes, t."lastUsedAt"
  FROM "AccessToken" t JOIN "Account" a ON a.id = t."accountId"
  WHERE t.hash = $2 AND t."revokedAt" IS NULL AND t."expiresAt" > $3 AND a."disabledAt" IS NULL`);

const BY_LINK = actorSql(`
  SELECT ${ACCOUNT}, l.id AS "linkId", l."roundId", l."expiresAt"
  FROM "ReportLink" l JOIN "Account" a ON a.id = l."accountId" JOIN "Round" r ON r.id = l."roundId"
  WHERE l.hash = $2 AND l."revokedAt" IS NULL AND l."expiresAt" > $3 AND a."disabledAt" IS NULL AND r."closedAt" IS NULL
    AND coalesce((SELECT (value->>'reportLinks')::boolean FROM "Setting" WHERE key = 'office'), true)`);

const BY_FEED = actorSql(`
  SELECT ${ACCOUNT} FROM "CalendarFeed" f JOIN "Account" a ON a.id = f."accountId"
  WHERE f.hash = $2 AND a."disabledAt" IS NULL`);

/**
 * Who a session stands for at this moment: rights, posts and units are never older than this answer.
 * @param touch whether this is the person's own doing, which keeps the session from going idle
 * @returns null when the session has ended, expired or gone idle, or the account is disabled
 */
export async function actorOfSession(
  sessionId: string,
  { touch }: { touch: boolean },
): Promise<Actor | null> {
  const now = realNow().getTime();
  const idleSince = new Date(now - env().GUATU_IDLE_MINUTES * MINUTE);
  const values = [today(), sessionId, new Date(now), idleSince, new Date(now + CLOCK_SLACK)];
  const { rows } = await pool().query<Row>({ name: "actorOfSession", text: BY_SESSION, values });
  const row = rows[0];
  if (!row?.lastActiveAt) {
    await endLapsed(sessionId, values.slice(2) as Date[]);
    return null;
  }
  if (touch && now - row.lastActiveAt.getTime() > MINUTE) await touchSession(sessionId, new Date(now));
  return { ...toActor(row), sessionId, ...(isDue(row, now) && { mustChangePassword: true }) };
}

/** Who an access token stands for; null when it is unknown, expired or revoked. */
export async function actorOfToken(token: string): Promise<Actor | null> {
  const now = realNow();
  const values = [today(), fingerprint(token), now];
  const { rows } = await pool().query<Row>({ name: "actorOfToken", text: BY_TOKEN, values });
  const row = rows[0];
  if (!row) return null;
  if (now.getTime() - (row.lastUsedAt?.getTime() ?? 0) > MINUTE) {
    await pool().query(`UPDATE "AccessToken" SET "lastUsedAt" = $2 WHERE id = $1`, [row.tokenId, now]);
  }
  return {
    ...toActor(row),
    scopes: row.scopes ?? [],
    ...(row.tokenId !== undefined && { tokenId: row.tokenId }),
  };
}

/** All that a report link lets its holder do. */
const LINK_SCOPES = ["checkIn.add", "checkIn.support", "reportLink.use"];
export type LinkHolder = { actor: Actor; linkId: number; roundId: number; expiresAt: Date };

/** Who a report link stands for, and in which round; null when it is unknown, expired or revoked, its round closed or links switched off. */
export async function actorOfLink(token: string): Promise<LinkHolder | null> {
  const values = [today(), fingerprint(token), realNow()];
  const { rows } = await pool().query<Row & Omit<LinkHolder, "actor">>({
    ...{ name: "actorOfLink", text: BY_LINK, values },
  });
  const row = rows[0];
  if (!row) return null;
  const { linkId, roundId, expiresAt } = row;
  return { actor: { ...toActor(row), scopes: LINK_SCOPES, linkId }, linkId, roundId, expiresAt };
}

/** Whose calendar a secret address opens, with no right to any command; null when it opens none. */
export async function actorOfFeed(token: string): Promise<Actor | null> {
  const values = [today(), fingerprint(token)];
  const { rows } = await pool().query<Row>({ name: "actorOfFeed", text: BY_FEED, values });
  return rows[0] ? { ...toActor(rows[0]), scopes: [] } : null;
}

function toActor(row: Row): Actor {
  const { accountId, personId, accountName, personName, roles, postIds, unitIds, headUnitIds } = row;
  return { accountId, personId, name: personName ?? accountName, roles, postIds, unitIds, headUnitIds };
}

function isDue(row: Row, now: number): boolean {
  if (row.method !== "password") return false;
  const age = now - (row.passwordChangedAt?.getTime() ?? 0);
  return (
    row.mustChangePassword === true || (env().PASSWORD_POLICY === "dengbao" && age > PASSWORD_DAYS * DAY)
  );
}

async function touchSession(sessionId: string, now: Date): Promise<void> {
  await pool().query(
    `UPDATE "Session" SET "lastActiveAt" = $2 WHERE id = $1 AND "endedAt" IS NULL AND "lastActiveAt" < $2`,
    [sessionId, now],
  );
}

// A lapsed session is ended for good, so that a clock set back cannot raise it.
async function endLapsed(sessionId: string, [now, idleSince, future]: Date[]): Promise<void> {
  await pool().query(
    `UPDATE "Session" SET "endedAt" = $2 WHERE id = $1 AND "endedAt" IS NULL
      AND ("expiresAt" <= $2 OR "lastActiveAt" <= $3 OR "lastActiveAt" >= $4)`,
    [sessionId, now, idleSince, future],
  );
}
