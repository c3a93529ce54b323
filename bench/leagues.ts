import { addDays } from "@/lib/calendar/rules";
import type { TableView } from "@/lib/leagues/queries";
import type { Product } from "../e2e/harness";
import { cpuOf } from "./measure/cpu";
import type { Figure } from "./measure/figures";
import { ENTRIES, FILL, STATEMENT, TASKS, UNITS } from "./measure/league-statement";
import { withDb } from "./measure/people";

const TIMES = 40;
const LAST = "2024-09-30";

/** A league's preview: processor time of the server and its database, against the one best statement for the same places. */
export async function leagues(product: Product, headers: Record<string, string>): Promise<Figure[]> {
  const { seriesId, ledgerIds } = await fill(product.databaseUrl);
  const own = await ours(product, headers, seriesId);
  const floor = await statement(product.databaseUrl, ledgerIds);
  requireSame(own.view, floor.rows);
  const what = `league of ${UNITS} units over ${TASKS} tasks and ${ENTRIES} entries`;
  return [
    { what: `${what}: server`, value: own.cpu, floor: floor.cpu, unit: "ms cpu", aim: "≤ 2 ×" },
    { what: `${what}: wait`, value: own.wait, floor: floor.wait, unit: "ms", aim: "" },
    { what: `${what}: asked again`, value: own.again, floor: null, unit: "ms cpu", aim: "" },
  ];
}

type Filled = { seriesId: number; ledgerIds: number[] };

async function fill(databaseUrl: string): Promise<Filled> {
  return withDb(databaseUrl, async (db) => {
    const { rows } = await db.query<Filled>(FILL);
    await db.query("ANALYZE");
    return rows[0] ?? { seriesId: 0, ledgerIds: [] };
  });
}

/** Another first day each time, because the same preview is computed once until something happens. */
const fromDay = (n: number) => addDays("2024-01-01", n);

async function ours(product: Product, headers: Record<string, string>, seriesId: number) {
  const look = async (from: string) => {
    const answer = await fetch(`${product.url}/api/leagues/${seriesId}?from=${from}`, { headers });
    return (await answer.json()) as TableView;
  };
  for (let n = 0; n < 8; n++) await look(fromDay(n));
  const pids = [product.pid, ...(await backendsOf(product.databaseUrl))];
  const spent = async (day: (n: number) => string) => {
    const [before, begun] = [pids.map(cpuIfAlive), performance.now()];
    for (let n = 0; n < TIMES; n++) await look(day(n));
    const wait = (performance.now() - begun) / TIMES;
    const used = pids.map((pid, at) => Math.max(0, cpuIfAlive(pid) - (before[at] ?? 0)));
    return { cpu: used.reduce((sum, one) => sum + one, 0) / TIMES, wait };
  };
  const first = await spent((n) => fromDay(8 + n));
  const again = await spent(() => fromDay(8));
  return { ...first, again: again.cpu, view: await look("2024-01-01") };
}

/** The pool closes connections that nobody needs. */
function cpuIfAlive(pid: number): number {
  try {
    return cpuOf(pid);
  } catch {
    return 0;
  }
}

async function backendsOf(databaseUrl: string): Promise<number[]> {
  return withDb(databaseUrl, async (db) => {
    const text = "SELECT pid FROM pg_stat_activity WHERE application_name = 'guatu'";
    return (await db.query<{ pid: number }>(text)).rows.map(({ pid }) => pid);
  });
}

type Place = { unit: number; score: number; rank: number };

async function statement(databaseUrl: string, ledgerIds: number[]) {
  return withDb(databaseUrl, async (db) => {
    await db.query("SET jit = off; SET max_parallel_workers_per_gather = 0");
    const { rows: own } = await db.query<{ pid: number }>("SELECT pg_backend_pid() AS pid");
    const pid = own[0]?.pid ?? 0;
    const ask = (from: string) =>
      db.query<Place>({ name: "league", text: STATEMENT, values: [ledgerIds, from, LAST] });
    for (let n = 0; n < 8; n++) await ask(fromDay(n));
    const [before, begun] = [cpuOf(pid), performance.now()];
    for (let n = 0; n < TIMES; n++) await ask(fromDay(8 + n));
    const cpu = (cpuOf(pid) - before) / TIMES;
    return { cpu, wait: (performance.now() - begun) / TIMES, rows: (await ask("2024-01-01")).rows };
  });
}

/** Figures that are not the same cannot be compared; the last hundredth may round otherwise. */
function requireSame({ table }: TableView, places: readonly Place[]): void {
  const scores = new Map(table.rows.map(({ unitId, score }) => [unitId, score ?? Number.NaN]));
  const wrong = places.filter(
    ({ unit, score }) => scores.has(unit) && !(Math.abs((scores.get(unit) ?? 0) - score) <= 0.02),
  );
  const found = places.filter(({ unit }) => scores.has(unit)).length;
  if (wrong.length > 0 || found !== UNITS)
    throw new Error(`${wrong.length} of ${found} places differ, e.g. ${JSON.stringify(wrong[0])}`);
}
