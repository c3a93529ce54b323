import { mayOnEntry } from "../auth/entry-permissions";
import { type Actor, mayOnTask } from "../auth/permissions";
import { dayOf, today } from "../clock";
import { prisma, type Tx } from "../db";
import { NotFound } from "../errors";
import { Prisma } from "../generated/prisma/client";
import { disorder } from "./figure-queries";
import { type Access, getAccess, headOf, pickNames, readNames, taskOf } from "./ledger-queries";
import { HIDDEN, hidesAnything, maskData, maskRemark, maskTitle } from "./mask-rules";
import { refusalOfRecheck, refusalOfUndo } from "./move-rules";
import { liveMoves } from "./replay-rules";
import type { Entry } from "./rules";
import type { EntryDetail, EntryEvidence, MoveView, RecheckView } from "./views";

/** Single entries for those who may see them. */

/** An entry as its table holds it, unmasked: for commands and for reveals. */
export type KeptEntry = Entry & { ledgerId: number; removedWhy: string | null };
export type Found = Access & { entry: KeptEntry };

const COLUMNS = Prisma.sql`e.id, e.version, e."ledgerId", e.code, e.title, e.data, e.stage, e."stageSince", e."stageDue", e.track,
  e.weight::float8 AS weight, e."unitId", e."postId", e."sponsorPostId", e."joinedOn", e."writtenOffOn", e."removedOn", e."removedWhy",
  e."plotId", e.x, e.y,
  (SELECT r.passed FROM "Recheck" r WHERE r."entryId" = e.id ORDER BY r.id DESC LIMIT 1) AS recheck, true AS "inOrder"`;

/** Entries by their ids, in the order asked, whoever asks. @throws NotFound when one is missing */
export async function readEntries(tx: Tx, ids: readonly number[]): Promise<KeptEntry[]> {
  const rows = await tx.$queryRaw<KeptEntry[]>`
    SELECT ${COLUMNS} FROM "LedgerEntry" e WHERE e.id = ANY(${[...ids]}::int[])`;
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => {
    const entry = byId.get(id);
    if (!entry) throw new NotFound(`entry ${id}`);
    return entry;
  });
}

/** The entry, its ledger and task, for somebody who may see it. @throws NotFound also when it is hidden */
export async function fetchEntry(actor: Actor, id: number, tx: Tx = prisma()): Promise<Found> {
  const [entry] = (await readEntries(tx, [id])) as [KeptEntry];
  const access = await getAccess(actor, entry.ledgerId, tx);
  if (!mayOnEntry(actor, "entry.see", access.ledger.label, access.task, entry))
    throw new NotFound(`entry ${id}`);
  return { ...access, entry };
}

type Written = {
  inOrder: boolean;
  moves: (Omit<MoveView, "undone"> & { accountId: number | null })[];
  rechecks: RecheckView[];
  evidence: EntryEvidence[];
};

async function readWritten(tx: Tx, { entry, ledger }: Found): Promise<Written> {
  const [row] = await tx.$queryRaw<Written[]>`
    SELECT NOT EXISTS (SELECT 1 FROM (${disorder([ledger])}) d WHERE d."entryId" = ${entry.id}) AS "inOrder",
      (SELECT coalesce(json_agg(m ORDER BY m.id), '[]') FROM (
        SELECT id, "fromStage", "toStage", "fromTrack", "toTrack", day, reason, "undoesId", "accountId", author, at
        FROM "LedgerMove" WHERE "entryId" = ${entry.id}) m) AS moves,
      (SELECT coalesce(json_agg(r ORDER BY r.id), '[]') FROM (
        SELECT id, day, passed, note, author, at FROM "Recheck" WHERE "entryId" = ${entry.id}) r) AS rechecks,
      (SELECT coalesce(json_agg(f ORDER BY f.id), '[]') FROM (
        SELECT v.id, v."moveId", v.name, v.mime, v.size, v."hasThumb", v.author, v.at FROM "Evidence" v
        JOIN "LedgerMove" m ON m.id = v."moveId" WHERE m."entryId" = ${entry.id} AND v."removedAt" IS NULL) f) AS evidence`;
  return row as Written;
}

/** Everything about the entry. `masked` false: the caller has asked for the right to read it and records the look. */
export async function readDetail(
  actor: Actor,
  found: Found,
  tx: Tx,
  { masked }: { masked: boolean },
): Promise<EntryDetail> {
  const { entry, ledger, task } = found;
  const written = await readWritten(tx, found);
  const names = await readNames(tx, [entry.postId, entry.sponsorPostId]);
  const live = new Set(liveMoves(written.moves).map(({ id }) => id));
  const label = masked ? ledger.label : "open";
  const moves = written.moves.map(({ accountId: _, ...move }) => ({
    ...move,
    reason: maskRemark(label, move.reason),
    undone: move.undoesId === null && !live.has(move.id),
  }));
  const units = new Map(names.units.map((unit) => [unit.id, unit.name]));
  return {
    ledger: headOf(ledger),
    task: taskOf(actor, task),
    today: today(),
    entry: { ...shown(found, masked), inOrder: written.inOrder },
    masked: masked && hidesAnything(ledger.label, ledger.fields),
    ...rightsOn(actor, found, written),
    moves,
    rechecks: written.rechecks.map((one) => ({ ...one, note: maskRemark(label, one.note) })),
    evidence: written.evidence.map((one) =>
      label === "sensitive" ? { ...one, name: HIDDEN, hasThumb: false } : one,
    ),
    unitNames: pickNames(units, [entry.unitId]),
    postNames: pickNames(names.postNames, [entry.postId, entry.sponsorPostId]),
  };
}

/** The entry without what a look has to be recorded for. */
export function shown(
  { entry, ledger }: Pick<Found, "entry" | "ledger">,
  masked: boolean,
): EntryDetail["entry"] {
  const { ledgerId: _, ...facts } = entry;
  if (!masked) return facts;
  return {
    ...facts,
    title: maskTitle(ledger.label, entry.title),
    data: maskData(ledger.fields, entry.data),
    removedWhy: entry.removedWhy === null ? null : maskRemark(ledger.label, entry.removedWhy),
  };
}

function rightsOn(actor: Actor, found: Found, { moves }: Written): Pick<EntryDetail, "may" | "refusals"> {
  const { entry, ledger, task } = found;
  const onEntry = (action: Parameters<typeof mayOnEntry>[1]) =>
    mayOnEntry(actor, action, ledger.label, task, entry);
  const onTask = (action: Parameters<typeof mayOnTask>[1]) => found.whole && mayOnTask(actor, action, task);
  const last = lastMove(moves);
  const mine = last !== null && last.accountId !== null && last.accountId === actor.accountId;
  const told = last && { recordedOn: dayOf(new Date(last.at)), mine };
  const [anyUndo, unitIds] = [onTask("entry.undoAny"), [...actor.unitIds, ...actor.headUnitIds]];
  const check = { day: today(), unitIds, leadUnitId: task.leadUnitId };
  const still = ledger.closedOn !== null ? "ledgerClosed" : entry.removedOn !== null ? "entryRemoved" : null;
  const undo = still ?? refusalOfUndo(ledger, told, today(), anyUndo);
  const recheck = refusalOfRecheck(ledger, entry, check, today());
  const [move, edit, fill, place] = [
    onEntry("entry.move"),
    onTask("entry.add"),
    onEntry("entry.fill"),
    onTask("plot.change"),
  ];
  return {
    may: {
      ...{ move, edit, fill, place, undo: anyUndo || move },
      reveal: onEntry("entry.reveal"),
      recheck: onTask("entry.recheck"),
    },
    refusals: { move: still, edit: still, fill: still, place: still, undo, recheck, reveal: null },
  };
}

/** The last move that still holds and can be taken back; null when the entry only joined. */
export function lastMove<M extends { id: number; undoesId: number | null; fromStage: string | null }>(
  moves: readonly M[],
): M | null {
  const last = liveMoves(moves).at(-1);
  return last === undefined || last.fromStage === null ? null : last;
}
