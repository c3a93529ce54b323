import { type EntryAction, mayOnEntry } from "../auth/entry-permissions";
import type { Actor } from "../auth/permissions";
import { now, today } from "../clock";
import type { Tx } from "../db";
import { Forbidden, NotFound, refuse, Stale } from "../errors";
import { type Changes, record } from "../events/record";
import type { Prisma } from "../generated/prisma/client";
import { type Found, fetchEntry, type KeptEntry, readEntries, shown } from "./entry-queries";
import { type Access, getAccess } from "./ledger-queries";
import type { EntryRefusal } from "./move-rules";

/** What the commands of ledgers have in common: holding, demanding, writing. */

/** Stops a command that this person may not run on this entry. @throws Forbidden */
export function demandEntry(actor: Actor, action: EntryAction, { ledger, task, entry }: Found): void {
  if (!mayOnEntry(actor, action, ledger.label, task, entry)) throw new Forbidden(action);
}

/** The definition does not change while a command that follows it is under way. */
export async function holdLedger(tx: Tx, ledgerId: number): Promise<void> {
  await tx.$executeRaw`SELECT 1 FROM "Ledger" WHERE id = ${ledgerId} FOR SHARE`;
}

/** The entry for a command, its ledger held. @throws NotFound also when it is hidden */
export async function holdEntry(tx: Tx, actor: Actor, id: number): Promise<Found> {
  await tx.$executeRaw`
    SELECT 1 FROM "Ledger" WHERE id = (SELECT "ledgerId" FROM "LedgerEntry" WHERE id = ${id}) FOR SHARE`;
  return fetchEntry(actor, id, tx);
}

/** The ledger for a command on the whole of it. @throws NotFound, Forbidden for those who see only their own entries */
export async function accessTo(actor: Actor, ledgerId: number, tx: Tx): Promise<Access> {
  const access = await getAccess(actor, ledgerId, tx);
  if (!access.whole) throw new Forbidden("ledger");
  return access;
}

export type NewMove = {
  entryId: number;
  from: Place | null;
  to: Place;
  day: string;
  reason: string;
  undoesId?: number;
};
type Place = { stage: string; track: string | null };

/** Rows of history, numbered in the order given. @returns their ids in no order, each with its entry */
export async function insertMoves(
  tx: Tx,
  actor: Actor,
  ledgerId: number,
  moves: readonly NewMove[],
): Promise<{ id: number; entryId: number }[]> {
  const rows = moves.map(({ entryId, from, to, day, reason, undoesId }, n) => ({
    ...{ n, entryId, day, reason, undoesId: undoesId ?? null },
    ...{
      fromStage: from?.stage ?? null,
      fromTrack: from?.track ?? null,
      toStage: to.stage,
      toTrack: to.track,
    },
  }));
  return tx.$queryRaw<{ id: number; entryId: number }[]>`
    INSERT INTO "LedgerMove" ("ledgerId", "entryId", "fromStage", "toStage", "fromTrack", "toTrack", day, reason, "undoesId", "accountId", author, at)
    SELECT ${ledgerId}::int, "entryId", "fromStage", "toStage", "fromTrack", "toTrack", day, reason, "undoesId", ${actor.accountId}::int, ${actor.name}, ${now()}
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS m(n int, "entryId" int, "fromStage" text, "toStage" text, "fromTrack" text,
      "toTrack" text, day text, reason text, "undoesId" int) ORDER BY n
    RETURNING id, "entryId"`;
}

type People = {
  unitId?: number | null | undefined;
  postId?: number | null | undefined;
  sponsorPostId?: number | null | undefined;
};

/** @throws NotFound, Refused when a unit or post that is named cannot answer for anything any more */
export async function mustExist(tx: Tx, { unitId, postId, sponsorPostId }: People): Promise<void> {
  const postIds = [...new Set([postId, sponsorPostId].filter((id) => typeof id === "number"))];
  const posts = await tx.post.findMany({ where: { id: { in: postIds } }, select: { closedOn: true } });
  if (posts.length < postIds.length) throw new NotFound("post");
  refuse(posts.some(({ closedOn }) => closedOn !== null && closedOn <= today()) ? "postClosed" : null);
  if (typeof unitId !== "number") return;
  const unit = await tx.unit.findUnique({ where: { id: unitId }, select: { closedOn: true } });
  if (!unit) throw new NotFound("unit");
  refuse(unit.closedOn !== null && unit.closedOn <= today() ? "unitClosed" : null);
}

type Fields = Omit<Prisma.LedgerEntryUncheckedUpdateManyInput, "id" | "version">;

/** Writes `fields` if nobody was faster. @throws Stale with what stands instead, masked */
export async function writeEntry(tx: Tx, found: Found, version: number, fields: Fields): Promise<void> {
  const { entry, ledger } = found;
  const written = await tx.ledgerEntry.updateMany({
    where: { id: entry.id, version },
    data: { ...fields, version: { increment: 1 } },
  });
  if (written.count === 0) throw await staleEntry(tx, { ledger }, entry.id, version);
}

/** What stands now instead of the version that was sent. */
export async function staleEntry(
  tx: Tx,
  { ledger }: Pick<Access, "ledger">,
  id: number,
  version: number,
): Promise<Stale> {
  const [entry] = (await readEntries(tx, [id])) as [KeptEntry];
  return new Stale(shown({ ledger, entry }, true), version);
}

export function refusalOfTouching({ ledger, entry }: Found): EntryRefusal | null {
  if (ledger.closedOn !== null) return "ledgerClosed";
  return entry.removedOn !== null ? "entryRemoved" : null;
}

/** Tells the journal what happened to one entry; remarks about a sensitive one stay in its own history. */
export function recordOn(
  tx: Tx,
  actor: Actor,
  { entry, ledger, task }: Found,
  kind: string,
  changes: Changes,
  reason: string | null,
): void {
  record(tx, actor, {
    ...{ kind, subject: { type: "entry", id: entry.id }, taskId: task.id },
    changes: { ledger: [null, ledger.name], entry: [null, entry.code], ...changes },
    reason: ledger.label === "sensitive" ? null : reason,
  });
}
