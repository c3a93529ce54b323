import { chromium } from "@playwright/test";
import { type Matrix, readMatrix } from "@/lib/coverage/matrix-rules";
import { tally } from "@/lib/coverage/rules";
import type { Product } from "../e2e/harness";
import { CHROMIUM_FLAGS, findChromium } from "../scripts/steps/chromium.mjs";
import { COVERAGE, FILL } from "./measure/coverage-statement";
import { cpuOf } from "./measure/cpu";
import { firstPaint, signedIn } from "./measure/desk";
import type { Figure } from "./measure/figures";
import { signIn, withDb } from "./measure/people";

const TIMES = 60;
const WHAT = "matrix of 2,000 × 12 with 50,000 visits";

/** A whole matrix: processor time of the server and its database, with the rules that finish it, against the one best statement. */
export async function coverage(product: Product, headers: Record<string, string>): Promise<Figure[]> {
  const dutyId = await fill(product.databaseUrl);
  const own = await ours(product, headers, dutyId);
  const floor = await statement(product.databaseUrl, dutyId);
  requireSame(own.matrix, floor.rows);
  return [
    { what: `${WHAT}: server`, value: own.server, floor: floor.cpu, unit: "ms cpu", aim: "≤ 2 ×" },
    {
      what: `${WHAT}: server and totals`,
      value: own.server + own.rules,
      floor: floor.cpu,
      unit: "ms cpu",
      aim: "≤ 2 ×",
    },
    { what: `${WHAT}: bytes`, value: own.bytes / 1000, floor: null, unit: "kB, not compressed", aim: "" },
    ...(await paint(product, dutyId)),
  ];
}

async function fill(databaseUrl: string): Promise<number> {
  return withDb(databaseUrl, async (db) => {
    const { rows } = await db.query<{ dutyId: number }>(FILL);
    await db.query("ANALYZE");
    return rows[0]?.dutyId ?? 0;
  });
}

async function ours(product: Product, headers: Record<string, string>, dutyId: number) {
  const open = async () =>
    (await fetch(`${product.url}/api/coverage/${dutyId}?year=2024`, { headers })).text();
  for (let n = 0; n < 10; n++) await open();
  const backends = await backendsOf(product.databaseUrl);
  const used = () => [product.pid, ...backends].reduce((sum, pid) => sum + cpuOf(pid), 0);
  const before = used();
  for (let n = 0; n < TIMES; n++) await open();
  const server = (used() - before) / TIMES;
  const text = await open();
  const mine = process.cpuUsage();
  for (let n = 0; n < TIMES; n++) total(readMatrix(text));
  const { user, system } = process.cpuUsage(mine);
  const rules = (user + system) / 1000 / TIMES;
  return { server, rules, matrix: readMatrix(text), bytes: Buffer.byteLength(text) };
}

const total = (matrix: Matrix) => tally({ ...matrix, times: matrix.duty.times }, matrix.today);

async function backendsOf(databaseUrl: string): Promise<number[]> {
  return withDb(databaseUrl, async (db) => {
    const { rows } = await db.query<{ pid: number }>(
      "SELECT pid FROM pg_stat_activity WHERE application_name = 'guatu'",
    );
    return rows.map(({ pid }) => pid);
  });
}

type Row = {
  id: number | null;
  place: number | null;
  visits: number;
  owed: number;
  met: number;
  missed: number;
};

async function statement(databaseUrl: string, dutyId: number): Promise<{ cpu: number; rows: Row[] }> {
  return withDb(databaseUrl, async (db) => {
    await db.query("SET jit = off; SET max_parallel_workers_per_gather = 0");
    const { rows: own } = await db.query<{ pid: number }>("SELECT pg_backend_pid() AS pid");
    const pid = own[0]?.pid ?? 0;
    const ask = () =>
      db.query<Row>({ name: "coverage", text: COVERAGE, values: [dutyId, "2024-09-30", 2024] });
    for (let n = 0; n < 10; n++) await ask();
    const before = cpuOf(pid);
    for (let n = 0; n < TIMES; n++) await ask();
    return { cpu: (cpuOf(pid) - before) / TIMES, rows: (await ask()).rows };
  });
}

/** A comparison of unlike figures would be none. */
function requireSame(matrix: Matrix, rows: readonly Row[]): void {
  const { rows: sums, columns, all } = total(matrix);
  const at = new Map(matrix.objects.map(({ id }, place) => [id, place]));
  for (const { id, place, ...theirs } of rows) {
    if (id !== null && place !== null) continue;
    const mine = id !== null ? sums[at.get(id) ?? -1] : place !== null ? columns[place - 1] : all;
    const { visits, owed, met, missed } = mine ?? all;
    const said = JSON.stringify({ visits, owed, met, missed });
    const { visits: v, owed: o, met: m, missed: x } = theirs;
    const heard = JSON.stringify({ visits: v, owed: o, met: m, missed: x });
    if (said !== heard) throw new Error(`object ${id}, period ${place}: ${said} is not ${heard}`);
  }
}

async function paint(product: Product, dutyId: number): Promise<Figure[]> {
  const opened = await chromium.launch({ executablePath: findChromium() ?? undefined, args: CHROMIUM_FLAGS });
  try {
    const page = await signedIn(opened, product, await signIn(product.url, "b1x"));
    const bare = await firstPaint(page, `${product.url}/settings`, "h1");
    const route = `${product.url}/coverage/${dutyId}`;
    const cold = await firstPaint(page, route, "[data-cell]");
    const again = await firstPaint(page, route, "[data-cell]");
    const aim = { floor: bare, unit: "ms" };
    return [
      { what: `${WHAT}: painted, cold`, value: cold, ...aim, aim: "≤ 1,500 ms" },
      { what: `${WHAT}: painted again`, value: again, ...aim, aim: "≤ 800 ms" },
    ];
  } finally {
    await opened.close();
  }
}
