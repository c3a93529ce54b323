import { type Actor, maySee } from "../auth/permissions";
import { BOARD_COLUMNS } from "../board/columns";
import { pool, prisma } from "../db";
import { readStories, type Told } from "../events/story-queries";
import { standingAfter } from "./past-rules";
import type { StandingTask } from "./review-rules";

export type TaskRows = Map<number, StandingTask & { supportUnitIds: number[] }>;
type Row = StandingTask & { supportUnitIds: number[] };

/** The tasks of the plan that this person may see, as they stand now. */
export async function readTasks(actor: Actor, planId: number): Promise<TaskRows> {
  const { rows } = await pool().query<Row>({
    name: "tasks of a plan",
    text: `SELECT ${BOARD_COLUMNS} FROM "Task" t JOIN "Section" s ON s.id = t."sectionId"
      WHERE t."planId" = $1 ORDER BY s."order", t.rank`,
    values: [planId],
  });
  return new Map(rows.flatMap((row) => (maySee(actor, row) ? [[row.id, row]] : [])));
}

/** What a task's standing is made of. */
const TOLD = ["task.%", "light.%", "checkIn.add"];

/** The same tasks at a position of the journal: those that changed later are replayed, those added later are left out. */
export async function asOf(rows: TaskRows, seq: number): Promise<StandingTask[]> {
  const later = await readLater(seq);
  const touched = [...later.keys()].filter((id) => rows.has(id) && !later.get(id));
  const past = touched.length > 0 ? await readUntil(seq, touched) : new Map<number, Told[]>();
  return [...rows.values()].flatMap((row) => {
    if (later.get(row.id)) return [];
    const then = standingAfter(past.get(row.id) ?? []);
    return [then === null ? row : { ...row, ...then }];
  });
}

function readUntil(seq: number, taskIds: number[]): Promise<Map<number, Told[]>> {
  return readStories({ kinds: TOLD, taskIds, afterSeq: 0, untilSeq: seq });
}

/** The tasks that something happened to after this number, and whether they were added then. */
async function readLater(seq: number): Promise<Map<number, boolean>> {
  const { rows } = await pool().query<{ taskId: number; added: boolean }>({
    name: "later than",
    text: `SELECT "taskId", bool_or(kind = 'task.add') AS added FROM "Event" WHERE "taskId" IS NOT NULL AND seq > $1 GROUP BY 1
      UNION ALL SELECT DISTINCT i.id::int, false FROM "Event" e, jsonb_array_elements(e.changes->'owing'->1) g, jsonb_array_elements_text(g->2) i(id)
        WHERE e."subjectType" = 'owing' AND e.seq > $1`,
    values: [seq],
  });
  const added = new Set(rows.filter((row) => row.added).map(({ taskId }) => taskId));
  return new Map(rows.map(({ taskId }) => [taskId, added.has(taskId)]));
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
