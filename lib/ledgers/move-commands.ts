import { command } from "../api";
import { demandOn } from "../auth/demand";
import { mayOnEntry } from "../auth/entry-permissions";
import { type Actor, mayOnTask } from "../auth/permissions";
import type { Day } from "../calendar/rules";
import { dayOf, now, today } from "../clock";
import type { Tx } from "../db";
import { Forbidden, NotFound, Refused, refuse } from "../errors";
import { record } from "../events/record";
import { attachProof } from "../files/commands";
import { getSettings } from "../settings/queries";
import {
  demandEntry,
  holdEntry,
  holdLedger,
  insertMoves,
  recordOn,
  staleEntry,
  writeEntry,
} from "./base-commands";
import { type Found, type KeptEntry, lastMove, readEntries } from "./entry-queries";
import { MoveEntries, MoveEntry, RecheckEntry, UndoMove } from "./input";
import { toldCodes, toldMove } from "./journal-rules";
import { type Access, getAccess } from "./ledger-queries";
import {
  refusalOfMove,
  refusalOfRecheck,
  refusalOfUndo,
  stageBefore,
  standingAt,
  stepsOf,
} from "./move-rules";
import { type MoveFacts, standingAfter } from "./replay-rules";

type Place = { stage: string; track: string | null };
type Going = { entry: KeptEntry; version: number; to: Place };
type How = { day: Day; reason: string; tickets: string[] };

/** Moves one entry to another stage, onto another track, or both. @throws NotFound, Forbidden, Refused, Stale */
export const moveEntry = command("entry.move", MoveEntry, async (tx, actor, input) => {
  const found = await holdEntry(tx, actor, input.entryId);
  demandEntry(actor, "entry.move", found);
  const { entry, ledger } = found;
  const going = { entry, version: input.version, to: destination(entry, input) };
  const [moveId] = await go(tx, actor, found, [going], howOf(input));
  recordOn(tx, actor, found, "entry.move", toldMove(ledger, entry, going.to), input.reason);
  return { entryId: entry.id, version: input.version + 1, moveId: moveId ?? null };
});

/** Moves many entries of a ledger alike: all of them or none. @throws NotFound, Forbidden, Refused, Stale */
export const moveEntries = command("entry.moveMany", MoveEntries, async (tx, actor, input) => {
  await holdLedger(tx, input.ledgerId);
  const access = await getAccess(actor, input.ledgerId, tx);
  const { ledger, task } = access;
  const ids = input.entries.map(({ entryId }) => entryId);
  if (new Set(ids).size < ids.length) throw new Refused("twiceInBatch");
  const entries = await readEntries(tx, ids);
  for (const entry of entries) {
    const may = (action: "entry.see" | "entry.move") => mayOnEntry(actor, action, ledger.label, task, entry);
    if (entry.ledgerId !== ledger.id || !may("entry.see")) throw new NotFound(`entry ${entry.id}`);
    if (!may("entry.move")) throw new Forbidden("entry.move");
  }
  const going = entries.map((entry, at) => ({
    ...{ entry, version: input.entries[at]?.version ?? 0, to: destination(entry, input) },
  }));
  await go(tx, actor, access, going, howOf(input));
  const place = { stage: input.stage ?? "", track: input.track ?? null };
  record(tx, actor, {
    ...{ kind: "entry.moveMany", subject: { type: "ledger", id: ledger.id }, taskId: task.id },
    changes: {
      ledger: [null, ledger.name],
      ...toldMove(ledger, input.stage === undefined ? place : null, place),
      count: [null, entries.length],
      codes: [null, toldCodes(entries.map(({ code }) => code))],
    },
    reason: ledger.label === "sensitive" ? null : input.reason,
  });
  return { moved: entries.map(({ id }, at) => ({ entryId: id, version: (going[at]?.version ?? 0) + 1 })) };
});

type Where = { stage?: string | undefined; track?: string | null | undefined };

function destination(entry: Place, { stage, track }: Where): Place {
  return { stage: stage ?? entry.stage, track: track === undefined ? entry.track : track };
}

function howOf({
  day,
  reason,
  tickets,
}: {
  day?: string | undefined;
  reason: string;
  tickets: string[];
}): How {
  return { day: day ?? today(), reason, tickets };
}

/** The move itself, for one or many in three statements. @returns the ids of the last move of each entry */
async function go(
  tx: Tx,
  actor: Actor,
  access: Access,
  list: readonly Going[],
  how: How,
): Promise<(number | null)[]> {
  const { ledger, task } = access;
  for (const { entry, version, to } of list) {
    if (entry.version !== version) throw await staleEntry(tx, access, entry.id, version);
    const move = { ...to, day: how.day, reason: how.reason, evidence: how.tickets.length };
    refuse(refusalOfMove(ledger, entry, move, today()), { entry: entry.code });
  }
  await writePlaces(tx, access, list, how.day);
  const { day, reason } = how;
  const steps = list.flatMap(({ entry, to }) =>
    stepsOf(ledger, entry, to).map((step) => ({ entryId: entry.id, ...step, day, reason })),
  );
  const inserted = await insertMoves(tx, actor, ledger.id, steps);
  const last = new Map<number, number>();
  for (const { id, entryId } of inserted) last.set(entryId, Math.max(id, last.get(entryId) ?? 0));
  const ids = list.map(({ entry }) => last.get(entry.id) ?? null);
  for (const moveId of ids) {
    if (how.tickets.length === 0 || moveId === null) continue;
    const sensitive = ledger.label === "sensitive";
    await attachProof(tx, actor, { taskId: task.id, moveId, sensitive, tickets: how.tickets });
  }
  return ids;
}

async function writePlaces(tx: Tx, access: Access, list: readonly Going[], day: Day): Promise<void> {
  const { calendar } = await getSettings();
  const rows = list.map(({ entry, version, to }) => ({
    ...{ id: entry.id, version },
    ...standingAt(access.ledger.stages, to, day, entry.writtenOffOn, calendar),
  }));
  const written = await tx.$queryRaw<{ id: number }[]>`
    UPDATE "LedgerEntry" e SET stage = r.stage, track = r.track, "stageSince" = r."stageSince", "stageDue" = r."stageDue",
      "writtenOffOn" = r."writtenOffOn", version = e.version + 1
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(id int, version int, stage text, track text, "stageSince" text,
      "stageDue" text, "writtenOffOn" text)
    WHERE e.id = r.id AND e.version = r.version RETURNING e.id`;
  const done = new Set(written.map(({ id }) => id));
  const beaten = list.find(({ entry }) => !done.has(entry.id));
  if (beaten) throw await staleEntry(tx, access, beaten.entry.id, beaten.version);
}

type Kept = MoveFacts & { accountId: number | null; fromTrack: string | null; at: Date };

/** Takes the last move of an entry back; both stay in its history. @throws NotFound, Forbidden, Refused, Stale */
export const undoMove = command("entry.undoMove", UndoMove, async (tx, actor, input) => {
  const found = await holdEntry(tx, actor, input.entryId);
  const { entry, ledger, task } = found;
  const any = found.whole && mayOnTask(actor, "entry.undoAny", task);
  if (!any) demandEntry(actor, "entry.move", found);
  refuse(entry.removedOn === null ? null : "entryRemoved");
  const moves: Kept[] = await tx.ledgerMove.findMany({
    where: { entryId: entry.id },
    orderBy: { id: "asc" },
    select: MOVE,
  });
  const last = lastMove(moves);
  const mine = last !== null && last.accountId !== null && last.accountId === actor.accountId;
  const undo = last && { recordedOn: dayOf(last.at), mine: mine || actor.system === true };
  refuse(refusalOfUndo(ledger, undo, today(), any || actor.system === true));
  const before = standingAfter(
    ledger.stages,
    moves.filter(({ id }) => id !== last?.id),
  );
  if (last === null || before === null) throw new Refused("nothingToUndo");
  await goBack(tx, actor, found, input, { ...before, undoesId: last.id, day: today() });
  recordOn(tx, actor, found, "entry.undoMove", toldMove(ledger, entry, before), input.reason);
  return { entryId: entry.id, version: input.version + 1 };
});

const MOVE = {
  ...{ id: true, entryId: true, fromStage: true, toStage: true, fromTrack: true, toTrack: true },
  ...{ day: true, undoesId: true, accountId: true, at: true },
} as const;

type Back = Place & { since: Day; writtenOffOn: Day | null; day: Day; undoesId?: number };

async function goBack(
  tx: Tx,
  actor: Actor,
  found: Found,
  { version, reason }: { version: number; reason: string },
  { stage, track, since, writtenOffOn, day, undoesId }: Back,
): Promise<void> {
  const { entry, ledger } = found;
  const { calendar } = await getSettings();
  const standing = standingAt(ledger.stages, { stage, track }, since, writtenOffOn, calendar);
  await writeEntry(tx, found, version, standing);
  const move = { entryId: entry.id, from: entry, to: { stage, track }, day, reason };
  await insertMoves(tx, actor, ledger.id, [{ ...move, ...(undoesId !== undefined && { undoesId }) }]);
}

/** Looks at a written-off entry again; one that fails goes back. @throws NotFound, Forbidden, Refused, Stale */
export const recheckEntry = command("entry.recheck", RecheckEntry, async (tx, actor, input) => {
  const { entryId, version, passed, note } = input;
  const found = await holdEntry(tx, actor, entryId);
  const { entry, ledger, task } = found;
  demandOn(actor, "entry.recheck", task);
  const day = input.day ?? today();
  const check = { day, unitIds: [...actor.unitIds, ...actor.headUnitIds], leadUnitId: task.leadUnitId };
  refuse(refusalOfRecheck(ledger, entry, check, today()));
  refuse(passed || note !== "" ? null : "reasonMissing");
  const by = { accountId: actor.accountId, author: actor.name, at: now() };
  const stage = stageBefore(ledger, entry);
  if (passed) await writeEntry(tx, found, version, {});
  else
    await goBack(
      tx,
      actor,
      found,
      { version, reason: note },
      {
        ...{ stage, track: entry.track, since: day, writtenOffOn: null, day },
      },
    );
  await tx.recheck.create({ data: { entryId, day, passed, note, ...by }, select: { id: true } });
  const moved = passed ? {} : toldMove(ledger, entry, { stage, track: entry.track });
  recordOn(tx, actor, found, "entry.recheck", { passed: [null, passed], ...moved }, note);
  return { entryId, version: version + 1 };
});
