import { addDays } from "../calendar/rules";
import type { Stage } from "../ledgers/rules";
import type { CoursePart } from "../lights/planned";
import type { Part } from "../standings/rules";
import { type Ask, type Owner, ownersOf, type Question } from "./owner-queries";
import { NOTHING, SOURCES, type Sum } from "./rules";
import {
  type EntryGroup,
  entryValue,
  type Item,
  itemsOf,
  type StageOrder,
  sightFor,
  sumOf,
  type WorkTask,
} from "./work-rules";

/** Reads what the members did: one statement for all tasks and one for all entries, whoever looks. */

/** For each member, metric by metric. */
export type Sums = Map<number, Sum[]>;
export type Items = Map<number, Item[][]>;

const sparedOf = ({ spared }: Question, type: string) =>
  new Map(spared.filter((one) => one.subjectType === type).map((one) => [one.subjectId, one.memberId]));

// One column of JSON instead of a dozen: unpacking ten thousand rows of columns costs more than everything else together.
const TASKS = `SELECT coalesce(json_agg(json_build_array(t.id, CASE WHEN $1 = 'posts' THEN t."ownerPostId" ELSE t."leadUnitId" END,
    t.status, t."startDay", coalesce(x."grantedDay", t."originalDueDay"), t.weight, coalesce(s.progress, t.progress), t."statusSince",
    floor(extract(epoch FROM t."startedAt") / 86400 + 1 / 3.0), floor(extract(epoch FROM t."submittedAt") / 86400 + 1 / 3.0),
    coalesce(c.months, ''), s.parts)), '[]')::text AS tasks
  FROM "Task" t
  LEFT JOIN "Standing" s ON s."taskId" = t.id
  LEFT JOIN (SELECT "taskId", string_agg(DISTINCT substr(day, 1, 7), ' ') AS months FROM "CheckIn"
    WHERE "supportUnitId" IS NULL AND day BETWEEN $2 AND $3 AND substr(day, 9, 2) <= $4 GROUP BY 1) c ON c."taskId" = t.id
  LEFT JOIN (SELECT DISTINCT ON ("taskId") "taskId", "grantedDay" FROM "Extension"
    WHERE status = 'granted' AND exempt ORDER BY "taskId", id DESC) x ON x."taskId" = t.id
  WHERE t."planId" = (SELECT id FROM "Plan" ORDER BY year DESC LIMIT 1) AND t.status NOT IN ('draft', 'suspended', 'terminated')`;

type TaskRow = [
  ...[number, number | null, WorkTask["status"], string, string, number, number | null, string],
  ...[number | null, number | null, string, Part[] | null],
];

const dayNumbered = (n: number | null) => (n === null ? null : addDays("1970-01-01", n));

const courseOf = ({ weight, actual, points, dues }: Part): CoursePart => [
  weight,
  actual,
  points,
  dues ?? null,
];

function taskOf(row: TaskRow): WorkTask {
  return {
    id: row[0],
    status: row[2],
    startDay: row[3],
    rankedDueDay: row[4],
    weight: row[5],
    progress: row[6],
    statusSince: row[7],
    startedDay: dayNumbered(row[8]),
    submittedDay: dayNumbered(row[9]),
    reported: row[10],
    proof: row[11] && { parts: row[11].filter(({ weight }) => weight > 0).map(courseOf) },
  };
}

type Tell = (memberId: number, metric: number, item: Item) => void;

/** Goes through every task of a member and tells what it counts for in each metric. */
async function walkTasks(ask: Ask, question: Question, owner: Owner, tell: Tell): Promise<void> {
  const { kind, metrics, span, reporting } = question;
  const wanted = metrics.flatMap(({ source }, at) => (SOURCES[source].of === "task" ? [{ source, at }] : []));
  if (wanted.length === 0) return;
  const last = String(reporting.windowToDay).padStart(2, "0");
  const [found] = await ask<{ tasks: string }>(TASKS, [kind, `${span.from.slice(0, 7)}-01`, span.asOf, last]);
  const spared = sparedOf(question, "task");
  const sight = sightFor(span, reporting);
  for (const row of JSON.parse(found?.tasks ?? "[]") as TaskRow[]) {
    const memberId = owner(row[1]);
    if (memberId === undefined || spared.get(row[0]) === memberId) continue;
    const task = taskOf(row);
    for (const { source, at } of wanted)
      for (const item of itemsOf(source, task, sight)) tell(memberId, at, item);
  }
}

const RECHECKED = `LEFT JOIN LATERAL (SELECT r.passed FROM "Recheck" r WHERE r."entryId" = e.id ORDER BY r.id DESC LIMIT 1) r ON true`;
const ENTRIES = `FROM "LedgerEntry" e JOIN "Ledger" l ON l.id = e."ledgerId" AND (l."closedOn" IS NULL OR l."closedOn" > $1)`;
const COUNTED = `e."removedOn" IS NULL AND e."joinedOn" <= $1 AND (cardinality($2::int[]) = 0 OR e."ledgerId" = ANY($2::int[]))`;
const STANDING = `e."ledgerId", e.stage, e.track, (e."writtenOffOn" IS NOT NULL)`;

type EntryRow = EntryGroup & { owner: number; count: number; weight: number; id?: number };

/** Which entries are asked for: of the ledgers that any metric looks at. */
function entryQuestion({ metrics, span }: Question): { values: unknown[]; rechecks: boolean } | null {
  const wanted = metrics.filter(({ source }) => SOURCES[source].of === "entry");
  if (wanted.length === 0) return null;
  const all = wanted.some(({ options }) => options.ledgerIds.length === 0);
  const ledgerIds = all ? [] : [...new Set(wanted.flatMap(({ options }) => options.ledgerIds))];
  return {
    values: [span.asOf, ledgerIds],
    rechecks: wanted.some(({ source }) => source === "recheck"),
  };
}

const ownerColumn = (kind: Question["kind"]) => (kind === "posts" ? `e."postId"` : `e."unitId"`);

async function readGroups(
  ask: Ask,
  { kind }: Question,
  values: unknown[],
  rechecks: boolean,
  spared: number[],
) {
  const passed = rechecks ? "r.passed" : "NULL::bool";
  const owner = ownerColumn(kind);
  return ask<EntryRow>(
    `SELECT ${owner} AS owner, e."ledgerId", e.stage, e.track, (e."writtenOffOn" IS NOT NULL) AS "writtenOff", ${passed} AS passed,
      count(*)::int AS count, sum(e.weight)::float8 AS weight ${ENTRIES} ${rechecks ? RECHECKED : ""}
     WHERE ${COUNTED} AND ${owner} IS NOT NULL AND NOT (e.id = ANY($3::int[])) GROUP BY ${owner}, ${STANDING}, ${passed}`,
    [...values, spared],
  );
}

async function readEntries(ask: Ask, { kind }: Question, values: unknown[], ids: number[] | null) {
  const owner = ownerColumn(kind);
  return ask<EntryRow & { id: number }>(
    `SELECT e.id, ${owner} AS owner, e."ledgerId", e.stage, e.track, (e."writtenOffOn" IS NOT NULL) AS "writtenOff", r.passed,
      1 AS count, e.weight::float8 AS weight ${ENTRIES} ${RECHECKED}
     WHERE ${COUNTED} AND ${owner} IS NOT NULL AND ($3::int[] IS NULL OR e.id = ANY($3::int[])) ORDER BY e."ledgerId", e.code`,
    [...values, ids],
  );
}

export async function readStages(ask: Ask): Promise<StageOrder> {
  const rows = await ask<{ id: number; stages: Stage[] }>(`SELECT id, stages FROM "Ledger"`, []);
  return new Map(rows.map(({ id, stages }) => [id, stages]));
}

/** Entries whose exemption holds: they are still the exempted member's own. */
async function sparedEntries(ask: Ask, question: Question, owner: Owner, values: unknown[]) {
  const spared = sparedOf(question, "entry");
  if (spared.size === 0) return new Set<number>();
  const rows = await readEntries(ask, question, values, [...spared.keys()]);
  return new Set(rows.filter((row) => owner(row.owner) === spared.get(row.id)).map(({ id }) => id));
}

/** What every member did in each metric, added up. */
export async function readSums(ask: Ask, question: Question): Promise<Sums> {
  const owner = await ownersOf(ask, question, question.span.asOf);
  const sums: Sums = new Map(
    question.members.map(({ id }) => [id, question.metrics.map(() => ({ ...NOTHING }))]),
  );
  const add = (memberId: number, at: number, sum: Sum) => {
    const to = sums.get(memberId)?.[at];
    if (!to) return;
    to.done += sum.done;
    to.of += sum.of;
    to.count += sum.count;
  };
  await walkTasks(ask, question, owner, (memberId, at, { value, weight }) =>
    add(memberId, at, { done: value * weight, of: weight, count: 1 }),
  );
  const entries = entryQuestion(question);
  if (!entries) return sums;
  const spared = await sparedEntries(ask, question, owner, entries.values);
  const [stages, groups] = [
    await readStages(ask),
    await readGroups(ask, question, entries.values, entries.rechecks, [...spared]),
  ];
  for (const group of groups) {
    const memberId = owner(group.owner);
    if (memberId === undefined) continue;
    for (const [at, metric] of question.metrics.entries()) {
      const value = entryValue(metric, group, stages);
      if (value !== null)
        add(memberId, at, { done: value * group.weight, of: group.weight, count: group.count });
    }
  }
  return sums;
}

/** The single tasks and entries behind the sums; for one member, or for all when an edition is frozen. */
export async function readItems(ask: Ask, question: Question, memberId: number | null): Promise<Items> {
  const owner = await ownersOf(ask, question, question.span.asOf);
  const items: Items = new Map(question.members.map(({ id }) => [id, question.metrics.map(() => [])]));
  const tell: Tell = (member, at, item) => {
    if (memberId === null || member === memberId) items.get(member)?.[at]?.push(item);
  };
  await walkTasks(ask, question, owner, tell);
  const entries = entryQuestion(question);
  if (!entries) return items;
  const spared = await sparedEntries(ask, question, owner, entries.values);
  const [stages, rows] = [await readStages(ask), await readEntries(ask, question, entries.values, null)];
  for (const row of rows) {
    const member = owner(row.owner);
    if (member === undefined || spared.has(row.id)) continue;
    for (const [at, metric] of question.metrics.entries()) {
      const value = entryValue(metric, row, stages);
      if (value !== null) tell(member, at, { id: row.id, value, weight: row.weight, stage: row.stage });
    }
  }
  return items;
}

/** The sums that these items come to. */
export function sumsOf(items: Items): Sums {
  return new Map([...items].map(([id, lists]) => [id, lists.map(sumOf)]));
}
