import { type Actor, maySee, type TaskScope, visibilityKey } from "../auth/permissions";
import { today } from "../clock";
import { pool } from "../db";
import { BOARD_COLUMNS } from "./columns";
import type { BoardPost, BoardSection, BoardSnapshot, BoardTask, BoardUnit, LiveMessage } from "./rules";
import { type BoardRow, fromRow, toRow } from "./rules";
import { bytesOf, noTexts, type Texts } from "./write";

/** The plan's working set, kept in memory and brought up to the journal's head before each answer. */

type Held = { scope: TaskScope; row: BoardRow };
/** Who could see a task before it changed: they alone are told that it is gone. */
type Former = { id: number; until: number; scope: TaskScope };
type Frame = { plan: { id: number; year: number; title: string } | null; json: string };
type WorkingSet = {
  seq: number;
  day: string;
  tasks: Map<number, Held>;
  frame: Frame;
  former: Former[];
  /** Since which number `former` is complete; whoever comes from before it loads the board anew. */
  since: number;
  texts: Texts;
};

const holder = globalThis as unknown as {
  __guatuBoard?: Promise<WorkingSet> | undefined;
  __guatuBoardTurn?: Promise<unknown>;
};
const FORMER_KEPT = 5000;

const CURRENT_PLAN = `(SELECT id FROM "Plan" ORDER BY year DESC LIMIT 1)`;

let underWay: Promise<number> | null = null;
let next: Promise<number> | null = null;

/** The journal's last number. Questions that come while one is under way wait for the next one, all for the same. */
export function headSeq(): Promise<number> {
  if (underWay === null) {
    underWay = askHead().finally(() => {
      underWay = null;
    });
    return underWay;
  }
  const ask = () => {
    next = null;
    return headSeq();
  };
  next ??= underWay.then(ask, ask);
  return next;
}

async function askHead(): Promise<number> {
  const { rows } = await pool().query({
    name: "head",
    text: `SELECT seq::int8 AS seq FROM "JournalHead" WHERE id = 1`,
  });
  return Number(rows[0]?.seq ?? 0);
}

async function readTasks(ids: number[] | null): Promise<BoardTask[]> {
  const where =
    ids === null
      ? `t."planId" = ${CURRENT_PLAN} ORDER BY t.rank`
      : `t."planId" = ${CURRENT_PLAN} AND t.id = ANY($1::int[])`;
  const { rows } = await pool().query<BoardTask>(
    `SELECT ${BOARD_COLUMNS} FROM "Task" t WHERE ${where}`,
    ids === null ? [] : [ids],
  );
  return rows;
}

/** Plan, sections, units and posts as they stand on a day, the posts with who holds them then. */
export async function readFrame(day: string): Promise<Frame> {
  const { rows } = await pool().query(
    `SELECT (SELECT json_build_object('id', id, 'year', year, 'title', title) FROM "Plan" WHERE id = ${CURRENT_PLAN}) AS plan,
      (SELECT json_agg(json_build_array(id, "parentId", code, clause, title) ORDER BY "order", id)
        FROM "Section" WHERE "planId" = ${CURRENT_PLAN}) AS sections,
      (SELECT json_agg(json_build_array(id, "parentId", kind, name, "shortName") ORDER BY "order", id)
        FROM "Unit" WHERE "closedOn" IS NULL OR "closedOn" > $1) AS units,
      (SELECT json_agg(json_build_array(p.id, p."unitId", p.name, CASE WHEN p."isHead" THEN 1 ELSE 0 END,
          coalesce((SELECT string_agg(e.name, '、' ORDER BY h."fromDay", e.id) FROM "Holding" h JOIN "Person" e ON e.id = h."personId"
            WHERE h."postId" = p.id AND h."fromDay" <= $1 AND (h."toDay" IS NULL OR h."toDay" >= $1)), ''))
          ORDER BY u."order", p."unitId", p."order", p.id)
        FROM "Post" p JOIN "Unit" u ON u.id = p."unitId" WHERE p."closedOn" IS NULL OR p."closedOn" > $1) AS posts`,
    [day],
  );
  const { plan, sections, units, posts } = rows[0] as {
    plan: Frame["plan"];
    sections: BoardSection[] | null;
    units: BoardUnit[] | null;
    posts: BoardPost[] | null;
  };
  const json = JSON.stringify({
    plan,
    sections: sections ?? [],
    units: units ?? [],
    posts: posts ?? [],
  }).slice(1, -1);
  return { plan, json };
}

function hold(task: BoardTask): Held {
  const { label, leadUnitId, ownerPostId, sponsorPostId, supportUnitIds } = task;
  return { scope: { label, leadUnitId, ownerPostId, sponsorPostId, supportUnitIds }, row: toRow(task) };
}

async function load(): Promise<WorkingSet> {
  const day = today();
  const seq = await headSeq(); // before the rows: what happens in between is read again, never missed
  const [tasks, frame] = await Promise.all([readTasks(null), readFrame(day)]);
  return {
    seq,
    day,
    tasks: new Map(tasks.map((task) => [task.id, hold(task)])),
    frame,
    former: [],
    since: seq,
    texts: noTexts(),
  };
}

export type Moved = { seq: number; taskIds: number[]; frame: boolean; from: number };
// After these the board and the page around it are asked for anew. Not accounts: somebody signs in every minute, and what an account may see is fixed for as long as its sessions last.
const FRAME_SUBJECTS = ["unit", "post", "person", "holding", "section", "plan", "setting", "calendar"];

/** What the journal says happened after `seq`. */
export async function movedSince(seq: number): Promise<Moved> {
  const { rows } = await pool().query<{ seq: string; ids: number[] | null; frame: boolean | null }>({
    name: "moved",
    text: `SELECT max(seq) AS seq, array_agg(DISTINCT "taskId") FILTER (WHERE "taskId" IS NOT NULL) || ARRAY(
        SELECT DISTINCT id::int FROM "Event" e, jsonb_array_elements(e.changes->'owing'->1) g, jsonb_array_elements_text(g->2) id
        WHERE e."subjectType" = 'owing' AND e.seq > $1) AS ids,
      bool_or("subjectType" = ANY($2::text[])) AS frame FROM "Event" WHERE seq > $1`,
    values: [seq, FRAME_SUBJECTS],
  });
  const found = rows[0];
  return {
    from: seq,
    seq: Number(found?.seq ?? seq) || seq,
    taskIds: found?.ids ?? [],
    frame: found?.frame === true,
  };
}

/** The working set as of the journal's head at the time of the call or later. */
async function current(): Promise<WorkingSet> {
  holder.__guatuBoard ??= load().catch((error) => {
    holder.__guatuBoard = undefined;
    throw error;
  });
  const set = await holder.__guatuBoard;
  if (set.day !== today()) return reload();
  const head = await headSeq();
  if (head <= set.seq) return set;
  // One after the other: two at once could lay an older row over a newer one.
  const before = holder.__guatuBoardTurn ?? Promise.resolve();
  const turn = before.then(() => (head <= set.seq ? set : catchUp(set)));
  holder.__guatuBoardTurn = turn.catch(() => undefined);
  return turn;
}

function reload(): Promise<WorkingSet> {
  holder.__guatuBoard = undefined;
  return current();
}

async function catchUp(set: WorkingSet): Promise<WorkingSet> {
  const moved = await movedSince(set.seq);
  const [rows, frame] = await Promise.all([
    moved.taskIds.length > 0 ? readTasks(moved.taskIds) : [],
    moved.frame ? readFrame(set.day) : set.frame,
  ]);
  const found = new Map(rows.map((task) => [task.id, task]));
  for (const id of moved.taskIds) {
    const task = found.get(id);
    const before = set.tasks.get(id);
    if (before) set.former.push({ id, until: moved.seq, scope: before.scope });
    if (task) set.tasks.set(id, hold(task));
    else set.tasks.delete(id);
  }
  const dropped = set.former.splice(0, Math.max(0, set.former.length - FORMER_KEPT));
  set.since = Math.max(set.since, dropped.at(-1)?.until ?? 0);
  set.frame = frame;
  set.seq = Math.max(set.seq, moved.seq);
  return set;
}

/** The board that `actor` sees, as gzip bytes of a BoardWire, with the journal's number that it stands for. */
export async function getBoardBytes(actor: Actor): Promise<{ seq: number; scope: string; gzip: Buffer }> {
  const set = await current();
  const { seq, frame, texts } = set;
  const scope = visibilityKey(actor);
  const rows = () => rowsFor(set, actor);
  return { seq, scope, gzip: await bytesOf(texts, { scope, seq, frame: frame.json, rows }) };
}

function rowsFor(set: WorkingSet, actor: Actor): BoardRow[] {
  const rows: BoardRow[] = [];
  for (const held of set.tasks.values()) if (maySee(actor, held.scope)) rows.push(held.row);
  return rows;
}

export type VisibleBoard = Pick<BoardSnapshot, "seq" | "plan" | "sections" | "units" | "posts"> & {
  tasks: BoardTask[];
};

/** The same board for pages that the server counts: titles of sensitive tasks stay masked. */
export async function getVisibleBoard(actor: Actor): Promise<VisibleBoard> {
  const set = await current();
  const frame = JSON.parse(`{${set.frame.json}}`) as Pick<
    BoardSnapshot,
    "plan" | "sections" | "units" | "posts"
  >;
  return { ...frame, seq: set.seq, tasks: rowsFor(set, actor).map(fromRow) };
}

/** Brings the working set up to the journal, so that what changes from now on has a before. */
export async function keepUp(): Promise<void> {
  await current();
}

/** What changed for `actor` since `moved.from`, from the working set as `keepUp` left it: null when nothing that this person may know of, "reset" when the board had better be loaded anew. */
export async function getChanges(actor: Actor, moved: Moved): Promise<LiveMessage | "reset" | null> {
  const set = await (holder.__guatuBoard ?? current());
  if (moved.frame || moved.from < set.since) return "reset";
  const tasks: BoardRow[] = [];
  const gone: number[] = [];
  const saw = (id: number) =>
    set.former.some((one) => one.id === id && one.until > moved.from && maySee(actor, one.scope));
  for (const id of moved.taskIds) {
    const held = set.tasks.get(id);
    if (held && maySee(actor, held.scope)) tasks.push(held.row);
    else if (saw(id)) gone.push(id);
  }
  return tasks.length + gone.length > 0 ? { seq: moved.seq, tasks, gone } : null;
}
