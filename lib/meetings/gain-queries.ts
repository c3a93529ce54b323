import { type Actor, maySee, type TaskScope } from "../auth/permissions";
import { prisma } from "../db";
import type { Gain } from "./change-rules";

/** After one instant, up to and with another. */
export type Stretch = { after: Date; until: Date };
type Task = TaskScope & { id: number };
type Label = TaskScope["label"];
type MoveRow = { taskId: number; label: Label; writtenOff: number };
type VisitRow = { taskId: number; label: Label; covered: number; visits: number };

/** What the ledgers and duties of these tasks gained in between, as this person may know it. Entries that were taken out since are counted: they were written off then. */
export async function readGains(
  actor: Actor,
  tasks: readonly Task[],
  stretch: Stretch,
): Promise<Map<number, Gain>> {
  const byId = new Map(tasks.map((task) => [task.id, task]));
  const ids = [...byId.keys()];
  const [moves, visits] = await Promise.all([readMoves(ids, stretch), readVisits(ids, stretch)]);
  const gains = new Map<number, Gain>();
  for (const row of [...moves, ...visits]) {
    const task = byId.get(row.taskId);
    if (!task || !maySee(actor, { ...task, label: row.label })) continue;
    const sum = gains.get(row.taskId) ?? { writtenOff: 0, covered: 0, visits: 0 };
    gains.set(row.taskId, {
      writtenOff: sum.writtenOff + ("writtenOff" in row ? row.writtenOff : 0),
      covered: sum.covered + ("covered" in row ? row.covered : 0),
      visits: sum.visits + ("visits" in row ? row.visits : 0),
    });
  }
  return gains;
}

function readMoves(ids: number[], { after, until }: Stretch): Promise<MoveRow[]> {
  return prisma().$queryRaw<MoveRow[]>`
    WITH off AS (SELECT l.id, s->>'key' AS key FROM "Ledger" l, jsonb_array_elements(l.stages) s
      WHERE l."taskId" = ANY(${ids}::int[]) AND (s->>'writtenOff')::boolean)
    SELECT l."taskId", l.label, (count(*) FILTER (WHERE t.key IS NOT NULL AND f.key IS NULL)
        - count(*) FILTER (WHERE f.key IS NOT NULL AND t.key IS NULL))::int AS "writtenOff"
    FROM "Ledger" l JOIN "LedgerMove" m ON m."ledgerId" = l.id
      LEFT JOIN off t ON t.id = l.id AND t.key = m."toStage" LEFT JOIN off f ON f.id = l.id AND f.key = m."fromStage"
    WHERE l."taskId" = ANY(${ids}::int[]) AND m."fromStage" IS NOT NULL AND m.at > ${after} AND m.at <= ${until}
    GROUP BY l.id`;
}

function readVisits(ids: number[], { after, until }: Stretch): Promise<VisitRow[]> {
  return prisma().$queryRaw<VisitRow[]>`
    WITH seen AS (SELECT v."dutyId", v."objectId", min(v.at) AS first, count(*) FILTER (WHERE v.at > ${after}) AS visits
      FROM "Visit" v JOIN "Duty" d ON d.id = v."dutyId"
      WHERE d."taskId" = ANY(${ids}::int[]) AND v.at <= ${until} AND (v."withdrawnAt" IS NULL OR v."withdrawnAt" > ${until})
      GROUP BY 1, 2)
    SELECT d."taskId", r.label, count(*) FILTER (WHERE s.first > ${after})::int AS covered, sum(s.visits)::int AS visits
    FROM seen s JOIN "Duty" d ON d.id = s."dutyId" JOIN "Register" r ON r.id = d."registerId"
    WHERE s.visits > 0 GROUP BY d.id, r.id`;
}
