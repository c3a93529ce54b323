import { maySeeLedger } from "../auth/entry-permissions";
import { type Actor, maySee, worksOnTasks } from "../auth/permissions";
import { SYSTEM } from "../auth/system";
import { MASKED_TITLE } from "../board/rules";
import { prisma, type Tx } from "../db";
import { NotFound } from "../errors";
import { Prisma } from "../generated/prisma/client";
import { getTask, getTasks, type Task } from "../tasks/queries";
import type { LedgerHead, LedgerTask } from "./views";

/** Ledgers for those who may see them, whole or by the entries that they answer for. Every other query begins here. */

export type Ledger = LedgerHead & { taskId: number };
/** A ledger in this person's hands. `whole` false: only entries that are theirs. */
export type Access = { ledger: Ledger; task: Task; whole: boolean };

const COLUMNS = Prisma.sql`l.id, l.version, l."taskId", l.name, l."entryWord", l.label, l.counting, l.fields, l.stages, l.tracks, l.rates,
  l.weight::float8 AS weight, l."order", l."closedOn"`;

/** The condition by which an entry `e` is this person's own. */
export function isOwn(actor: Actor): Prisma.Sql {
  const works = worksOnTasks(actor);
  const units = works ? [...actor.unitIds, ...actor.headUnitIds] : [];
  const posts = works ? actor.postIds : [];
  return Prisma.sql`(e."unitId" = ANY(${units}::int[]) OR e."postId" = ANY(${posts}::int[]) OR e."sponsorPostId" = ANY(${posts}::int[]))`;
}

/** @throws NotFound also when it is hidden */
export async function getAccess(actor: Actor, ledgerId: number, tx: Tx = prisma()): Promise<Access> {
  const [ledger] = await tx.$queryRaw<Ledger[]>`SELECT ${COLUMNS} FROM "Ledger" l WHERE l.id = ${ledgerId}`;
  if (!ledger) throw new NotFound(`ledger ${ledgerId}`);
  const task = await getTask(SYSTEM, ledger.taskId, tx);
  const whole = maySeeLedger(actor, ledger.label, task);
  if (!whole && !(await ownsAny(actor, ledgerId, tx))) throw new NotFound(`ledger ${ledgerId}`);
  return { ledger, task, whole };
}

async function ownsAny(actor: Actor, ledgerId: number, tx: Tx): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM "LedgerEntry" e WHERE e."ledgerId" = ${ledgerId} AND ${isOwn(actor)} LIMIT 1`;
  return rows.length > 0;
}

/** All ledgers of which this person sees anything, in the order of their tasks. `taskIds`: of these tasks only. */
export async function listAccess(
  actor: Actor,
  tx: Tx = prisma(),
  taskIds: readonly number[] | null = null,
): Promise<Access[]> {
  const ofTasks =
    taskIds === null ? Prisma.empty : Prisma.sql`WHERE l."taskId" = ANY(${[...taskIds]}::int[])`;
  const ledgers = await tx.$queryRaw<Ledger[]>`
    SELECT ${COLUMNS} FROM "Ledger" l JOIN "Task" t ON t.id = l."taskId" ${ofTasks} ORDER BY t.rank, l."order", l.id`;
  if (ledgers.length === 0) return [];
  const ids = [...new Set(ledgers.map(({ taskId }) => taskId))];
  const tasks = new Map((await getTasks(SYSTEM, ids, tx)).map((task) => [task.id, task]));
  const own = await tx.$queryRaw<{ id: number }[]>`
    SELECT DISTINCT e."ledgerId" AS id FROM "LedgerEntry" e WHERE ${isOwn(actor)}`;
  const owned = new Set(own.map(({ id }) => id));
  return ledgers.flatMap((ledger) => {
    const task = tasks.get(ledger.taskId) as Task;
    const whole = maySeeLedger(actor, ledger.label, task);
    return whole || owned.has(ledger.id) ? [{ ledger, task, whole }] : [];
  });
}

export function headOf({ taskId: _, ...head }: Ledger): LedgerHead {
  return head;
}

/** What of the task is told beside its ledger; of one that is sensitive or hidden not its title. */
export function taskOf(actor: Actor, { id, code, title, status, ...scope }: Task): LedgerTask {
  const hidden = scope.label === "sensitive" || !maySee(actor, scope);
  return { id, code, title: hidden ? MASKED_TITLE : title, status };
}

export type Named = { units: { id: number; name: string; full: string }[]; postNames: Map<number, string> };

/** Names of all units, and of the posts asked for; closed ones among them. */
export async function readNames(tx: Tx, postIds: readonly (number | null)[]): Promise<Named> {
  const ids = [...new Set(postIds.filter((id) => id !== null))];
  const units = await tx.$queryRaw<Named["units"]>`
    SELECT id, "shortName" AS name, name AS full FROM "Unit" ORDER BY "order", id`;
  const posts = await tx.$queryRaw<{ id: number; name: string }[]>`
    SELECT id, name FROM "Post" WHERE id = ANY(${ids}::int[])`;
  return { units, postNames: new Map(posts.map(({ id, name }) => [id, name])) };
}

export function pickNames(
  names: ReadonlyMap<number, string>,
  ids: readonly (number | null)[],
): Record<number, string> {
  const found = [...new Set(ids)].flatMap((id) => {
    const name = id === null ? undefined : names.get(id);
    return name === undefined ? [] : [[id, name] as const];
  });
  return Object.fromEntries(found);
}
