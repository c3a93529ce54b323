import { demand } from "../auth/demand";
import type { Actor } from "../auth/permissions";
import { pool } from "../db";
import { firstBrokenAnchor } from "../events/anchors";
import { startOf } from "../events/queries";
import type { Changes } from "../events/record";
import { type Filter, likePattern, nounsOf, SHOWN_NOUNS } from "./rules";

export const PAGE_SIZE = 50;

/** One row of the journal as the audit administrator reads it; changes and reason are null where they are the office's work. */
export type AuditRow = {
  seq: number;
  /** When it was written, by the real clock. */
  recordedAt: Date;
  actor: string;
  kind: string;
  subjectType: string;
  subjectId: number | null;
  source: string | null;
  changes: Changes | null;
  reason: string | null;
};

const DAY_MS = 86_400_000;
const NOUN = `split_part(kind, '.', 1)`;
const SELECT = `SELECT seq::int8 AS seq, "recordedAt", actor, kind, "subjectType", "subjectId", source,
    CASE WHEN ${NOUN} = ANY($1) THEN changes END AS changes, CASE WHEN ${NOUN} = ANY($1) THEN reason END AS reason
  FROM "Event"
  WHERE ($2::timestamptz IS NULL OR "recordedAt" >= $2) AND ($3::timestamptz IS NULL OR "recordedAt" < $3)
    AND ($4::text IS NULL OR actor ILIKE $4) AND ($5::text[] IS NULL OR ${NOUN} = ANY($5))
    AND (NOT $6::bool OR ${NOUN} <> ALL($1)) AND ($7::bigint IS NULL OR seq < $7)
  ORDER BY seq DESC LIMIT $8`;

/** The journal, newest first. @returns one page, and the number to go on from or null at its end. @throws Forbidden */
export async function listJournal(
  actor: Actor,
  filter: Filter,
): Promise<{ rows: AuditRow[]; next: number | null }> {
  demand(actor, "audit.see");
  const isWork = filter.area === "work";
  const { rows } = await pool().query<AuditRow & { seq: string }>(SELECT, [
    SHOWN_NOUNS,
    filter.from && startOf(filter.from),
    filter.to && new Date(startOf(filter.to).getTime() + DAY_MS),
    filter.actor && likePattern(filter.actor),
    filter.area && !isWork ? nounsOf(filter.area) : null,
    isWork,
    filter.before,
    PAGE_SIZE + 1,
  ]);
  const page = rows.slice(0, PAGE_SIZE).map((row) => ({ ...row, seq: Number(row.seq) }));
  return { rows: page, next: rows.length > PAGE_SIZE ? (page.at(-1)?.seq ?? null) : null };
}

export type ChainCheck = {
  /** The number of events looked at. */
  events: number;
  fault: { seq: number; fault: string } | null;
  tookMs: number;
};

/** Walks the whole chain and holds it against the anchors outside the database. @throws Forbidden */
export async function checkChain(actor: Actor): Promise<ChainCheck> {
  demand(actor, "audit.see");
  const start = performance.now();
  const { events, fault } = await walkChain();
  const anchor = fault ? null : await firstBrokenAnchor();
  return { events, fault: fault ?? anchor, tookMs: Math.round(performance.now() - start) };
}

// A long journal takes longer than other statements may.
async function walkChain(): Promise<Pick<ChainCheck, "events" | "fault">> {
  const client = await pool().connect();
  try {
    await client.query("BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
    await client.query("SET LOCAL statement_timeout = '300s'");
    const { rows } = await client.query<{ seq: string; fault: string }>(
      "SELECT * FROM journal_first_fault()",
    );
    const count = await client.query<{ events: string }>(`SELECT count(*) AS events FROM "Event"`);
    await client.query("COMMIT");
    const first = rows[0];
    const fault = first ? { seq: Number(first.seq), fault: first.fault } : null;
    return { events: Number(count.rows[0]?.events ?? 0), fault };
  } catch (error) {
    await client.query("ROLLBACK").catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}
