import { type Actor, visibleTo } from "../auth/permissions";
import { BOARD_COLUMNS } from "../board/columns";
import type { BoardTask } from "../board/rules";
import { pool, prisma } from "../db";
import { type JournalEvent, listTaskEvents } from "../events/queries";
import { standingAfter } from "./past-rules";
import type { StandingTask } from "./review-rules";

export type TaskRows = Map<number, StandingTask & { supportUnitIds: number[] }>;

/** The tasks of the plan that this person may see, as they stand now. */
export async function readTasks(actor: Actor, planId: number): Promise<TaskRows> {
  const seen = await prisma().task.findMany({
    where: { AND: [visibleTo(actor), { planId }] },
    orderBy: [{ section: { order: "asc" } }, { rank: "asc" }],
    select: { id: true },
  });
  const { rows } = await pool().query<BoardTask>(
    `SELECT ${BOARD_COLUMNS} FROM "Task" t WHERE t.id = ANY($1::int[])`,
    [seen.map(({ id }) => id)],
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return new Map(seen.flatMap(({ id }) => (byId.has(id) ? [[id, byId.get(id) as BoardTask]] : [])));
}

/** The same tasks at a position of the journal: those that changed later are replayed, those added later are left out. */
export async function asOf(rows: TaskRows, seq: number): Promise<StandingTask[]> {
  const later = await listTaskEvents([...rows.keys()], { afterSeq: seq, untilSeq: null });
  const touched = [...new Set(later.map(({ taskId }) => taskId as number))];
  const added = new Set(later.filter(({ kind }) => kind === "task.add").map(({ taskId }) => taskId));
  const history = groupByTask(await listTaskEvents(touched, { afterSeq: 0, untilSeq: seq }));
  return [...rows.values()].flatMap((row) => {
    if (added.has(row.id)) return [];
    const past = standingAfter(history.get(row.id) ?? []);
    return [past === null ? row : { ...row, ...past }];
  });
}

function groupByTask(events: readonly JournalEvent[]): Map<number, JournalEvent[]> {
  const groups = new Map<number, JournalEvent[]>();
  for (const event of events) {
    const group = groups.get(event.taskId ?? 0);
    if (group) group.push(event);
    else groups.set(event.taskId ?? 0, [event]);
  }
  return groups;
}

export type Names = { post: (id: number | null) => string; unit: (id: number | null) => string };

/** Posts with those who held them that day, and units by their short names. */
export async function readNames(day: string): Promise<Names> {
  const [posts, units] = await Promise.all([
    prisma().post.findMany({
      select: {
        id: true,
        name: true,
        holdings: {
          where: { fromDay: { lte: day }, OR: [{ toDay: null }, { toDay: { gte: day } }] },
          orderBy: { fromDay: "asc" },
          select: { person: { select: { name: true } } },
        },
      },
    }),
    prisma().unit.findMany({ select: { id: true, shortName: true } }),
  ]);
  const postNames = new Map(
    posts.map(({ id, name, holdings }) => [
      id,
      [holdings.map(({ person }) => person.name).join("、"), name].filter(Boolean).join(" · "),
    ]),
  );
  const unitNames = new Map(units.map(({ id, shortName }) => [id, shortName]));
  return { post: (id) => postNames.get(id ?? 0) ?? "", unit: (id) => unitNames.get(id ?? 0) ?? "" };
}
