import { type Day, dayOf } from "../clock";
import { pool } from "../db";
import type { JournalEvent, Span } from "./queries";

/** What is read of an event that stands in the story of its task. */
export type Told = Pick<
  JournalEvent,
  "day" | "actor" | "kind" | "subjectId" | "taskId" | "changes" | "reason"
>;

/** `kinds`: patterns of LIKE. `taskIds` null: whatever task it is. */
export type StoryWish = Span & { kinds: readonly string[]; taskIds: readonly number[] | null };

type Row = {
  taskId: number;
  told: [
    ...[kinds: string[], subjectIds: Told["subjectId"][], actors: string[], days: number[]],
    ...[changes: Told["changes"][], reasons: Told["reason"][] | null],
  ];
};

const SPAN = `e.seq > $1 AND e.seq <= $2 AND e.at >= $3 AND e.kind LIKE ANY($4::text[])`;

/** What a round asked of many tasks at once stands in one row; here it is told of each, as if it had a row of its own. */
const owing = (mine: string) => `SELECT i.id::int, e.seq, e.kind, i.id::int, e.actor, e.at,
    jsonb_build_object('reportDueDay', jsonb_build_array(g->0, g->1)), e.reason
  FROM "Event" e, jsonb_array_elements(e.changes->'owing'->1) g, jsonb_array_elements_text(g->2) i(id)
  WHERE e."subjectType" = 'owing' AND ${SPAN} ${mine && `AND i.id::int ${mine}`}`;

// One value a task, with one list a field: the driver's price is by the value, and a stretch may hold a million of them.
const statement = (
  mine: string,
) => `SELECT "taskId", json_build_array(json_agg(kind), json_agg("subjectId"), json_agg(actor),
    json_agg(floor((date_part('epoch', at) + 28800) / 86400)::int), json_agg(changes),
    CASE WHEN bool_or(reason IS NOT NULL) THEN json_agg(reason) END) AS told
  FROM (SELECT e."taskId", e.seq, e.kind, e."subjectId", e.actor, e.at, e.changes, e.reason FROM "Event" e
      WHERE e."taskId" IS NOT NULL AND ${SPAN} ${mine && `AND e."taskId" ${mine}`}
    UNION ALL ${owing(mine)} ORDER BY "taskId", seq) told GROUP BY "taskId"`;
const OF_ALL = statement("");
const OF_THESE = statement("= ANY($5::int[])");

/** What happened to each task, in the order of the journal. The caller asks who may see it. */
export async function readStories({ kinds, taskIds, ...span }: StoryWish): Promise<Map<number, Told[]>> {
  const { afterSeq, untilSeq, notBefore } = span;
  const values = [
    ...[afterSeq, untilSeq ?? Number.MAX_SAFE_INTEGER, notBefore ?? new Date(0), [...kinds]],
    ...(taskIds === null ? [] : [[...taskIds]]),
  ];
  // Without a name: the best plan for a week and for all years is not the same.
  const { rows } = await pool().query<Row>(taskIds === null ? OF_ALL : OF_THESE, values);
  return new Map(rows.map((row) => [row.taskId, tell(row)]));
}

function tell({ taskId, told: [kinds, subjectIds, actors, days, changes, reasons] }: Row): Told[] {
  return kinds.map((kind, at) => ({
    taskId,
    kind,
    subjectId: subjectIds[at] ?? null,
    actor: actors[at] ?? "",
    day: dayNumbered(days[at] ?? 0),
    changes: changes[at] ?? {},
    reason: reasons?.[at] ?? null,
  }));
}

const DAY_MS = 86_400_000;
const named = new Map<number, Day>();

/** The n-th day after 1 January 1970; a journal of ten years knows less than four thousand of them. */
function dayNumbered(n: number): Day {
  const day = named.get(n) ?? dayOf(new Date(n * DAY_MS));
  named.set(n, day);
  return day;
}
