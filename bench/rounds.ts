import type { Client } from "pg";
import type { Product } from "../e2e/harness";
import { type Figure, quantile } from "./measure/figures";
import { emptyTasks, fill } from "./measure/fill";
import { withDb } from "./measure/people";
import { FORGET, OPEN, PEOPLE, START } from "./measure/round-statement";

const TASKS = 10_000;
const PEOPLE_COUNT = 300;
const TIMES = 7;

const PLAN = {
  ...{ periodFrom: "2024-09-01", periodTo: "2024-09-30", windowFrom: "2024-09-30", windowTo: "2024-10-08" },
};

/** Opening a round that asks for ten thousand reports of three hundred people, through the door, against one statement that writes the same. */
export async function rounds(product: Product, headers: Record<string, string>): Promise<Figure[]> {
  await emptyTasks(product.databaseUrl);
  await fill(product.databaseUrl, TASKS);
  const figures = await withDb(product.databaseUrl, (db) => measure(db, product, headers));
  await emptyTasks(product.databaseUrl);
  return figures;
}

async function measure(db: Client, product: Product, headers: Record<string, string>): Promise<Figure[]> {
  await db.query(PEOPLE, [PEOPLE_COUNT]);
  await db.query(START);
  await db.query("ANALYZE; SET jit = off");
  const own: number[] = [];
  const best: number[] = [];
  // In turns, so that both meet the same load of the machine.
  for (let n = 0; n <= TIMES; n++) {
    own.push(await timed(() => open(product, headers, n)));
    await requireAll(db);
    await db.query(FORGET);
    best.push(await timed(() => db.query(OPEN, [`bench statement ${n}`])));
    await requireAll(db);
    await db.query(FORGET);
  }
  const what = `a round opened for ${TASKS} tasks of ${PEOPLE_COUNT} people`;
  const [value, floor] = [quantile(own.slice(1), 0.5), quantile(best.slice(1), 0.5)];
  return [{ what, value, floor, unit: "ms", aim: "≤ 2 ×" }];
}

async function open({ url }: Product, headers: Record<string, string>, n: number): Promise<void> {
  const answer = await fetch(`${url}/api/commands/round.open`, {
    method: "POST",
    headers: { ...headers, "content-type": "application/json" },
    body: JSON.stringify({ ...PLAN, title: `bench ${n}` }),
  });
  if (!answer.ok) throw new Error(await answer.text());
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

/** A round that asked fewer would be no comparison. */
async function requireAll(db: Client): Promise<void> {
  const text = `SELECT (SELECT count(*)::int FROM "RoundOwed" o JOIN "Round" r ON r.id = o."roundId" WHERE r."closedAt" IS NULL AND r.title LIKE 'bench%') AS owed,
    (SELECT count(*)::int FROM "Task" WHERE "reportDueDay" = '2024-10-08' AND code LIKE 'B%') AS due`;
  const { rows } = await db.query<{ owed: number; due: number }>(text);
  if ((rows[0]?.owed ?? 0) < TASKS || rows[0]?.due !== TASKS)
    throw new Error(`asked ${JSON.stringify(rows)}`);
}
