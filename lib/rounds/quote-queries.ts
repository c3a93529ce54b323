import type { Day } from "../calendar/rules";
import type { Tx } from "../db";
import { Prisma } from "../generated/prisma/client";
import { groupedBy } from "./rules";
import type { Quote } from "./views";

/** What the proofs of tasks say of a period: quoted in a report, so that nobody types it again. */

export type Span = { taskId: number; from: Day; to: Day };
type Found = { taskId: number; quote: Quote };

/** Codes shown of one line; the number tells of the rest. */
const CODES_SHOWN = 5;

/** Quotes by task, for its period: readings, milestones, moves of entries, what was written off, visits. */
export async function quotesOf(tx: Tx, spans: readonly Span[]): Promise<Map<number, Quote[]>> {
  if (spans.length === 0) return new Map();
  const asked = Prisma.sql`(SELECT * FROM unnest(${spans.map(({ taskId }) => taskId)}::int[],
    ${spans.map(({ from }) => from)}::text[], ${spans.map(({ to }) => to)}::text[]) AS a("taskId", f, u))`;
  const [row] = await tx.$queryRaw<{ found: Found[] }[]>`
    SELECT json_agg(q.*) AS found FROM (${READINGS(asked)} UNION ALL ${MILESTONES(asked)} UNION ALL ${MOVES(asked)}
      UNION ALL ${WRITTEN_OFF(asked)} UNION ALL ${VISITS(asked)}) q`;
  const groups = groupedBy(row?.found ?? [], ({ taskId }) => taskId);
  return new Map([...groups].map(([taskId, found]) => [taskId, found.map(({ quote }) => quote)]));
}

// A reading counts with what it stood at before the period; corrected and withdrawn ones are none.
const READINGS = (asked: Prisma.Sql) => Prisma.sql`
  SELECT a."taskId", json_build_object('kind', 'reading', 'name', m.name, 'unit', m.unit, 'day', r.day, 'value', r.value::float8,
    'before', (SELECT b.value::float8 FROM "Reading" b WHERE b."measureId" = m.id AND NOT b.withdrawn AND b.day < a.f
      AND NOT EXISTS (SELECT 1 FROM "Reading" l WHERE l."supersedesId" = b.id) ORDER BY b.day DESC, b.id DESC LIMIT 1),
    'note', r.note) AS quote
  FROM ${asked} a JOIN "Measure" m ON m."taskId" = a."taskId" AND m."removedAt" IS NULL JOIN LATERAL (
    SELECT day, value, note FROM "Reading" r WHERE r."measureId" = m.id AND NOT r.withdrawn AND r.day BETWEEN a.f AND a.u
      AND NOT EXISTS (SELECT 1 FROM "Reading" l WHERE l."supersedesId" = r.id) ORDER BY r.day DESC, r.id DESC LIMIT 1) r ON true`;

const MILESTONES = (asked: Prisma.Sql) => Prisma.sql`
  SELECT a."taskId", json_build_object('kind', 'milestone', 'name', m.name, 'day', m."doneOn", 'note', m."doneNote")
  FROM ${asked} a JOIN "Milestone" m ON m."taskId" = a."taskId" AND m."removedAt" IS NULL AND m."doneOn" BETWEEN a.f AND a.u`;

const CODES = Prisma.sql`CASE WHEN l.label = 'open' THEN (array_agg(DISTINCT e.code ORDER BY e.code))[1:${Prisma.raw(String(CODES_SHOWN))}]
  ELSE ARRAY[]::text[] END`;

// A move that was taken back, and the taking back, did not happen. The last stage is told as what was written off.
const MOVES = (asked: Prisma.Sql) => Prisma.sql`
  SELECT a."taskId", json_build_object('kind', 'move', 'name', l.name, 'stage', coalesce(s.name, v."toStage"),
    'entries', count(DISTINCT e.id)::int, 'codes', ${CODES})
  FROM ${asked} a JOIN "Ledger" l ON l."taskId" = a."taskId" AND l."closedOn" IS NULL JOIN "LedgerMove" v ON v."ledgerId" = l.id
    AND v.day BETWEEN a.f AND a.u AND v."undoesId" IS NULL AND v."fromStage" IS NOT NULL AND v."fromStage" <> v."toStage"
    AND NOT EXISTS (SELECT 1 FROM "LedgerMove" b WHERE b."undoesId" = v.id)
  JOIN "LedgerEntry" e ON e.id = v."entryId" AND e."removedOn" IS NULL AND (e."writtenOffOn" IS NULL OR e.stage <> v."toStage")
  LEFT JOIN LATERAL (SELECT own.stage->>'name' AS name FROM jsonb_array_elements(l.stages) AS own(stage) WHERE own.stage->>'key' = v."toStage") s ON true
  GROUP BY a."taskId", l.id, l.name, l.label, v."toStage", s.name`;

const WRITTEN_OFF = (asked: Prisma.Sql) => Prisma.sql`
  SELECT a."taskId", json_build_object('kind', 'writtenOff', 'name', l.name, 'entries', count(*)::int, 'codes', ${CODES},
    'of', (SELECT count(*)::int FROM "LedgerEntry" w WHERE w."ledgerId" = l.id AND w."removedOn" IS NULL))
  FROM ${asked} a JOIN "Ledger" l ON l."taskId" = a."taskId" AND l."closedOn" IS NULL
    JOIN "LedgerEntry" e ON e."ledgerId" = l.id AND e."removedOn" IS NULL AND e."writtenOffOn" BETWEEN a.f AND a.u
  GROUP BY a."taskId", l.id, l.name, l.label`;

const VISITS = (asked: Prisma.Sql) => Prisma.sql`
  SELECT a."taskId", json_build_object('kind', 'visit', 'name', d.name, 'visits', count(*)::int, 'objects', count(DISTINCT v."objectId")::int)
  FROM ${asked} a JOIN "Duty" d ON d."taskId" = a."taskId" AND d."closedOn" IS NULL
    JOIN "Visit" v ON v."dutyId" = d.id AND v."withdrawnAt" IS NULL AND v.day BETWEEN a.f AND a.u
  GROUP BY a."taskId", d.id, d.name`;
