import { mayOnEntry } from "../auth/entry-permissions";
import { type Actor, mayOnTask } from "../auth/permissions";
import { today } from "../clock";
import { prisma, type Tx } from "../db";
import { Forbidden, NotFound } from "../errors";
import { fetchEntry, readDetail } from "./entry-queries";
import { readChanges, readLastDays, readTallies } from "./figure-queries";
import { figuresOf, rateOf, sumsOf } from "./figure-rules";
import {
  type Access,
  getAccess,
  headOf,
  isOwn,
  listAccess,
  pickNames,
  readNames,
  taskOf,
} from "./ledger-queries";
import { hidesAnything } from "./mask-rules";
import { listPlots, mayReveal, readChoices, readRows } from "./row-queries";
import type { EntryRow } from "./rules";
import type { EntryDetail, LedgerFigures, LedgerRights, LedgerSummary, LedgerView, PlotFile } from "./views";

/** The ledgers that this person may see, whole or the own entries of, in the order of their tasks. */
export async function listLedgers(actor: Actor, tx: Tx = prisma()): Promise<LedgerSummary[]> {
  return summariesOf(actor, tx, await listAccess(actor, tx));
}

/** The ledgers of one task, for its page. */
export async function listLedgersOfTask(
  actor: Actor,
  taskId: number,
  tx: Tx = prisma(),
): Promise<LedgerSummary[]> {
  return summariesOf(actor, tx, await listAccess(actor, tx, [taskId]));
}

async function summariesOf(actor: Actor, tx: Tx, list: readonly Access[]): Promise<LedgerSummary[]> {
  const ledgersOf = (whole: boolean) => list.filter((one) => one.whole === whole).map(({ ledger }) => ledger);
  const tallies = [
    ...(await readTallies(tx, ledgersOf(true), { dated: false })),
    ...(await readTallies(tx, ledgersOf(false), { dated: false, own: isOwn(actor) })),
  ];
  const last = await readLastDays(
    tx,
    list.map(({ ledger }) => ledger.id),
  );
  return list.map(({ ledger, task, whole }) => {
    const own = tallies.filter(({ ledgerId }) => ledgerId === ledger.id);
    const { count, writtenOff, overdue, progress } = sumsOf(ledger, own);
    const { id, name, entryWord, label, counting, closedOn } = ledger;
    return {
      ...{ id, name, entryWord, label, counting, closedOn, count, writtenOff, overdue, progress },
      task: taskOf(actor, task),
      ownOnly: !whole,
      stages: ledger.stages.map(({ key, name, writtenOff: end }) => ({
        ...{ key, name, end },
        count: own.reduce((sum, { stage, n }) => (stage === key ? sum + n : sum), 0),
      })),
      rates: ledger.rates.map((rate) => rateOf(ledger, rate, own)),
      lastOn: whole ? (last.get(id) ?? null) : null,
    };
  });
}

/** Every figure of a ledger. @throws NotFound also when it is hidden, or shown for some of its entries only */
export async function getFigures(actor: Actor, id: number, tx: Tx = prisma()): Promise<LedgerFigures> {
  const { ledger, task, whole } = await getAccess(actor, id, tx);
  if (!whole) throw new NotFound(`ledger ${id}`);
  const tallies = await readTallies(tx, [ledger], { dated: true });
  const changes = await readChanges(tx, ledger);
  const { startDay, dueDay } = task;
  const figures = figuresOf(ledger, tallies, changes, { startDay, dueDay, today: today() });
  const { units } = await readNames(tx, []);
  const names = new Map(units.map((unit) => [unit.id, unit.name]));
  return {
    ledger: headOf(ledger),
    task: taskOf(actor, task),
    figures,
    unitNames: pickNames(
      names,
      figures.byUnit.map(({ key }) => key),
    ),
  };
}

/** The whole ledger, masked. @throws NotFound also when it is hidden */
export async function getLedger(actor: Actor, id: number): Promise<LedgerView> {
  const tx = prisma();
  const access = await getAccess(actor, id, tx);
  const { ledger, task, whole } = access;
  const entries = await readRows(actor, access);
  const may = rightsOf(actor, access);
  const names = await readNames(
    tx,
    entries.flatMap((row) => [row[10], row[11]]),
  );
  return {
    ledger: headOf(ledger),
    task: taskOf(actor, task),
    today: today(),
    ownOnly: !whole,
    may,
    movable: movableOf(actor, access, entries),
    revealable: isRevealable(actor, access, entries),
    entries,
    plots: await listPlots(tx, id),
    unitNames: Object.fromEntries(names.units.map((unit) => [unit.id, unit.name])),
    postNames: Object.fromEntries(names.postNames),
    choices: may.add ? await readChoices(tx) : { units: [], posts: [] },
  };
}

function isRevealable(actor: Actor, access: Access, rows: readonly EntryRow[]): boolean {
  const { label, fields } = access.ledger;
  return hidesAnything(label, fields) && rows.some((row) => mayReveal(actor, access, row));
}

/** The entries with the words that this person may read; the caller records the look. @throws NotFound, Forbidden when there are none */
export async function getRevealedRows(actor: Actor, id: number): Promise<EntryRow[]> {
  const access = await getAccess(actor, id);
  const rows = await readRows(actor, access, true);
  if (!isRevealable(actor, access, rows)) throw new Forbidden("entry.reveal");
  return rows;
}

/** What this person may do in the ledger as a whole. */
export function rightsOf(actor: Actor, { task, whole }: Access): LedgerRights {
  return {
    define: whole && mayOnTask(actor, "ledger.define", task),
    add: whole && mayOnTask(actor, "entry.add", task),
    plot: whole && mayOnTask(actor, "plot.change", task),
    recheck: whole && mayOnTask(actor, "entry.recheck", task),
    reveal: whole && mayOnTask(actor, "entry.reveal", task),
  };
}

function movableOf(
  actor: Actor,
  { ledger, task, whole }: Access,
  entries: readonly EntryRow[],
): "all" | number[] {
  if (whole && mayOnTask(actor, "entry.move", { ...task, supportUnitIds: [] })) return "all";
  const movable = entries.filter(([, , , , , , , , , unitId, postId, sponsorPostId]) =>
    mayOnEntry(actor, "entry.move", ledger.label, task, { unitId, postId, sponsorPostId }),
  );
  return movable.map(([entryId]) => entryId);
}

/** One entry with its moves, masked. @throws NotFound also when it is hidden */
export async function getEntry(actor: Actor, id: number, tx: Tx = prisma()): Promise<EntryDetail> {
  const found = await fetchEntry(actor, id, tx);
  return readDetail(actor, found, tx, { masked: true });
}

/** The picture of a plot, for those who see its ledger. @throws NotFound */
export async function getPlotFile(actor: Actor, id: number, tx: Tx = prisma()): Promise<PlotFile> {
  const plot = await tx.plot.findFirst({
    where: { id, removedAt: null },
    select: { ledgerId: true, sha256: true, mime: true, size: true, width: true, height: true },
  });
  if (!plot) throw new NotFound(`plot ${id}`);
  const { ledgerId, ...file } = plot;
  await getAccess(actor, ledgerId, tx);
  return { id, ...file };
}
