import type { Tx } from "@/lib/db";
import { PLAN } from "./plan-2024";
import { SERIES, type SeedMetric, type SeedSeries } from "./plan-2024/leagues";

type Add = (name: string, answers: string, input: unknown) => Promise<number>;
type Ids = ReadonlyMap<string, number>;
type Known = { tasks: Ids; units: Ids; posts: Ids };

/** Sets up the series of the plan and what they earn. */
export async function addLeagues(tx: Tx, add: Add, known: Known): Promise<void> {
  const ledgers = await tx.ledger.findMany({ select: { id: true, taskId: true } });
  const ledgersOf = (codes: readonly string[] = []) => {
    const taskIds = codes.map((code) => must(known.tasks, code));
    return ledgers.filter(({ taskId }) => taskIds.includes(taskId)).map(({ id }) => id);
  };
  for (const series of SERIES) {
    const seriesId = await add("series.define", "seriesId", inputOf(series, known, ledgersOf));
    for (const rule of series.rules) await add("incentive.define", "ruleId", { seriesId, ...rule });
  }
}

function inputOf(
  { members, metrics, rules: _, task, ...head }: SeedSeries,
  { tasks, units, posts }: Known,
  ledgersOf: (codes?: readonly string[]) => number[],
) {
  const ids = head.kind === "units" ? units : posts;
  const toMetric = ({ tasks: codes, ...metric }: SeedMetric) => ({ ...metric, ledgerIds: ledgersOf(codes) });
  return {
    ...head,
    taskId: task === undefined ? null : must(tasks, task),
    metrics: metrics.map(toMetric),
    members: members.map(({ key, ...member }) => ({
      ...member,
      subjectId: must(ids, key),
      activeFrom: PLAN.publishedOn,
    })),
  };
}

function must(ids: Ids, key: string): number {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`the seed names ${key} before it exists`);
  return id;
}
