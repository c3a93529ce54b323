import type { Day } from "../calendar/rules";
import type { Tx } from "../db";
import type { Part } from "../standings/rules";
import { type DutyPeriod, periodsOf } from "./period-rules";
import { type DutyFacts, owes, partOf, type Span } from "./rules";

type Row = DutyFacts & { taskId: number; registerId: number };
type ObjectRow = Span & { id: number; registerId: number };
/** The objects of a duty that were visited often enough in one of its periods. */
type Met = { dutyId: number; place: number; objects: number[] };

/** What the duties of these tasks prove. */
export async function coverageParts(tx: Tx, taskIds: readonly number[]): Promise<Map<number, Part[]>> {
  const duties = await tx.$queryRaw<Row[]>`
    SELECT id, "taskId", "registerId", name, times, every::text, "fromDay", "toDay", "closedOn", weight::float8 AS weight
    FROM "Duty" WHERE "taskId" = ANY(${[...taskIds]}::int[]) ORDER BY id`;
  const parts = new Map<number, Part[]>();
  if (duties.length === 0) return parts;
  const registers = await readObjects(tx, duties);
  const { met, lastOn } = await readMet(tx, duties);
  for (const duty of duties) {
    const objects = registers.get(duty.registerId) ?? [];
    const columns = periodsOf(duty).map((period, place) =>
      column(period, objects, met.get(`${duty.id} ${place}`) ?? new Set()),
    );
    const { taskId, registerId: _, ...facts } = duty;
    parts.set(taskId, [...(parts.get(taskId) ?? []), partOf(facts, columns, lastOn.get(duty.id) ?? null)]);
  }
  return parts;
}

function column(period: DutyPeriod, objects: readonly ObjectRow[], met: ReadonlySet<number>) {
  const sum = { owed: 0, met: 0 };
  for (const object of objects) {
    if (!owes(period, object)) continue;
    sum.owed += 1;
    if (met.has(object.id)) sum.met += 1;
  }
  return sum;
}

async function readObjects(tx: Tx, duties: readonly Row[]): Promise<Map<number, ObjectRow[]>> {
  const ids = [...new Set(duties.map(({ registerId }) => registerId))];
  const rows = await tx.$queryRaw<ObjectRow[]>`
    SELECT id, "registerId", "activeFrom", "activeTo" FROM "RegisterObject" WHERE "registerId" = ANY(${ids}::int[])`;
  const found = new Map<number, ObjectRow[]>(ids.map((id) => [id, []]));
  for (const row of rows) found.get(row.registerId)?.push(row);
  return found;
}

async function readMet(tx: Tx, duties: readonly Row[]) {
  const periods = duties.map((duty) => ({
    ...{ dutyId: duty.id, times: duty.times },
    starts: periodsOf(duty).map(({ from }) => from),
  }));
  const rows = await tx.$queryRaw<(Met & { lastOn: Day })[]>`
    WITH duty AS MATERIALIZED (SELECT p."dutyId", p.times, ARRAY(SELECT jsonb_array_elements_text(p.starts))::text[] AS starts
      FROM jsonb_to_recordset(${JSON.stringify(periods)}::jsonb) AS p("dutyId" int, times int, starts jsonb)),
    cell AS (SELECT v."dutyId", v."objectId", d.times, width_bucket(v.day::text COLLATE "C", d.starts) - 1 AS place,
        count(*) AS visits, max(v.day) AS "lastOn"
      FROM duty d JOIN "Visit" v ON v."dutyId" = d."dutyId" WHERE v."withdrawnAt" IS NULL GROUP BY 1, 2, 3, 4)
    SELECT "dutyId", place, array_agg("objectId") FILTER (WHERE visits >= times) AS objects, max("lastOn") AS "lastOn"
    FROM cell GROUP BY 1, 2`;
  const met = new Map(rows.map(({ dutyId, place, objects }) => [`${dutyId} ${place}`, new Set(objects)]));
  const lastOn = new Map<number, Day>();
  for (const row of rows) if (row.lastOn > (lastOn.get(row.dutyId) ?? "")) lastOn.set(row.dutyId, row.lastOn);
  return { met, lastOn };
}
