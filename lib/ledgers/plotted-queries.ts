import type { Actor } from "../auth/permissions";
import { getLedger, listLedgers } from "./queries";
import type { LedgerView } from "./views";

/** More entries than these cannot be told apart on a picture or in a grid. */
const MOST_ENTRIES = 800;

/** The ledgers whose entries stand on the ground: those with a picture, and those with more than one way to the end, as clearance has. */
export async function listPlotted(actor: Actor): Promise<LedgerView[]> {
  const listed = await listLedgers(actor);
  const found: LedgerView[] = [];
  for (const { id, count, closedOn } of listed) {
    if (count === 0 || count > MOST_ENTRIES || closedOn !== null) continue;
    const view = await getLedger(actor, id);
    if (view.plots.length > 0 || view.ledger.tracks.length > 1) found.push(view);
  }
  return found;
}
