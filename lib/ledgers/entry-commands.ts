import { command } from "../api";
import { demandOn } from "../auth/demand";
import { today } from "../clock";
import type { Tx } from "../db";
import { NotFound, Refused, refuse } from "../errors";
import { record } from "../events/record";
import { getSettings } from "../settings/queries";
import {
  accessTo,
  demandEntry,
  holdEntry,
  holdLedger,
  insertMoves,
  mustExist,
  recordOn,
  refusalOfTouching,
  writeEntry,
} from "./base-commands";
import { fillData } from "./data-rules";
import { type Found, fetchEntry, type KeptEntry, readDetail } from "./entry-queries";
import { AddEntry, EditEntry, PlaceEntry, RemoveEntry, RestoreEntry, RevealEntry } from "./input";
import { toldChanges } from "./journal-rules";
import type { Ledger } from "./ledger-queries";
import { mask, maskTitle } from "./mask-rules";
import { type EntryRefusal, refusalOfPlace, standingAt } from "./move-rules";
import { type Data, stagesOn } from "./rules";

/** Adds an entry at the head of its track, or further on where it comes from. @throws NotFound, Forbidden, Refused */
export const addEntry = command("entry.add", AddEntry, async (tx, actor, input) => {
  await holdLedger(tx, input.ledgerId);
  const { ledger, task } = await accessTo(actor, input.ledgerId, tx);
  demandOn(actor, "entry.add", task);
  const { code, title, track, weight, unitId, postId, sponsorPostId } = input;
  const joinedOn = input.joinedOn ?? today();
  const stage = input.stage ?? stagesOn(ledger.stages, track)[0]?.key ?? "";
  refuse(refusalOfJoining(ledger, { stage, track, joinedOn }));
  const data = filled(ledger, null, input.data);
  await mustExist(tx, input);
  const place = standingAt(ledger.stages, { stage, track }, joinedOn, null, (await getSettings()).calendar);
  const facts = { code, title, data, weight, unitId, postId, sponsorPostId };
  const [row] = await tx.$queryRaw<{ id: number }[]>`
    INSERT INTO "LedgerEntry" ("ledgerId", code, title, data, stage, "stageSince", "stageDue", track, weight, "unitId", "postId", "sponsorPostId", "joinedOn", "writtenOffOn")
    VALUES (${ledger.id}, ${code}, ${title}, ${JSON.stringify(data)}::jsonb, ${stage}, ${place.stageSince}, ${place.stageDue}, ${track}, ${weight}, ${unitId}, ${postId}, ${sponsorPostId}, ${joinedOn}, ${place.writtenOffOn})
    ON CONFLICT ("ledgerId", code) DO NOTHING RETURNING id`;
  if (!row) throw new Refused("codeTaken");
  await insertMoves(tx, actor, ledger.id, [
    { entryId: row.id, from: null, to: { stage, track }, day: joinedOn, reason: "" },
  ]);
  record(tx, actor, {
    kind: "entry.add",
    subject: { type: "entry", id: row.id },
    taskId: task.id,
    changes: { ledger: [null, ledger.name], ...toldChanges(ledger, null, facts) },
  });
  return { entryId: row.id };
});

function refusalOfJoining(
  ledger: Ledger,
  { joinedOn, ...place }: { stage: string; track: string | null; joinedOn: string },
): EntryRefusal | null {
  if (ledger.closedOn !== null) return "ledgerClosed";
  return joinedOn > today() ? "dayAhead" : refusalOfPlace(ledger, place);
}

// What came masked goes back masked where nobody typed over it: it is no change.
function unmasked(ledger: Ledger, before: KeptEntry, typed: Data): Data {
  const types = new Map(ledger.fields.filter((one) => one.sensitive).map((one) => [one.key, one.type]));
  const echoes = (key: string, value: string) => {
    const type = types.get(key);
    return type !== undefined && value !== "" && value === mask(before.data[key] ?? "", type);
  };
  return Object.fromEntries(Object.entries(typed).filter(([key, value]) => !echoes(key, value)));
}

function filled(ledger: Ledger, before: Data | null, typed: Data): Data {
  const { data, faults } = fillData(ledger.fields, before, typed);
  const [first] = faults;
  if (first) throw new Refused(first.fault, { field: first.name });
  return data;
}

/** Changes what an entry says, never where it stands; those who only work on it fill in its fields. @throws NotFound, Forbidden, Refused, Stale */
export const editEntry = command("entry.edit", EditEntry, async (tx, actor, input) => {
  const { entryId, version, reason, data, title, ...given } = input;
  const found = await holdEntry(tx, actor, entryId);
  const { entry, ledger, task } = found;
  const facts = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  if (Object.keys(facts).length > 0) demandOn(actor, "entry.add", task);
  else demandEntry(actor, "entry.fill", found);
  refuse(refusalOfTouching(found));
  await mustExist(tx, given);
  await mustBeFree(tx, entry, given.code);
  const after = { ...entry, ...facts } as KeptEntry;
  if (data) after.data = filled(ledger, entry.data, unmasked(ledger, entry, data));
  if (title !== undefined && title !== maskTitle(ledger.label, entry.title)) after.title = title;
  await writeEntry(tx, found, version, { ...facts, data: after.data, title: after.title });
  recordOn(tx, actor, found, "entry.edit", toldChanges(ledger, entry, after), reason);
  return { entryId, version: version + 1 };
});

async function mustBeFree(tx: Tx, entry: KeptEntry, code: string | undefined): Promise<void> {
  if (code === undefined || code === entry.code) return;
  const taken = await tx.ledgerEntry.count({ where: { ledgerId: entry.ledgerId, code } });
  refuse(taken > 0 ? "codeTaken" : null);
}

/** Takes an entry out of the figures from a day on; its history stays. @throws NotFound, Forbidden, Refused, Stale */
export const removeEntry = command("entry.remove", RemoveEntry, async (tx, actor, input) => {
  const found = await holdEntry(tx, actor, input.entryId);
  const { entry, task } = found;
  demandOn(actor, "entry.add", task);
  refuse(refusalOfTouching(found));
  const removedOn = input.day ?? today();
  refuse(removedOn > today() ? "dayAhead" : removedOn < entry.stageSince ? "dayBeforeLastMove" : null);
  await writeEntry(tx, found, input.version, { removedOn, removedWhy: input.reason });
  recordOn(tx, actor, found, "entry.remove", { removedOn: [null, removedOn] }, input.reason);
  return { entryId: entry.id, version: input.version + 1 };
});

/** Takes a removed entry back as if it had never gone. @throws NotFound, Forbidden, Refused, Stale */
export const restoreEntry = command("entry.restore", RestoreEntry, async (tx, actor, input) => {
  const found = await holdEntry(tx, actor, input.entryId);
  const { entry, ledger, task } = found;
  demandOn(actor, "entry.add", task);
  refuse(ledger.closedOn !== null ? "ledgerClosed" : entry.removedOn === null ? "entryNotRemoved" : null);
  await writeEntry(tx, found, input.version, { removedOn: null, removedWhy: null });
  recordOn(tx, actor, found, "entry.restore", { removedOn: [entry.removedOn, null] }, input.reason);
  return { entryId: entry.id, version: input.version + 1 };
});

/** Puts an entry on a picture, or takes it off. @throws NotFound, Forbidden, Refused, Stale */
export const placeEntry = command("entry.place", PlaceEntry, async (tx, actor, input) => {
  const { entryId, version, plotId } = input;
  const found = await holdEntry(tx, actor, entryId);
  demandOn(actor, "plot.change", found.task);
  refuse(refusalOfTouching(found));
  const plot = plotId === null ? null : await plotOf(tx, found, plotId);
  if (plot !== null && (input.x === null || input.y === null)) throw new Refused("placeMissing");
  const place = plot === null ? { plotId: null, x: null, y: null } : { plotId, x: input.x, y: input.y };
  await writeEntry(tx, found, version, place);
  recordOn(tx, actor, found, "entry.place", { plot: [null, plot?.name ?? null] }, null);
  return { entryId, version: version + 1 };
});

async function plotOf(tx: Tx, { ledger }: Found, id: number): Promise<{ name: string }> {
  const where = { id, ledgerId: ledger.id, removedAt: null };
  const plot = await tx.plot.findFirst({ where, select: { name: true } });
  if (!plot) throw new NotFound(`plot ${id}`);
  return plot;
}

/** Shows what is masked of one entry; that somebody looked is the record. @throws NotFound, Forbidden */
export const revealEntry = command(
  "entry.reveal",
  RevealEntry,
  async (tx, actor, { entryId }) => {
    const found = await fetchEntry(actor, entryId, tx);
    demandEntry(actor, "entry.reveal", found);
    recordOn(tx, actor, found, "entry.reveal", {}, null);
    return { detail: await readDetail(actor, found, tx, { masked: false }) };
  },
  // The answer is not kept under its key: a copy of the text outside the record of looks would be a leak.
  { secretAnswer: true },
);
