import { BOARD_COLUMNS } from "@/lib/board/columns";
import type { BoardTask, BoardUnit } from "@/lib/board/rules";
import { calendarOf } from "@/lib/calendar/rules";
import { type Dashboard, dashboardOf, type Frame, type Tally } from "@/lib/dashboard/rules";
import { DEFAULT_REPORTING } from "@/lib/lights/planned";
import type { Product } from "../e2e/harness";
import { cpuOf } from "./measure/cpu";
import { DASHBOARD } from "./measure/dashboard-statement";
import type { Figure } from "./measure/figures";
import { emptyTasks, fill } from "./measure/fill";
import { withDb } from "./measure/people";

const TASKS = 10_000;
const TIMES = 20;
const TODAY = "2024-09-30";

/** All figures of the overview, lights among them, against the one statement that counts the same but no lights. @throws when they differ */
export async function dashboard(product: Product): Promise<Figure[]> {
  await emptyTasks(product.databaseUrl);
  await fill(product.databaseUrl, TASKS);
  const own = await ours(product.databaseUrl);
  const theirs = await statement(product.databaseUrl);
  requireSame(own.board, theirs.rows);
  const what = `overview of ${TASKS} tasks by section, unit and sponsor`;
  return [{ what, value: own.cpu, floor: theirs.cpu, unit: "ms cpu", aim: "≤ 2 ×" }];
}

async function ours(databaseUrl: string) {
  const { frame, calendar } = await withDb(databaseUrl, async (db) => {
    const tasks = await db.query<BoardTask>(
      `SELECT ${BOARD_COLUMNS} FROM "Task" t WHERE t."planId" = (SELECT id FROM "Plan" ORDER BY year DESC LIMIT 1) ORDER BY t.rank`,
    );
    const rows = async <T>(sql: string) => (await db.query<{ row: T }>(sql)).rows.map(({ row }) => row);
    const days = await db.query<{ day: string; working: boolean }>(`SELECT day, working FROM "CalendarDay"`);
    // The bare statement knows no light that a person set and no proof: neither does this comparison.
    const plain = tasks.rows.map((task) => ({ ...task, proof: null, override: null, reportDueDay: null }));
    const frame: Frame = {
      tasks: JSON.parse(JSON.stringify(plain)) as BoardTask[],
      sections: await rows(
        `SELECT json_build_array(id, "parentId", code, clause, title) AS row FROM "Section"`,
      ),
      units: await rows<BoardUnit>(
        `SELECT json_build_array(id, "parentId", kind, name, "shortName") AS row FROM "Unit"`,
      ),
      posts: await rows(`SELECT json_build_array(id, "unitId", name, 0, '') AS row FROM "Post"`),
    };
    return { frame, calendar: calendarOf(days.rows, "2024-12-31") };
  });
  // A setting of its own each time: what was counted once is not counted again for the same setting.
  const run = () => dashboardOf(frame, { today: TODAY, calendar, reporting: DEFAULT_REPORTING });
  for (let n = 0; n < 5; n++) run();
  const before = process.cpuUsage();
  for (let n = 0; n < TIMES; n++) run();
  const used = process.cpuUsage(before);
  return { board: run(), cpu: (used.user + used.system) / 1000 / TIMES };
}

type Told = Tally["counts"] & { by: string | null; id: number; closed: number; progress: number | null };

async function statement(databaseUrl: string) {
  return withDb(databaseUrl, async (db) => {
    await db.query("SET jit = off; SET max_parallel_workers_per_gather = 0");
    const { rows: own } = await db.query<{ pid: number }>("SELECT pg_backend_pid() AS pid");
    const pid = own[0]?.pid ?? 0;
    const ask = () => db.query<Told>({ name: "overview", text: DASHBOARD, values: [TODAY] });
    for (let n = 0; n < 5; n++) await ask();
    const before = cpuOf(pid);
    for (let n = 0; n < TIMES; n++) await ask();
    const cpu = (cpuOf(pid) - before) / TIMES;
    return { cpu, rows: (await ask()).rows };
  });
}

/** A comparison of unlike figures would be none. */
function requireSame({ sections, units, sponsors, ...whole }: Dashboard, rows: readonly Told[]): void {
  const lines = { sections, units, sponsors };
  const flat = ({ counts, closed, progress }: Tally) => ({ ...counts, closed, progress });
  const own = new Map<string, ReturnType<typeof flat>>([["null 0", flat(whole)]]);
  for (const [by, list] of Object.entries(lines))
    for (const row of list) own.set(`${by} ${row.id}`, flat(row));
  if (own.size !== rows.length) throw new Error(`${own.size} lines are not ${rows.length}`);
  for (const { by, id, ...told } of rows) {
    const mine: Record<string, unknown> = own.get(`${by} ${id}`) ?? {};
    for (const [key, value] of Object.entries(told)) {
      if (mine[key] !== value) throw new Error(`${by} ${id} ${key}: ${String(mine[key])} is not ${value}`);
    }
  }
}
