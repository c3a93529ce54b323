import { addDays, type Day, firstDayOfMonth, lastDayOfMonth, laterOf } from "../calendar/rules";
import { hasReached, type Stage } from "../ledgers/rules";
import {
  type CoursePart,
  deviation as deviationOf,
  plannedOf,
  type Reporting,
  windowOf,
} from "../lights/planned";
import type { Status } from "../lights/rules";
import type { Metric, Source, Span, Sum } from "./rules";

/** What single tasks and entries count for: each item is a value in [0,1] and a weight; a metric is their weighted mean. */

/** `month`: which check-in of the task it is; `stage`: the key of the stage in which the entry stood. */
export type Item = { id: number; value: number; weight: number; month?: string; stage?: string };

export type WorkTask = {
  id: number;
  status: Status;
  startDay: Day;
  rankedDueDay: Day;
  weight: number;
  /** Percent; null: nothing reported. */
  progress: number | null;
  /** What proves it; null: reported by hand. */
  proof: { parts: CoursePart[] } | null;
  statusSince: Day;
  startedDay: Day | null;
  /** Handed in and not sent back. */
  submittedDay: Day | null;
  /** The months, "YYYY-MM", with a check-in up to the end of their window. */
  reported: string;
};

/** What tasks are looked at by: the span, and the end of each month's window for check-ins that falls into it. */
export type Sight = Span & { windows: readonly { month: string; to: Day }[] };

/** Worked out once for all tasks. */
export function sightFor(span: Span, reporting: Reporting): Sight {
  const windows = [];
  for (
    let first = firstDayOfMonth(span.from);
    first <= span.asOf;
    first = addDays(lastDayOfMonth(first), 1)
  ) {
    const { to } = windowOf(first, reporting);
    if (to >= span.from && to <= span.asOf) windows.push({ month: first.slice(0, 7), to });
  }
  return { ...span, windows };
}

type TaskSource = Extract<Source, "progress" | "deviation" | "closure" | "onTime">;
type Items = (task: WorkTask, sight: Sight) => Item[];

const ITEMS: Record<TaskSource, Items> = { progress, deviation, closure, onTime };

/** What this task counts for in a metric; nothing when nothing of it was owed yet. Tasks put off or broken off are nobody's shortfall. */
export function itemsOf(source: Source, task: WorkTask, sight: Sight): Item[] {
  if (!(source in ITEMS)) return [];
  if (task.status === "draft" || task.status === "suspended" || task.status === "terminated") return [];
  return ITEMS[source as TaskSource](task, sight);
}

const shareDone = ({ status, progress }: WorkTask) =>
  status === "closed" ? 1 : Math.min(1, Math.max(0, (progress ?? 0) / 100));

function progress(task: WorkTask, { asOf }: Sight): Item[] {
  if (task.startDay > asOf && task.progress === null) return [];
  return [{ id: task.id, value: shareDone(task), weight: task.weight }];
}

/** What is done of what should be done by now, by the date first agreed: a moved date counts only when the task is exempted. */
function deviation(task: WorkTask, { asOf }: Sight): Item[] {
  const course = { ...task, dueDay: task.rankedDueDay };
  const planned = plannedOf(course, asOf);
  const points = deviationOf(course, asOf);
  // A duty of which nothing was owed yet is not silence.
  const notOwed = points === null && task.proof?.parts.some(([, , , dues]) => dues !== null);
  if (planned <= 0 || notOwed) return [];
  const done = task.status === "closed" ? planned : planned + (points ?? -100) / 100;
  const value = Math.min(1, Math.max(0, done / planned));
  return [{ id: task.id, value, weight: task.weight * planned }];
}

function closure(task: WorkTask, { from, asOf }: Sight): Item[] {
  const closed = task.status === "closed";
  if (closed ? task.statusSince < from : task.rankedDueDay > asOf) return [];
  return [{ id: task.id, value: closed ? 1 : 0, weight: task.weight }];
}

/** One item for each month whose window ended while the task was under way. */
function onTime({ id, startDay, startedDay, submittedDay, reported }: WorkTask, { windows }: Sight): Item[] {
  if (startedDay === null) return [];
  const began = laterOf(startDay, startedDay);
  return windows
    .filter(({ to }) => began <= to && (submittedDay === null || submittedDay > to))
    .map(({ month }) => ({ id, value: reported.includes(month) ? 1 : 0, weight: 1, month }));
}

/** Entries of one ledger that stand alike. */
export type EntryGroup = {
  ledgerId: number;
  stage: string;
  track: string | null;
  writtenOff: boolean;
  /** What the last re-check found; null: never re-checked. */
  passed: boolean | null;
};

/** The stages of each ledger in their order. */
export type StageOrder = ReadonlyMap<number, readonly Stage[]>;

/** What an entry that stands there counts for in a metric; null when it has no part in it. */
export function entryValue(
  { source, options }: Pick<Metric, "source" | "options">,
  entry: EntryGroup,
  stages: StageOrder,
): number | null {
  if (options.ledgerIds.length > 0 && !options.ledgerIds.includes(entry.ledgerId)) return null;
  if (source === "writtenOff") return entry.writtenOff ? 1 : 0;
  if (source === "recheck") return entry.passed === null ? null : Number(entry.passed);
  if (source !== "stage") return null;
  const order = stages.get(entry.ledgerId) ?? [];
  const wanted = options.stage ?? "";
  if (!order.some(({ key }) => key === wanted)) return null;
  // Whatever is written off has done what the stage is for, also when its track leaves the stage out.
  return entry.writtenOff || hasReached(order, wanted, entry) ? 1 : 0;
}

/** Adds up items; values and weights are never negative, so that done never exceeds what was assigned. */
export function sumOf(items: readonly Item[]): Sum {
  const sum = { done: 0, of: 0, count: items.length };
  for (const { value, weight } of items) {
    sum.done += value * weight;
    sum.of += weight;
  }
  return sum;
}

type Node = { id: number; parentId: number | null };

/** Which member each unit's work counts for: itself, or the nearest member above it. */
export function memberByUnit(
  units: readonly Node[],
  members: readonly { id: number; unitId: number | null }[],
): Map<number, number> {
  const parents = new Map(units.map(({ id, parentId }) => [id, parentId]));
  const own = new Map(members.flatMap(({ id, unitId }) => (unitId === null ? [] : [[unitId, id]])));
  const found = new Map<number, number>();
  for (const { id } of units) {
    let at: number | null | undefined = id;
    while (at != null && !own.has(at)) at = parents.get(at);
    if (at != null) found.set(id, own.get(at) as number);
  }
  return found;
}
