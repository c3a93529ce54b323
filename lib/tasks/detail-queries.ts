import { today } from "../clock";
import type { Tx } from "../db";
import type {
  Baseline,
  CheckIn,
  Comment,
  Evidence,
  HistoryEntry,
  Instants,
  Mention,
  PostFacts,
} from "./detail";
import type { Task } from "./queries";

/** What belongs to a task that its caller was allowed to see; three statements, each a single trip. */

/** Older entries than these are left to the search of the journal. */
const HISTORY_SHOWN = 300;

type Section = { code: string; clause: string; title: string };
export type Facts = { sections: Section[]; baselines: Baseline[] | null; instants: Instants };

export async function readFacts(tx: Tx, { id, sectionId }: Task): Promise<Facts> {
  const [row] = await tx.$queryRaw<Facts[]>`
    WITH RECURSIVE up AS (
      SELECT s.id, s."parentId", s.code, s.clause, s.title, 0 AS depth FROM "Section" s WHERE s.id = ${sectionId}
      UNION ALL SELECT s.id, s."parentId", s.code, s.clause, s.title, up.depth + 1
        FROM "Section" s JOIN up ON s.id = up."parentId")
    SELECT
      (SELECT json_agg(json_build_object('code', code, 'clause', clause, 'title', title) ORDER BY depth DESC) FROM up) AS sections,
      (SELECT json_agg(json_build_object('id', b.id, 'year', b.year, 'label', b.label, 'value', b.value::float8, 'unit', b.unit,
          'atLeast', b."atLeast", 'change', b.change::float8, 'own', b."taskId" IS NOT NULL) ORDER BY b."taskId" IS NULL, b."order")
        FROM "Baseline" b WHERE b."taskId" = ${id} OR (b."sectionId" = ${sectionId} AND b."taskId" IS NULL)) AS baselines,
      (SELECT json_build_object('createdAt', t."createdAt", 'assignedAt', t."assignedAt", 'acknowledgedAt', t."acknowledgedAt",
          'startedAt', t."startedAt", 'submittedAt', t."submittedAt", 'closedAt', t."closedAt")
        FROM "Task" t WHERE t.id = ${id}) AS instants`;
  return row as Facts;
}

type NameRow = { kind: "unit" | "post" | "section"; id: number; name: string; unit: string; holders: string };

/** The names of everything that a history may mention, closed or not; holders are those of today. */
export async function readNames(tx: Tx) {
  const rows = await tx.$queryRaw<NameRow[]>`
    SELECT 'unit' AS kind, id, "shortName" AS name, '' AS unit, '' AS holders FROM "Unit"
    UNION ALL SELECT 'section', id, code || ' ' || title, '', '' FROM "Section"
    UNION ALL SELECT 'post', p.id, p.name, u."shortName", coalesce((
        SELECT string_agg(e.name, '、' ORDER BY h."fromDay", e.id) FROM "Holding" h JOIN "Person" e ON e.id = h."personId"
        WHERE h."postId" = p.id AND h."fromDay" <= ${today()} AND (h."toDay" IS NULL OR h."toDay" >= ${today()})), '')
      FROM "Post" p JOIN "Unit" u ON u.id = p."unitId"`;
  const of = (kind: NameRow["kind"]) => rows.filter((row) => row.kind === kind);
  const names = (kind: NameRow["kind"]) => new Map(of(kind).map((row) => [row.id, row.name]));
  const posts = of("post").map(({ id, name, unit, holders }) => [id, { name, unit, holders }] as const);
  return { unit: names("unit"), section: names("section"), post: new Map<number, PostFacts>(posts) };
}

type RawEntry = Omit<HistoryEntry, "changes"> & { changes: Record<string, unknown> };
type Written = {
  checkIns: CheckIn[];
  comments: Comment[];
  evidence: Evidence[];
  mentions: Mention[];
  history: RawEntry[];
};

/** All that was written about a task, the newest first. `me` is the account that reads, `labels` those of the task's ledgers that it sees. */
export async function readTexts(tx: Tx, id: number, me: number, labels: readonly string[]): Promise<Written> {
  const [row] = await tx.$queryRaw<Written[]>`
    SELECT
      (SELECT coalesce(json_agg(c ORDER BY c.id DESC), '[]') FROM (
        SELECT c.id, c.author, c.at, c.day, c.done, c.problem, c.next, c.help, c.progress, c."supersedesId",
          later.id AS "supersededById", u."shortName" AS "supportUnit", c."linkId" IS NOT NULL AS "byLink", coalesce(c."accountId" = ${me}, false) AS mine
        FROM "CheckIn" c LEFT JOIN "CheckIn" later ON later."supersedesId" = c.id LEFT JOIN "Unit" u ON u.id = c."supportUnitId" WHERE c."taskId" = ${id}) c) AS "checkIns",
      (SELECT coalesce(json_agg(c ORDER BY c.id), '[]') FROM (
        SELECT id, author, at, CASE WHEN "withdrawnAt" IS NULL THEN text ELSE '' END AS text,
          "withdrawnAt" IS NOT NULL AS withdrawn, coalesce("accountId" = ${me}, false) AS mine
        FROM "Comment" WHERE "taskId" = ${id}) c) AS comments,
      (SELECT coalesce(json_agg(e ORDER BY e.id DESC), '[]') FROM (
        SELECT id, "checkInId", name, mime, size, "hasThumb", note, author, at, coalesce("accountId" = ${me}, false) AS mine
        FROM "Evidence" v WHERE "taskId" = ${id} AND "removedAt" IS NULL AND NOT sensitive AND NOT EXISTS (
          SELECT 1 FROM "LedgerMove" m JOIN "Ledger" l ON l.id = m."ledgerId" WHERE m.id = v."moveId" AND l.label::text <> ALL(${[...labels]}::text[]))) e) AS evidence,
      (SELECT coalesce(json_agg(o ORDER BY o.id DESC), '[]') FROM (
        SELECT o.id, o."meetingId", m.title AS meeting, m."heldOn", o.kind, o.text
        FROM "Outcome" o JOIN "Meeting" m ON m.id = o."meetingId" WHERE o."taskId" = ${id} OR o."aboutId" = ${id}) o) AS mentions,
      (SELECT coalesce(json_agg(h ORDER BY h.seq DESC), '[]') FROM (
        SELECT seq, at, actor, kind, changes, reason FROM "Event" v
        WHERE "taskId" = ${id} AND kind NOT IN ('task.reorder', 'task.owe') AND (kind <> 'task.prove' OR changes ? 'progress')
          AND NOT EXISTS (SELECT 1 FROM "Ledger" l WHERE l.label::text <> ALL(${[...labels]}::text[]) AND l.id = CASE v."subjectType"
            WHEN 'ledger' THEN v."subjectId" WHEN 'entry' THEN (SELECT e."ledgerId" FROM "LedgerEntry" e WHERE e.id = v."subjectId")
            WHEN 'plot' THEN (SELECT p."ledgerId" FROM "Plot" p WHERE p.id = v."subjectId") END) ORDER BY seq DESC LIMIT ${HISTORY_SHOWN}) h) AS history`;
  return row as Written;
}
