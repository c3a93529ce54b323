import { command } from "../api";
import { demandOn } from "../auth/demand";
import type { Actor } from "../auth/permissions";
import { today } from "../clock";
import type { Tx } from "../db";
import { Refused, refuse } from "../errors";
import { record } from "../events/record";
import { getSettings } from "../settings/queries";
import { accessTo, holdLedger, insertMoves, type NewMove } from "./base-commands";
import { ImportEntries } from "./input";
import { toldCodes } from "./journal-rules";
import type { Ledger } from "./ledger-queries";
import { standingAt, stepsOf } from "./move-rules";
import { type PasteNames, type PasteRow, readPaste } from "./paste-rules";
import { idsOfChoices } from "./paste-table-rules";
import { readChoices } from "./row-queries";

type Known = {
  id: number;
  version: number;
  code: string;
  stage: string;
  stageSince: string;
  track: string | null;
  joinedOn: string;
  removedOn: string | null;
  writtenOffOn: string | null;
};

/** Writes what a pasted table says: new entries, changes and moves of known ones, all at once. @throws NotFound, Forbidden, Refused */
export const importEntries = command("entry.import", ImportEntries, async (tx, actor, input) => {
  await holdLedger(tx, input.ledgerId);
  const { ledger, task } = await accessTo(actor, input.ledgerId, tx);
  demandOn(actor, "entry.add", task);
  const known = await listKnown(tx, ledger.id);
  const names = await namesFor(tx, known, input);
  const { rows, faults } = readPaste(input.text, ledger, names);
  const [fresh, old] = [
    rows.filter(({ entryId }) => entryId === null),
    rows.filter(({ entryId }) => entryId !== null),
  ];
  const read = { added: fresh.length, updated: old.length, faults: faults.length };
  refuse(refusalOfImport(read, input.expect), read);
  if (old.some(({ moves }) => moves)) demandOn(actor, "entry.move", task);
  await addRows(tx, actor, ledger, fresh);
  await changeRows(tx, actor, ledger, old, known, input.reason);
  record(tx, actor, {
    ...{ kind: "entry.import", subject: { type: "ledger", id: ledger.id }, taskId: task.id },
    changes: {
      ledger: [null, ledger.name],
      added: [null, read.added],
      updated: [null, read.updated],
      codes: [null, toldCodes(rows.map(({ code }) => code))],
    },
    reason: ledger.label === "sensitive" ? null : input.reason,
  });
  return { ...read, moved: old.filter(({ moves }) => moves).length };
});

type Read = { added: number; updated: number; faults: number };

function refusalOfImport(read: Read, expect: Read | undefined): string | null {
  if (read.added + read.updated === 0) return "nothingToImport";
  if (!expect) return read.faults > 0 ? "importFaulty" : null;
  const same = (["added", "updated", "faults"] as const).every((key) => read[key] === expect[key]);
  return same ? null : "importChanged";
}

async function listKnown(tx: Tx, ledgerId: number): Promise<Map<string, Known>> {
  const rows = await tx.$queryRaw<Known[]>`
    SELECT id, version, code, stage, "stageSince", track, "joinedOn", "removedOn", "writtenOffOn" FROM "LedgerEntry" WHERE "ledgerId" = ${ledgerId}`;
  return new Map(rows.map((row) => [row.code, row]));
}

async function namesFor(
  tx: Tx,
  entries: Map<string, Known>,
  { day, reason }: { day?: string | undefined; reason: string },
): Promise<PasteNames> {
  const { units, posts } = idsOfChoices(await readChoices(tx));
  return { entries, units, posts, today: today(), day: day ?? today(), reason };
}

async function addRows(tx: Tx, actor: Actor, ledger: Ledger, rows: readonly PasteRow[]): Promise<void> {
  if (rows.length === 0) return;
  const { calendar } = await getSettings();
  const given = rows.map((row) => ({
    ...row,
    ...{ title: row.title ?? "", weight: row.weight ?? 1 },
    ...standingAt(ledger.stages, row, row.day, null, calendar),
  }));
  const added = await tx.$queryRaw<{ id: number; code: string }[]>`
    INSERT INTO "LedgerEntry" ("ledgerId", code, title, data, stage, "stageSince", "stageDue", track, weight, "unitId", "postId", "sponsorPostId", "joinedOn", "writtenOffOn")
    SELECT ${ledger.id}::int, code, title, data, stage, "stageSince", "stageDue", track, weight, "unitId", "postId", "sponsorPostId", "joinedOn", "writtenOffOn"
    FROM jsonb_to_recordset(${JSON.stringify(given)}::jsonb) AS r("row" int, code text, title text, data jsonb, stage text, "stageSince" text, "stageDue" text,
      track text, weight numeric, "unitId" int, "postId" int, "sponsorPostId" int, "joinedOn" text, "writtenOffOn" text) ORDER BY "row"
    ON CONFLICT ("ledgerId", code) DO NOTHING RETURNING id, code`;
  if (added.length < rows.length) throw new Refused("importChanged");
  const ids = new Map(added.map(({ id, code }) => [code, id]));
  const moves = rows.map(({ code, stage, track, day }): NewMove => {
    return { entryId: ids.get(code) as number, from: null, to: { stage, track }, day, reason: "" };
  });
  await insertMoves(tx, actor, ledger.id, moves);
}

async function changeRows(
  tx: Tx,
  actor: Actor,
  ledger: Ledger,
  rows: readonly PasteRow[],
  known: ReadonlyMap<string, Known>,
  reason: string,
): Promise<void> {
  if (rows.length === 0) return;
  const { calendar } = await getSettings();
  const given = rows.map((row) => {
    const { id, version, writtenOffOn } = known.get(row.code) as Known;
    const place = row.moves ? standingAt(ledger.stages, row, row.day, writtenOffOn, calendar) : null;
    return { ...row, id, version, ...place };
  });
  const written = await tx.$executeRaw`
    UPDATE "LedgerEntry" e SET version = e.version + 1, title = coalesce(r.title, e.title), data = e.data || r.data,
      weight = coalesce(r.weight, e.weight), "unitId" = coalesce(r."unitId", e."unitId"), "postId" = coalesce(r."postId", e."postId"),
      "sponsorPostId" = coalesce(r."sponsorPostId", e."sponsorPostId"), stage = r.stage, track = r.track,
      "stageSince" = CASE WHEN r.moves THEN r."stageSince" ELSE e."stageSince" END,
      "stageDue" = CASE WHEN r.moves THEN r."stageDue" ELSE e."stageDue" END,
      "writtenOffOn" = CASE WHEN r.moves THEN r."writtenOffOn" ELSE e."writtenOffOn" END
    FROM jsonb_to_recordset(${JSON.stringify(given)}::jsonb) AS r(id int, version int, title text, data jsonb, weight numeric, "unitId" int,
      "postId" int, "sponsorPostId" int, stage text, track text, moves boolean, "stageSince" text, "stageDue" text, "writtenOffOn" text)
    WHERE e.id = r.id AND e.version = r.version`;
  if (written < rows.length) throw new Refused("importChanged");
  const moves = rows.filter((row) => row.moves);
  const steps = moves.flatMap(({ code, stage, track, day }) => {
    const from = known.get(code) as Known;
    const entryId = from.id;
    return stepsOf(ledger, from, { stage, track }).map(
      (step): NewMove => ({ entryId, ...step, day, reason }),
    );
  });
  if (steps.length > 0) await insertMoves(tx, actor, ledger.id, steps);
}
