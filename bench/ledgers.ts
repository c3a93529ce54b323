import { SYSTEM } from "@/lib/auth/system";
import { withClock } from "@/lib/clock";
import { disconnect } from "@/lib/db";
import { getFigures } from "@/lib/ledgers/queries";
import type { Product } from "../e2e/harness";
import { cpuOf } from "./measure/cpu";
import type { Figure } from "./measure/figures";
import { ENTRIES, FIGURES, FILL, LIST } from "./measure/ledger-statement";
import { withDb } from "./measure/people";

const TIMES = 40;
const TODAY = "2024-09-30";
const WHAT = `ledger of ${ENTRIES} entries`;

/** A large ledger: processor time of the product and its database, against the one best statement for the same. */
export async function ledgers(product: Product, headers: Record<string, string>): Promise<Figure[]> {
  const ledgerId = await fill(product.databaseUrl);
  const [figures, list] = [await ofFigures(product, ledgerId), await ofList(product, headers, ledgerId)];
  const [best, plain] = await floors(product.databaseUrl, ledgerId);
  requireSame(figures.said, best.rows);
  const unit = "ms cpu";
  return [
    { what: `${WHAT}: all figures`, value: figures.cpu, floor: best.cpu, unit, aim: "≤ 2 ×" },
    { what: `${WHAT}: list, masked`, value: list.cpu, floor: plain.cpu, unit, aim: "≤ 2 ×" },
    { what: `${WHAT}: bytes`, value: list.bytes / 1000, floor: null, unit: "kB, not compressed", aim: "" },
  ];
}

async function fill(databaseUrl: string): Promise<number> {
  return withDb(databaseUrl, async (db) => {
    const { rows } = await db.query<{ ledgerId: number }>(FILL);
    await db.query("ANALYZE");
    return rows[0]?.ledgerId ?? 0;
  });
}

async function backendsOf(databaseUrl: string): Promise<number[]> {
  return withDb(databaseUrl, async (db) => {
    const text = "SELECT pid FROM pg_stat_activity WHERE application_name = 'guatu'";
    return (await db.query<{ pid: number }>(text)).rows.map(({ pid }) => pid);
  });
}

/** Milliseconds of these processes for one `call`, after some to warm up. */
async function spent(pids: () => Promise<number[]>, call: () => Promise<unknown>): Promise<number> {
  for (let n = 0; n < 10; n++) await call();
  const watched = await pids();
  const before = watched.map(cpuIfAlive);
  for (let n = 0; n < TIMES; n++) await call();
  const used = watched.map((pid, at) => Math.max(0, cpuIfAlive(pid) - (before[at] ?? 0)));
  return used.reduce((sum, one) => sum + one, 0) / TIMES;
}

/** The pool closes connections that nobody needs. */
function cpuIfAlive(pid: number): number {
  try {
    return cpuOf(pid);
  } catch {
    return 0;
  }
}

type Said = { count: number; writtenOff: number; due: number; inOrder: number; weight: number };

// The figures are not asked for by an address of their own, so the product's query runs here.
async function ofFigures(product: Product, ledgerId: number): Promise<{ cpu: number; said: Said }> {
  Object.assign(process.env, { DATABASE_URL: product.databaseUrl, NEXTAUTH_SECRET: "x".repeat(32) });
  const ask = () =>
    withClock(new Date(`${TODAY}T10:00:00+08:00`), async () => (await getFigures(SYSTEM, ledgerId)).figures);
  const cpu = await spent(async () => [process.pid, ...(await backendsOf(product.databaseUrl))], ask);
  const { count, writtenOff, due, weight, rates } = await ask();
  const inOrder = rates.find(({ key }) => key === "inOrder")?.done ?? 0;
  await disconnect();
  return { cpu, said: { count, writtenOff, due, inOrder, weight } };
}

async function ofList(product: Product, headers: Record<string, string>, ledgerId: number) {
  const open = async () => (await fetch(`${product.url}/api/ledgers/${ledgerId}`, { headers })).text();
  const cpu = await spent(async () => [product.pid, ...(await backendsOf(product.databaseUrl))], open);
  return { cpu, bytes: Buffer.byteLength(await open()) };
}

type Row = { kind: number; n: number; off: number; due: number; whole: number; weight: number };

async function floors(databaseUrl: string, ledgerId: number) {
  return withDb(databaseUrl, async (db) => {
    await db.query("SET jit = off; SET max_parallel_workers_per_gather = 0");
    const { rows: own } = await db.query<{ pid: number }>("SELECT pg_backend_pid() AS pid");
    const pids = async () => [own[0]?.pid ?? 0];
    const figures = () => db.query<Row>({ name: "figures", text: FIGURES, values: [ledgerId, TODAY] });
    const list = () => db.query({ name: "list", text: LIST, values: [ledgerId] });
    const best = { cpu: await spent(pids, figures), rows: (await figures()).rows };
    return [best, { cpu: await spent(pids, list) }] as const;
  });
}

/** A comparison of unlike figures would be none. */
function requireSame(said: Said, rows: readonly Row[]): void {
  const all = rows.find(({ kind }) => kind === 3);
  const heard = {
    count: all?.n,
    writtenOff: all?.off,
    due: all?.due,
    inOrder: all?.whole,
    weight: all?.weight,
  };
  if (JSON.stringify(said) !== JSON.stringify(heard))
    throw new Error(`${JSON.stringify(said)} is not ${JSON.stringify(heard)}`);
}
