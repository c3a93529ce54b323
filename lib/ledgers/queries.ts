import type { Actor } from "../auth/permissions";
import { prisma, type Tx } from "../db";
import { NotFound } from "../errors";
import type { EntryDetail, LedgerFigures, LedgerSummary, LedgerView, PlotFile } from "./views";

/** The ledgers that this person may see, whole or the own entries of, in the order of their tasks. */
export async function listLedgers(_actor: Actor, _tx: Tx = prisma()): Promise<LedgerSummary[]> {
  return [];
}

/** The ledgers of one task, for its page. */
export async function listLedgersOfTask(
  actor: Actor,
  taskId: number,
  tx: Tx = prisma(),
): Promise<LedgerSummary[]> {
  return (await listLedgers(actor, tx)).filter(({ task }) => task.id === taskId);
}

/** @throws NotFound also when it is hidden */
export async function getLedger(_actor: Actor, id: number, _tx: Tx = prisma()): Promise<LedgerView> {
  throw new NotFound(`ledger ${id}`);
}

/** @throws NotFound also when it is hidden */
export async function getEntry(_actor: Actor, id: number, _tx: Tx = prisma()): Promise<EntryDetail> {
  throw new NotFound(`entry ${id}`);
}

/** @throws NotFound also when the ledger is hidden, or shown for some of its entries only */
export async function getFigures(_actor: Actor, id: number, _tx: Tx = prisma()): Promise<LedgerFigures> {
  throw new NotFound(`ledger ${id}`);
}

/** The picture of a plot, for those who see its ledger. @throws NotFound */
export async function getPlotFile(_actor: Actor, id: number, _tx: Tx = prisma()): Promise<PlotFile> {
  throw new NotFound(`plot ${id}`);
}
