import { SYSTEM } from "../auth/system";
import type { Tx } from "../db";
import type { Part } from "../standings/rules";
import { type LedgerTally, readLastDays, readTallies } from "./figure-queries";
import { sumsOf } from "./figure-rules";
import { type Ledger, listAccess } from "./ledger-queries";
import { hasReached, isWrittenOff } from "./rules";

/** What ledgers say to the tasks that they prove. */

/** What the ledgers of these tasks prove. */
export async function ledgerParts(tx: Tx, taskIds: readonly number[]): Promise<Map<number, Part[]>> {
  const ledgers = (await listAccess(SYSTEM, tx, taskIds)).map(({ ledger }) => ledger);
  if (ledgers.length === 0) return new Map();
  const tallies = await readTallies(tx, ledgers, { dated: false });
  const last = await readLastDays(
    tx,
    ledgers.map(({ id }) => id),
  );
  const parts = new Map<number, Part[]>();
  for (const ledger of ledgers) {
    const own = tallies.filter(({ ledgerId }) => ledgerId === ledger.id);
    const part = partOf(ledger, own, last.get(ledger.id) ?? null);
    parts.set(ledger.taskId, [...(parts.get(ledger.taskId) ?? []), part]);
  }
  return parts;
}

function partOf(ledger: Ledger, tallies: readonly LedgerTally[], lastOn: string | null): Part {
  const { count, writtenOff, due, progress } = sumsOf(ledger, tallies);
  const of = ledger.counting === "due" ? due : count;
  return {
    ...{ kind: "ledger", id: ledger.id, name: ledger.name, weight: ledger.weight },
    ...{ actual: progress, points: [], complete: count > 0 && writtenOff >= of },
    ...{ done: writtenOff, of, lastOn },
  };
}

const COUNTS = ["all", "due", "reached", "writtenOff", "inOrder"] as const;
type Feed = { ledger: number; count: (typeof COUNTS)[number]; stage?: string };

/** The value of each feed that names a ledger: `{ledger: id, count, stage?}`, where `count` is one of COUNTS and `stage` goes with "reached"; null for what is none. */
export async function fedValues(tx: Tx, feeds: readonly unknown[]): Promise<(number | null)[]> {
  const asked = feeds.map(asFeed);
  const ids = [...new Set(asked.flatMap((feed) => (feed ? [feed.ledger] : [])))];
  if (ids.length === 0) return feeds.map(() => null);
  const taskIds = await tx.ledger.findMany({ where: { id: { in: ids } }, select: { taskId: true } });
  const all = await listAccess(
    SYSTEM,
    tx,
    taskIds.map(({ taskId }) => taskId),
  );
  const ledgers = all.flatMap(({ ledger }) => (ids.includes(ledger.id) ? [ledger] : []));
  const tallies = await readTallies(tx, ledgers, { dated: false });
  return asked.map((feed) => {
    const ledger = ledgers.find(({ id }) => id === feed?.ledger);
    return feed && ledger ? fedValue(feed, ledger, tallies) : null;
  });
}

function asFeed(feed: unknown): Feed | null {
  if (typeof feed !== "object" || feed === null) return null;
  const { ledger, count, stage } = feed as Record<string, unknown>;
  const known = (COUNTS as readonly unknown[]).includes(count);
  const whole = count !== "reached" || typeof stage === "string";
  return typeof ledger === "number" && known && whole ? (feed as Feed) : null;
}

function fedValue(
  { ledger: id, count, stage }: Feed,
  { stages }: Ledger,
  all: readonly LedgerTally[],
): number {
  const off = (tally: LedgerTally) => isWrittenOff(stages, tally.stage);
  const counts: Record<Feed["count"], (tally: LedgerTally) => boolean> = {
    all: () => true,
    due: (tally) => off(tally) || tally.overdue,
    reached: (tally) => hasReached(stages, stage ?? "", tally),
    writtenOff: off,
    inOrder: (tally) => off(tally) && tally.inOrder,
  };
  return all
    .filter((tally) => tally.ledgerId === id && counts[count](tally))
    .reduce((sum, { n }) => sum + n, 0);
}
