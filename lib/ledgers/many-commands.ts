import { command } from "../api";
import { demandOn } from "../auth/demand";
import type { Actor } from "../auth/permissions";
import { today } from "../clock";
import type { Tx } from "../db";
import { NotFound, Refused, refuse } from "../errors";
import { record } from "../events/record";
import type { Prisma } from "../generated/prisma/client";
import { accessTo, holdLedger, mustExist, staleEntry } from "./base-commands";
import { type KeptEntry, readEntries } from "./entry-queries";
import { EditEntries, RemoveEntries } from "./input";
import { toldCodes } from "./journal-rules";
import type { Access } from "./ledger-queries";

/** Gives many entries of a ledger to the same unit, post or leader: all of them or none. @throws NotFound, Forbidden, Refused, Stale */
export const editEntries = command("entry.editMany", EditEntries, async (tx, actor, input) => {
  const { unitId, postId, sponsorPostId, reason } = input;
  const held = await holdMany(tx, actor, input);
  await mustExist(tx, input);
  const given = Object.fromEntries(
    Object.entries({ unitId, postId, sponsorPostId }).filter(([, id]) => id !== undefined),
  );
  refuse(Object.keys(given).length === 0 ? "nothingChosen" : null);
  await writeMany(tx, held, given);
  recordMany(tx, actor, "entry.editMany", held, reason);
  return { edited: held.entries.length };
});

/** Takes many entries out of the figures for one reason: all of them or none. @throws NotFound, Forbidden, Refused, Stale */
export const removeEntries = command("entry.removeMany", RemoveEntries, async (tx, actor, input) => {
  const held = await holdMany(tx, actor, input);
  const removedOn = input.day ?? today();
  refuse(removedOn > today() ? "dayAhead" : null);
  const early = held.entries.find(({ stageSince }) => removedOn < stageSince);
  refuse(early ? "dayBeforeLastMove" : null, { entry: early?.code ?? "" });
  await writeMany(tx, held, { removedOn, removedWhy: input.reason });
  recordMany(tx, actor, "entry.removeMany", held, input.reason);
  return { removed: held.entries.length };
});

type Named = { ledgerId: number; entries: readonly { entryId: number; version: number }[] };
type Held = Access & { entries: KeptEntry[]; versions: number[] };

/** The entries for a command on all of them, none of them taken out and none newer than what the person saw. */
async function holdMany(tx: Tx, actor: Actor, { ledgerId, entries: named }: Named): Promise<Held> {
  await holdLedger(tx, ledgerId);
  const access = await accessTo(actor, ledgerId, tx);
  demandOn(actor, "entry.add", access.task);
  refuse(access.ledger.closedOn !== null ? "ledgerClosed" : null);
  const ids = named.map(({ entryId }) => entryId);
  if (new Set(ids).size < ids.length) throw new Refused("twiceInBatch");
  const entries = await readEntries(tx, ids);
  const versions = named.map(({ version }) => version);
  for (const [at, entry] of entries.entries()) {
    if (entry.ledgerId !== ledgerId) throw new NotFound(`entry ${entry.id}`);
    if (entry.version !== versions[at]) throw await staleEntry(tx, access, entry.id, versions[at] ?? 0);
    refuse(entry.removedOn === null ? null : "entryRemoved", { entry: entry.code });
  }
  return { ...access, entries, versions };
}

type Fields = Pick<
  Prisma.LedgerEntryUncheckedUpdateManyInput,
  "unitId" | "postId" | "sponsorPostId" | "removedOn" | "removedWhy"
>;

/** Somebody who writes between the reading and this is met by the versions, which all have to match. */
async function writeMany(tx: Tx, { ledger, entries, versions }: Held, fields: Fields): Promise<void> {
  const written = await tx.ledgerEntry.updateMany({
    where: { OR: entries.map(({ id }, at) => ({ id, version: versions[at] ?? 0 })) },
    data: { ...fields, version: { increment: 1 } },
  });
  const [first] = entries;
  if (written.count < entries.length && first) {
    throw await staleEntry(tx, { ledger }, first.id, versions[0] ?? 0);
  }
}

function recordMany(
  tx: Tx,
  actor: Actor,
  kind: string,
  { ledger, task, entries }: Held,
  reason: string,
): void {
  record(tx, actor, {
    ...{ kind, subject: { type: "ledger", id: ledger.id }, taskId: task.id },
    changes: {
      ledger: [null, ledger.name],
      count: [null, entries.length],
      codes: [null, toldCodes(entries.map(({ code }) => code))],
    },
    reason: ledger.label === "sensitive" ? null : reason,
  });
}
