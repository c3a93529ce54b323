import type { Actor } from "../auth/permissions";
import type { Day } from "../calendar/rules";
import { prisma, type Tx } from "../db";
import { NotFound } from "../errors";
import { getTask, type Task } from "../tasks/queries";
import type { Formula } from "./formula-rules";
import type { Aggregation, Direction, Target, WrittenReading } from "./rules";

/** A measure as it was defined. */
export type Definition = {
  id: number;
  taskId: number;
  version: number;
  name: string;
  unit: string;
  decimals: number;
  direction: Direction;
  aggregation: Aggregation;
  baseline: number | null;
  baselineYear: number | null;
  target: number | null;
  weight: number;
  formula: Formula | null;
  factor: number;
  feed: Record<string, unknown> | null;
  terms: number[];
  targets: Target[];
};

export type ReadingFile = { id: number; name: string; mime: string; size: number; hasThumb: boolean };
/** A reading as it was written, with what became of it. */
export type ToldReading = WrittenReading & {
  source: string;
  note: string;
  author: string;
  at: string;
  evidence: ReadingFile[];
};

export type Measure = Definition & {
  readings: ToldReading[];
  /** What another domain supplies for it now; null for those with readings or a formula of their own. */
  fed: number | null;
};

/** The measures of these tasks that were not removed, in their order. */
export async function readDefinitions(tx: Tx, taskIds: readonly number[]): Promise<Definition[]> {
  return tx.$queryRaw<Definition[]>`
    SELECT m.id, m."taskId", m.version, m.name, m.unit, m.decimals, m.direction::text, m.aggregation::text, m.baseline::float8 AS baseline,
      m."baselineYear", m.target::float8 AS target, m.weight::float8 AS weight, m.formula::text, m.factor::float8 AS factor, m.feed,
      ARRAY(SELECT t."termId" FROM "MeasureTerm" t WHERE t."measureId" = m.id ORDER BY t.place) AS terms,
      (SELECT coalesce(json_agg(json_build_object('day', t.day, 'value', t.value::float8) ORDER BY t.day), '[]')
        FROM "MeasureTarget" t WHERE t."measureId" = m.id) AS targets
    FROM "Measure" m WHERE m."taskId" = ANY(${[...taskIds]}::int[]) AND m."removedAt" IS NULL ORDER BY m."order", m.id`;
}

export type HeldReading = {
  measureId: number;
  id: number;
  day: Day;
  value: number;
  note: string;
  source: string;
};

/** The readings of these tasks that hold: neither corrected nor withdrawn. */
export async function readHolding(tx: Tx, taskIds: readonly number[]): Promise<HeldReading[]> {
  return tx.$queryRaw<HeldReading[]>`
    SELECT r."measureId", r.id, r.day, r.value::float8 AS value, r.note, r.source
    FROM "Reading" r JOIN "Measure" m ON m.id = r."measureId"
    WHERE m."taskId" = ANY(${[...taskIds]}::int[]) AND m."removedAt" IS NULL AND NOT r.withdrawn
      AND NOT EXISTS (SELECT 1 FROM "Reading" later WHERE later."supersedesId" = r.id)`;
}

/** The measures of a task that this person was found to see, with every reading ever written, the newest first. */
export async function listMeasuresOfTask(
  _actor: Actor,
  task: Task,
  fed: ReadonlyMap<number, number | null>,
  tx: Tx = prisma(),
): Promise<Measure[]> {
  const definitions = await readDefinitions(tx, [task.id]);
  const readings = await tx.$queryRaw<(ToldReading & { measureId: number })[]>`
    SELECT r.id, r."measureId", r.day, r.value::float8 AS value, r.source, r.note, r.withdrawn, r.author, r.at, r."supersedesId",
      (SELECT coalesce(json_agg(e ORDER BY e.id), '[]') FROM (
        SELECT id, name, mime, size, "hasThumb" FROM "Evidence"
        WHERE "readingId" = r.id AND "removedAt" IS NULL) e) AS evidence
    FROM "Reading" r JOIN "Measure" m ON m.id = r."measureId"
    WHERE m."taskId" = ${task.id} AND m."removedAt" IS NULL ORDER BY r.day DESC, r.id DESC`;
  return definitions.map((definition) => ({
    ...definition,
    fed: fed.get(definition.id) ?? null,
    readings: readings
      .filter(({ measureId }) => measureId === definition.id)
      .map(({ measureId: _, ...one }) => one),
  }));
}

/** One measure and its task. @throws NotFound also when the task is hidden from this person */
export async function getMeasure(
  actor: Actor,
  id: number,
  tx: Tx,
): Promise<{ task: Task; measure: Definition; all: Definition[] }> {
  const found = await tx.measure.findUnique({ where: { id }, select: { taskId: true, removedAt: true } });
  if (!found || found.removedAt) throw new NotFound(`measure ${id}`);
  const task = await getTask(actor, found.taskId, tx);
  const all = await readDefinitions(tx, [task.id]);
  const measure = all.find((one) => one.id === id);
  if (!measure) throw new NotFound(`measure ${id}`);
  return { task, measure, all };
}
