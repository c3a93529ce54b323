import { type Actor, maySee, type TaskScope, visibleTo } from "../auth/permissions";
import { MASKED_TITLE } from "../board/rules";
import { prisma } from "../db";
import { NotFound } from "../errors";
import type { Stage } from "../ledgers/rules";
import type { EditionRows } from "./edition-rules";
import { askPool } from "./owner-queries";
import { type Exempt, getTable, seenSeries } from "./queries";
import { type Component, effectiveWeights, type Metric, type Row, SOURCES } from "./rules";
import { liveItems } from "./series-queries";
import type { Which } from "./which-rules";
import type { Item } from "./work-rules";

/** How a score was arrived at, down to the tasks and entries; what the reader may not see is only counted. */

export type ItemView = {
  type: "task" | "entry";
  id: number;
  code: string;
  title: string;
  href: string;
  /** In [0,1]. */
  value: number;
  weight: number;
  month: string | null;
  /** Where the entry stood. */
  stage: string | null;
};

export type ExplainedPart = {
  metric: Metric;
  component: Component;
  /** Its share of the score, in percent; null when it was left out. */
  weight: number | null;
  items: ItemView[];
  hidden: number;
};

export type Explanation = {
  row: Row;
  lastNumber: number | null;
  parts: ExplainedPart[];
  exempt: (Exempt & { subject: Named | null })[];
};

/** What one member's place was made of. @throws NotFound */
export async function explain(
  actor: Actor,
  seriesId: number,
  memberId: number,
  which: Which,
): Promise<Explanation> {
  const { table, exempt } = await getTable(actor, seriesId, which);
  const row = table.rows.find((one) => one.memberId === memberId);
  if (!row) throw new NotFound("member");
  const lists =
    which.edition === null
      ? await ownItems(actor, seriesId, memberId, table)
      : await keptItems(seriesId, which.edition, memberId);
  const own = exempt.filter((one) => one.memberId === memberId);
  const names = await readNamed(actor, wantedOf(table.metrics, lists, own));
  const weights = effectiveWeights(table.metrics, row.components);
  const parts = table.metrics.flatMap((metric, at): ExplainedPart[] => {
    const component = row.components[at];
    if (!component) return [];
    const views = (lists[at] ?? []).flatMap((item) => viewOf(SOURCES[metric.source].of, item, names) ?? []);
    const hidden = (lists[at] ?? []).length - views.length;
    return [{ metric, component, weight: weights[at] ?? null, items: views.sort(byNeed), hidden }];
  });
  const told = own.map((one) => ({
    ...one,
    subject: names.get(keyOf(one.subjectType, one.subjectId)) ?? null,
  }));
  return { row, lastNumber: table.lastNumber, parts, exempt: told };
}

/** What pulled the score down comes first. */
const byNeed = (a: ItemView, b: ItemView) =>
  b.weight * (1 - b.value) - a.weight * (1 - a.value) ||
  a.code.localeCompare(b.code, "zh-CN", { numeric: true });

async function ownItems(
  actor: Actor,
  seriesId: number,
  memberId: number,
  span: { from: string; asOf: string },
) {
  const { series } = await seenSeries(actor, seriesId);
  return liveItems(askPool, series, memberId, span.from, span.asOf);
}

async function keptItems(seriesId: number, number: number, memberId: number): Promise<Item[][]> {
  const [found] = await askPool<{ items: EditionRows["items"][number] | null }>(
    `SELECT rows #> ARRAY['items', $3] AS items FROM "Edition" WHERE "seriesId" = $1 AND number = $2`,
    [seriesId, number, String(memberId)],
  );
  return found?.items ?? [];
}

type Wanted = { task: number[]; entry: number[] };

function wantedOf(metrics: readonly Metric[], lists: readonly Item[][], exempt: readonly Exempt[]): Wanted {
  const wanted: Wanted = { task: [], entry: [] };
  for (const [at, metric] of metrics.entries())
    wanted[SOURCES[metric.source].of].push(...(lists[at] ?? []).map(({ id }) => id));
  for (const { subjectType, subjectId } of exempt)
    wanted[subjectType === "task" ? "task" : "entry"].push(subjectId);
  return wanted;
}

type Named = Pick<ItemView, "code" | "title" | "href"> & { stages: Stage[] };
const keyOf = (type: string, id: number) => `${type} ${id}`;

function viewOf(
  type: "task" | "entry",
  { id, value, weight, month, stage }: Item,
  names: ReadonlyMap<string, Named>,
): ItemView | null {
  const named = names.get(keyOf(type, id));
  if (!named) return null;
  const { stages, ...shown } = named;
  const stood = stages.find(({ key }) => key === stage)?.name ?? null;
  return { type, id, ...shown, value, weight, month: month ?? null, stage: stood };
}

const SCOPE = {
  label: true,
  leadUnitId: true,
  ownerPostId: true,
  sponsorPostId: true,
  supports: { select: { unitId: true } },
} as const;

/** The names of those tasks and entries that this person may see. */
async function readNamed(actor: Actor, { task, entry }: Wanted): Promise<Map<string, Named>> {
  const names = new Map<string, Named>();
  const tasks = await prisma().task.findMany({
    where: { AND: [visibleTo(actor), { id: { in: [...new Set(task)] } }] },
    select: { id: true, code: true, title: true, label: true },
  });
  for (const { id, code, title, label } of tasks)
    names.set(keyOf("task", id), {
      ...{ code, href: `/tasks/${id}`, stages: [] },
      title: label === "sensitive" ? MASKED_TITLE : title,
    });
  const entries = await prisma().ledgerEntry.findMany({
    where: { id: { in: [...new Set(entry)] } },
    select: {
      ...{ id: true, code: true, title: true, ledgerId: true },
      ledger: { select: { label: true, stages: true, task: { select: SCOPE } } },
    },
  });
  for (const { id, code, title, ledgerId, ledger } of entries) {
    const label = ledger.label === "open" ? ledger.task.label : ledger.label;
    if (
      !maySee(
        actor,
        ledger.task.label === "sensitive" ? scopeOf(ledger.task) : { ...scopeOf(ledger.task), label },
      )
    )
      continue;
    names.set(keyOf("entry", id), {
      ...{ code, title: label === "sensitive" ? "" : title, href: `/ledgers/${ledgerId}` },
      stages: ledger.stages as Stage[],
    });
  }
  return names;
}

type Scoped = Omit<TaskScope, "supportUnitIds"> & { supports: { unitId: number }[] };

function scopeOf({ supports, ...scope }: Scoped): TaskScope {
  return { ...scope, supportUnitIds: supports.map(({ unitId }) => unitId) };
}
