import { demand } from "../auth/demand";
import { type Actor, maySee } from "../auth/permissions";
import { getVisibleBoard, readFrame } from "../board/queries";
import {
  type BoardPost,
  type BoardSection,
  type BoardTask,
  type BoardUnit,
  type BoardWire,
  toColumns,
  toRow,
} from "../board/rules";
import { addDays, type Day } from "../calendar/rules";
import { today } from "../clock";
import { pool } from "../db";
import { journalHead, listTaskEvents, seqBefore } from "../events/queries";
import { taskAfter } from "./gone-rules";
import { asOf } from "./standing-queries";

/** `day`: the day at whose end the board stood so. */
export type PastBoard = BoardWire & { day: Day };
type Frame = Pick<BoardWire, "plan" | "sections" | "units" | "posts">;

/**
 * The board at the end of a day: tasks as the journal replays them, units and sections by their names of then, posts with their holders of then.
 * What this person may not see today is left out. A day to come is today. @throws Forbidden
 */
export async function getPastBoard(actor: Actor, wanted: Day): Promise<PastBoard> {
  demand(actor, "board.see");
  const day = wanted < today() ? wanted : today();
  const seq = day < today() ? await seqBefore(addDays(day, 1)) : await journalHead();
  const [board, { json }, names] = await Promise.all([
    getVisibleBoard(actor),
    readFrame(day),
    readFormerNames(seq),
  ]);
  const frame = JSON.parse(`{${json}}`) as Frame;
  const rows = new Map(board.tasks.map((task) => [task.id, task]));
  const standing = await asOf(rows, seq);
  const tasks = standing.map((past) => ({ ...(rows.get(past.id) as BoardTask), ...past }));
  const gone = await readGone(actor, frame.plan?.id ?? 0, seq);
  const columns = toColumns([...tasks, ...gone].map(toRow));
  return { seq, day, ...renamed(frame, names), columns };
}

/** Tasks that are no more, as they stood. */
async function readGone(actor: Actor, planId: number, seq: number): Promise<BoardTask[]> {
  const { rows } = await pool().query<{ taskId: number }>({
    name: "gone tasks",
    text: `SELECT e."taskId" FROM "Event" e WHERE e."subjectType" = 'task' AND e.kind = 'task.add' AND e.seq <= $1
      AND e.changes->'planId'->>1 = $2 AND NOT EXISTS (SELECT 1 FROM "Task" t WHERE t.id = e."taskId")`,
    values: [seq, String(planId)],
  });
  const ids = rows.map(({ taskId }) => taskId);
  if (ids.length === 0) return [];
  const events = await listTaskEvents(ids, { afterSeq: 0, untilSeq: seq });
  return ids.flatMap((id) => {
    const task = taskAfter(
      id,
      events.filter(({ taskId }) => taskId === id),
    );
    return task && maySee(actor, task) ? [task] : [];
  });
}

/** What was renamed after a position of the journal, by "unit 7 name", with what it was called before. */
async function readFormerNames(seq: number): Promise<Map<string, string>> {
  const { rows } = await pool().query<{ key: string; former: string }>({
    name: "former names",
    text: `SELECT DISTINCT ON (key) key, former FROM (
        SELECT e.seq, e."subjectType" || ' ' || e."subjectId" || ' ' || c.key AS key, c.value->>0 AS former
        FROM "Event" e, jsonb_each(e.changes) c
        WHERE e."subjectType" IN ('unit', 'post', 'section') AND e.seq > $1
          AND c.key IN ('name', 'shortName', 'code', 'clause', 'title')) told
      WHERE former IS NOT NULL ORDER BY key, seq`,
    values: [seq],
  });
  return new Map(rows.map(({ key, former }) => [key, former]));
}

function renamed({ plan, sections, units, posts }: Frame, former: ReadonlyMap<string, string>): Frame {
  const was = (type: string, id: number, field: string, now: string) =>
    former.get(`${type} ${id} ${field}`) ?? now;
  return {
    plan,
    sections: sections.map(
      ([id, parentId, code, clause, title]): BoardSection => [
        ...([id, parentId, was("section", id, "code", code)] as const),
        ...([was("section", id, "clause", clause), was("section", id, "title", title)] as const),
      ],
    ),
    units: units.map(
      ([id, parentId, kind, name, shortName]): BoardUnit => [
        ...([id, parentId, kind] as const),
        ...([was("unit", id, "name", name), was("unit", id, "shortName", shortName)] as const),
      ],
    ),
    posts: posts.map(
      ([id, unitId, name, isHead, holders]): BoardPost => [
        ...([id, unitId, was("post", id, "name", name), isHead, holders] as const),
      ],
    ),
  };
}
