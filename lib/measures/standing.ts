import type { Day } from "../calendar/rules";
import type { Tx } from "../db";
import type { Part } from "../standings/rules";
import { valuesOf } from "./formula-rules";
import { type Definition, type HeldReading, readDefinitions, readHolding } from "./queries";
import { breachOf, figureOf, isMet, plannedPoints, shareOf } from "./rules";

/** A measure of these tasks whose value another domain supplies; `feed` is that domain's own wording. */
export type Fed = { measureId: number; taskId: number; feed: unknown };

export async function listFeeds(tx: Tx, taskIds: readonly number[]): Promise<Fed[]> {
  return tx.$queryRaw<Fed[]>`
    SELECT id AS "measureId", "taskId", feed FROM "Measure"
    WHERE "taskId" = ANY(${[...taskIds]}::int[]) AND "removedAt" IS NULL AND feed IS NOT NULL ORDER BY id`;
}

/** What the measures of these tasks prove. `fed`: the value of each measure that another domain supplies, null while there is none. */
export async function measureParts(
  tx: Tx,
  taskIds: readonly number[],
  fed: ReadonlyMap<number, number | null>,
): Promise<Map<number, Part[]>> {
  const definitions = await readDefinitions(tx, taskIds);
  if (definitions.length === 0) return new Map();
  const readings = grouped(await readHolding(tx, taskIds), ({ measureId }) => measureId);
  const starts = await tx.task.findMany({
    where: { id: { in: [...taskIds] } },
    select: { id: true, startDay: true },
  });
  const startOf = new Map(starts.map(({ id, startDay }) => [id, startDay]));
  const own = (measure: Definition) =>
    measure.feed ? (fed.get(measure.id) ?? null) : figureOf(measure, readings.get(measure.id) ?? []);
  const byTask = grouped(definitions, ({ taskId }) => taskId);
  return new Map(
    [...byTask].map(([taskId, list]) => {
      const values = valuesOf(list, own);
      const start = startOf.get(taskId) as Day;
      return [taskId, list.map((one) => partOf(one, values.get(one.id) ?? null, readings, start))];
    }),
  );
}

function grouped<T>(list: readonly T[], keyOf: (one: T) => number): Map<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const one of list) {
    const group = groups.get(keyOf(one));
    if (group) group.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return groups;
}

function partOf(
  measure: Definition,
  value: number | null,
  readings: ReadonlyMap<number, HeldReading[]>,
  startDay: Day,
): Part {
  const own = readings.get(measure.id) ?? [];
  const breach = breachOf(measure, own);
  const event = own.find(({ id }) => id === breach?.id);
  return {
    kind: "measure",
    id: measure.id,
    name: measure.name,
    weight: measure.weight,
    actual: breach ? 0 : shareOf(measure, value),
    points: plannedPoints(measure, measure.targets, startDay),
    complete: breach === null && isMet(measure, value),
    broken: event ? { on: event.day, name: event.note || event.source || measure.name } : null,
    done: value ?? 0,
    of: measure.target ?? 0,
    lastOn: lastOf([measure.id, ...measure.terms].flatMap((id) => readings.get(id) ?? [])),
  };
}

function lastOf(readings: readonly { day: Day }[]): Day | null {
  return (
    readings
      .map(({ day }) => day)
      .sort()
      .at(-1) ?? null
  );
}
