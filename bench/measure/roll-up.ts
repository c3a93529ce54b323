import type { Section } from "@/components/data/board-view";
import { planSections } from "@/components/plan/plan-rules";
import { BOARD_COLUMNS } from "@/lib/board/columns";
import type { BoardTask } from "@/lib/board/rules";
import { addDays, addWorkingDays, type Calendar, calendarOf } from "@/lib/calendar/rules";
import { DEFAULT_REPORTING } from "@/lib/lights/planned";
import { dueSoonFrom, type Setting } from "@/lib/lights/rules";
import { type RollUp, rollUp } from "@/lib/lights/summary";
import { cpuOf } from "./cpu";
import { withDb } from "./people";
import { ROLL_UP } from "./roll-up-statement";

const TODAY = "2024-09-30";

/** Milliseconds of processor time for the figures of every section and the whole plan: ours, and the one best statement's. @throws when they differ */
export async function measureRollUp(
  databaseUrl: string,
  times: number,
): Promise<{ own: number; statement: number }> {
  const own = await ours(databaseUrl, times);
  const theirs = await statement(databaseUrl, own.setting, times);
  requireSame(own.figures, theirs.figures);
  return { own: own.cpu, statement: theirs.cpu };
}

type Told = Pick<RollUp, "tasks" | "progress" | "planned" | "lights" | "unreported" | "owing">;
type Figures = Map<number | null, Told>;

async function ours(databaseUrl: string, times: number) {
  const { tasks, sections, calendar } = await withDb(databaseUrl, async (db) => {
    const found = await db.query<BoardTask>(
      `SELECT ${BOARD_COLUMNS} FROM "Task" t WHERE t."planId" = (SELECT id FROM "Plan" ORDER BY year DESC LIMIT 1) ORDER BY t.rank`,
    );
    const parts = await db.query<Section>(
      `SELECT id, "parentId", code, clause, title FROM "Section" ORDER BY "order", id`,
    );
    const days = await db.query<{ day: string; working: boolean }>(`SELECT day, working FROM "CalendarDay"`);
    // The bare statement knows no light that a person set and no proof: neither does this comparison.
    const plain = found.rows.map((task) => ({ ...task, proof: null, override: null, submittedDay: null }));
    return { tasks: plain, sections: parts.rows, calendar: calendarOf(days.rows, "2024-12-31") };
  });
  const setting: Setting = { today: TODAY, calendar, reporting: DEFAULT_REPORTING };
  // A setting of its own each time: what was counted once is not counted again for the same setting.
  const run = () => figuresOf(sections, tasks, { ...setting });
  for (let n = 0; n < 5; n++) run();
  const before = process.cpuUsage();
  for (let n = 0; n < times; n++) run();
  const used = process.cpuUsage(before);
  return { setting, figures: run(), cpu: (used.user + used.system) / 1000 / times };
}

function figuresOf(sections: Section[], tasks: BoardTask[], setting: Setting): Figures {
  const rows = planSections(sections, tasks, setting);
  return new Map<number | null, Told>([
    [null, rollUp(tasks, setting)],
    ...rows.filter((row) => row.rollUp.tasks > 0).map((row) => [row.section.id, row.rollUp] as const),
  ]);
}

async function statement(databaseUrl: string, setting: Setting, times: number) {
  const values = [setting.today, lastGrace(setting.calendar), lastDueSoon(setting.calendar)];
  return withDb(databaseUrl, async (db) => {
    await db.query("SET jit = off; SET max_parallel_workers_per_gather = 0");
    const { rows: own } = await db.query<{ pid: number }>("SELECT pg_backend_pid() AS pid");
    const ask = () => db.query({ name: "rollup", text: ROLL_UP, values });
    for (let n = 0; n < 5; n++) await ask();
    const before = cpuOf(own[0]?.pid ?? 0);
    for (let n = 0; n < times; n++) await ask();
    const cpu = (cpuOf(own[0]?.pid ?? 0) - before) / times;
    const { rows } = await ask();
    const told = rows.map(({ id, red, yellow, green, grey, ...rest }) => [
      id,
      { ...rest, lights: { red, yellow, green, grey } },
    ]);
    return { cpu, figures: new Map(told as [number | null, Told][]) };
  });
}

/** The last day of which three working days are over. */
function lastGrace(calendar: Calendar): string {
  let day = TODAY;
  while (addWorkingDays(day, 3, calendar) >= TODAY) day = addDays(day, -1);
  return day;
}

function lastDueSoon(calendar: Calendar): string {
  let day = TODAY;
  while (dueSoonFrom(addDays(day, 1), calendar) <= TODAY) day = addDays(day, 1);
  return day;
}

/** A comparison of unlike figures would be none. */
function requireSame(own: Figures, theirs: Figures): void {
  for (const [id, mine] of own) {
    const { tasks, progress, planned, lights, unreported, owing } = mine;
    const said = JSON.stringify({ tasks, progress, planned, unreported, owing, lights: sorted(lights) });
    const other = theirs.get(id);
    const heard = other && JSON.stringify({ ...pick(other), lights: sorted(other.lights) });
    if (said !== heard) throw new Error(`section ${id}: ${said} is not ${heard}`);
  }
  if (own.size !== theirs.size) throw new Error(`${own.size} sections are not ${theirs.size}`);
}

const pick = ({ tasks, progress, planned, unreported, owing }: Told) => ({
  ...{ tasks, progress, planned, unreported, owing },
});
const sorted = ({ red, yellow, green, grey }: Told["lights"]) => [red, yellow, green, grey];
