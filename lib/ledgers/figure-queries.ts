import { today } from "../clock";
import type { Tx } from "../db";
import { Prisma } from "../generated/prisma/client";
import type { Change, Tally } from "./figure-rules";
import type { Ledger } from "./ledger-queries";
import { type Definition, type Stage, skips } from "./rules";

/** The database's half of the figures: entries counted together, so that twenty thousand of them travel as a few hundred rows. */

export type LedgerTally = Tally & { ledgerId: number };
type Kind = Pick<Definition, "stages" | "tracks" | "rates"> & { id: number };
type Skip = { ledgerId: number; from: string; to: string; track: string };

/** Every move that leaves out a stage, of the ledgers in which a rate asks. `from` empty: joining; `track` empty: none. */
export function skipsOf(ledgers: readonly Kind[]): Skip[] {
  const asked = ledgers.filter(({ rates }) => rates.some(({ counts }) => counts === "inOrder"));
  return asked.flatMap(({ id, stages, tracks }) =>
    ["", ...tracks.map(({ key }) => key)].flatMap((track) =>
      ["", ...stages.map(({ key }) => key)].flatMap((from) =>
        stages
          .filter(({ key: to }) => skips(stages, { from: from || null, to, track: track || null }))
          .map(({ key: to }) => ({ ledgerId: id, from, to, track })),
      ),
    ),
  );
}

const UNDONE = Prisma.sql`EXISTS (SELECT 1 FROM "LedgerMove" u WHERE u."undoesId" = m.id)`;

/** Entries that left out a stage, by a move that still holds. */
export function disorder(ledgers: readonly Kind[]): Prisma.Sql {
  return Prisma.sql`SELECT m."entryId" FROM "LedgerMove" m
    JOIN jsonb_to_recordset(${JSON.stringify(skipsOf(ledgers))}::jsonb) AS s("ledgerId" int, "from" text, "to" text, track text)
      ON s."ledgerId" = m."ledgerId" AND s."from" = coalesce(m."fromStage", '') AND s."to" = m."toStage" AND s.track = coalesce(m."toTrack", '')
    WHERE m."undoesId" IS NULL AND NOT ${UNDONE}`;
}

/** The last re-check of every entry of these ledgers, as the table `checked`. */
export function checked(ids: readonly number[]): Prisma.Sql {
  return Prisma.sql`checked AS MATERIALIZED (
    SELECT DISTINCT ON (r."entryId") r."entryId", r.passed FROM "Recheck" r JOIN "LedgerEntry" e ON e.id = r."entryId"
    WHERE e."ledgerId" = ANY(${[...ids]}::int[]) ORDER BY r."entryId", r.id DESC)`;
}

// Asked by IN, which is always answered from a hash: joined, these are taken for a handful of rows and looked through for each entry.
export const PASSED = Prisma.sql`CASE WHEN e.id IN (SELECT "entryId" FROM checked WHERE passed) THEN true
  WHEN e.id IN (SELECT "entryId" FROM checked WHERE NOT passed) THEN false END`;

/** The entries of these ledgers counted together. `own`: only those that meet this condition on `e`. `dated`: told apart by the day since when they stand. */
export async function readTallies(
  tx: Tx,
  ledgers: readonly Ledger[],
  { own, dated }: { own?: Prisma.Sql; dated: boolean },
): Promise<LedgerTally[]> {
  const ids = ledgers.map(({ id }) => id);
  return tx.$queryRaw<LedgerTally[]>`
    WITH ${checked(ids)}
    SELECT e."ledgerId", e.stage, e.track, e."unitId", ${dated ? Prisma.sql`e."stageSince"` : Prisma.sql`''`} AS since,
      (e."writtenOffOn" IS NULL AND coalesce(e."stageDue" < ${today()}, false)) AS overdue, NOT (e.id IN (${disorder(ledgers)})) AS "inOrder",
      ${PASSED} AS recheck, count(*)::int AS n, sum(e.weight)::float8 AS weight
    FROM "LedgerEntry" e
    WHERE e."ledgerId" = ANY(${ids}::int[]) AND e."removedOn" IS NULL AND ${own ?? Prisma.sql`true`}
    GROUP BY 1, 2, 3, 4, 5, 6, 7, 8`;
}

/** How a ledger grew and shrank from day to day. */
export async function readChanges(
  tx: Tx,
  ledger: { id: number; stages: readonly Stage[] },
): Promise<Change[]> {
  const off = ledger.stages.filter(({ writtenOff }) => writtenOff).map(({ key }) => key);
  return tx.$queryRaw<Change[]>`
    SELECT day, sum("all")::int AS "all", sum(off)::int AS off FROM (
      SELECT "joinedOn" AS day, count(*) AS "all", 0 AS off FROM "LedgerEntry" WHERE "ledgerId" = ${ledger.id} GROUP BY 1
      UNION ALL
      SELECT m.day, 0, sum(CASE WHEN m."toStage" = ANY(${off}::text[]) THEN 1 ELSE -1 END) FROM "LedgerMove" m
        WHERE m."ledgerId" = ${ledger.id} AND m."undoesId" IS NULL AND NOT ${UNDONE}
          AND (m."toStage" = ANY(${off}::text[])) <> (coalesce(m."fromStage", '') = ANY(${off}::text[])) GROUP BY 1
      UNION ALL
      SELECT "removedOn", -count(*), -count("writtenOffOn") FROM "LedgerEntry"
        WHERE "ledgerId" = ${ledger.id} AND "removedOn" IS NOT NULL GROUP BY 1) c
    GROUP BY day ORDER BY day`;
}

/** The last day on which something moved, of each ledger that has moves. */
export async function readLastDays(tx: Tx, ids: readonly number[]): Promise<Map<number, string>> {
  const rows = await tx.$queryRaw<{ id: number; day: string }[]>`
    SELECT "ledgerId" AS id, max(day) AS day FROM "LedgerMove" WHERE "ledgerId" = ANY(${[...ids]}::int[]) GROUP BY 1`;
  return new Map(rows.map(({ id, day }) => [id, day]));
}
