import type { Product } from "../e2e/harness";
import { type Figure, quantile } from "./measure/figures";
import { withDb } from "./measure/people";

const ENTRIES = 20_000;
const SIZE = 50;
const TIMES = 9;

const FILL = `
  WITH ledger AS (
    INSERT INTO "Ledger" ("taskId", name, "entryWord", stages, "order")
    SELECT min(id), 'bench', '项', '[{"key":"open","name":"在办","writtenOff":false},{"key":"gone","name":"销号","writtenOff":true}]', 0
    FROM "Task" RETURNING id)
  INSERT INTO "LedgerEntry" ("ledgerId", code, stage, "stageSince", "joinedOn", "writtenOffOn")
  SELECT ledger.id, 'b' || n, 'gone', '2024-09-02', '2024-03-01', '2024-09-02' FROM ledger, generate_series(1, ${ENTRIES}) n`;

const STATEMENT = `
  WITH lot AS (
    SELECT e.id, l."taskId", sha256(convert_to($1 || ':entry:' || e.id, 'UTF8')) AS lot
    FROM "LedgerEntry" e JOIN "Ledger" l ON l.id = e."ledgerId"
    WHERE e."writtenOffOn" BETWEEN '2024-09-01' AND '2024-09-30' AND e."removedOn" IS NULL AND l."closedOn" IS NULL),
  made AS (
    INSERT INTO "Sampling" (title, "fromDay", "toDay", size, seed, population, author, at)
    SELECT 'bench', '2024-09-01', '2024-09-30', ${SIZE}, $1, count(*), 'bench', now() FROM lot RETURNING id)
  INSERT INTO "SampleItem" ("samplingId", "order", "taskId", "entryId")
  SELECT made.id, row_number() OVER (ORDER BY lot), "taskId", lot.id FROM made, (SELECT * FROM lot ORDER BY lot LIMIT ${SIZE}) lot`;

/** A sample drawn from twenty thousand written-off entries, through the door, against one statement that draws and writes the same. */
export async function samplings(product: Product, headers: Record<string, string>): Promise<Figure[]> {
  return withDb(product.databaseUrl, async (db) => {
    await db.query(FILL);
    await db.query("ANALYZE; SET jit = off");
    const own: number[] = [];
    const best: number[] = [];
    // In turns, so that both meet the same load of the machine.
    for (let n = 0; n <= TIMES; n++) {
      own.push(await timed(() => draw(product, headers)));
      best.push(await timed(() => db.query(STATEMENT, [`seed${n}`])));
    }
    const what = `a sample of ${SIZE} drawn from ${ENTRIES} entries`;
    const [value, floor] = [quantile(own.slice(1), 0.5), quantile(best.slice(1), 0.5)];
    return [{ what, value, floor, unit: "ms", aim: "≤ 3 ×" }];
  });
}

async function draw({ url }: Product, headers: Record<string, string>): Promise<void> {
  const period = { fromDay: "2024-09-01", toDay: "2024-09-30" };
  const answer = await fetch(`${url}/api/commands/sampling.draw`, {
    method: "POST",
    headers: { ...headers, "content-type": "application/json" },
    body: JSON.stringify({ title: "bench", kind: "entry", ...period, size: SIZE }),
  });
  const { result } = (await answer.json()) as { result?: { population: number; drawn: number } };
  // A sample of fewer would be no comparison.
  if (result?.population !== ENTRIES || result.drawn !== SIZE)
    throw new Error(`drew ${JSON.stringify(result)}`);
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}
