import { command } from "../api";
import { demandOn } from "../auth/demand";
import type { Calendar } from "../calendar/rules";
import { dayOf, now, today } from "../clock";
import type { Tx } from "../db";
import { refuse, Stale } from "../errors";
import { changesBetween, record } from "../events/record";
import { getSettings } from "../settings/queries";
import { getTask } from "../tasks/queries";
import { accessTo } from "./base-commands";
import { type Held, refusalOfChange, refusalOfDefinition } from "./definition-rules";
import { ChangeLedger, CloseLedger, DefineLedger } from "./input";
import { getAccess, headOf, type Ledger } from "./ledger-queries";
import { deadlineOf } from "./move-rules";
import { isWrittenOff } from "./rules";

/** Sets up a list of objects that prove a task one by one. @throws NotFound, Forbidden, Refused */
export const defineLedger = command("ledger.define", DefineLedger, async (tx, actor, input) => {
  const task = await getTask(actor, input.taskId, tx);
  demandOn(actor, "ledger.define", task);
  const finished = task.status === "closed" || task.status === "terminated";
  refuse(finished ? "notEditable" : refusalOfDefinition(input));
  const order = await tx.ledger.count({ where: { taskId: task.id } });
  const { id } = await tx.ledger.create({ data: { ...input, order }, select: { id: true } });
  record(tx, actor, {
    kind: "ledger.define",
    subject: { type: "ledger", id },
    taskId: task.id,
    changes: changesBetween({}, told(input)),
  });
  return { ledgerId: id, version: 1 };
});

/** Changes what a ledger asks and how it is called; entries stay where they are. @throws NotFound, Forbidden, Refused, Stale */
export const changeLedger = command("ledger.change", ChangeLedger, async (tx, actor, input) => {
  const { ledgerId, version, reason, ...fields } = input;
  // Alone with the ledger: nobody enters a stage while it is being taken away.
  await tx.$executeRaw`SELECT 1 FROM "Ledger" WHERE id = ${ledgerId} FOR UPDATE`;
  const access = await accessTo(actor, ledgerId, tx);
  demandOn(actor, "ledger.define", access.task);
  const { ledger } = access;
  if (ledger.version !== version) throw new Stale(headOf(ledger), version);
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  const after: Ledger = { ...ledger, ...given };
  refuse(ledger.closedOn !== null ? "ledgerClosed" : refusalOfDefinition(after));
  refuse(refusalOfChange(ledger, after, await listHeld(tx, ledgerId)));
  await tx.ledger.update({
    where: { id: ledgerId },
    data: { ...given, version: { increment: 1 } },
    select: { id: true },
  });
  await restand(tx, ledger, after);
  const changes = changesBetween(told(ledger), told(after));
  const subject = { type: "ledger", id: ledgerId };
  record(tx, actor, { kind: "ledger.change", subject, taskId: ledger.taskId, changes, reason });
  return { ledgerId, version: version + 1 };
});

/** Ends the work on a ledger; it stays readable and keeps its figures. @throws NotFound, Forbidden, Refused, Stale */
export const closeLedger = command(
  "ledger.close",
  CloseLedger,
  async (tx, actor, { ledgerId, version, reason }) => {
    const { ledger, task } = await accessTo(actor, ledgerId, tx);
    demandOn(actor, "ledger.define", task);
    refuse(ledger.closedOn !== null ? "ledgerClosed" : null);
    const closedOn = dayOf(now());
    const written = await tx.ledger.updateMany({
      where: { id: ledgerId, version },
      data: { closedOn, version: { increment: 1 } },
    });
    if (written.count === 0) throw new Stale(headOf((await getAccess(actor, ledgerId, tx)).ledger), version);
    const changes = changesBetween({ ledger: null, closedOn: null } as Record<string, unknown>, {
      ledger: ledger.name,
      closedOn,
    });
    const subject = { type: "ledger", id: ledgerId };
    record(tx, actor, { kind: "ledger.close", subject, taskId: task.id, changes, reason });
    return { ledgerId, version: version + 1 };
  },
);

type Told = Pick<
  Ledger,
  "name" | "entryWord" | "label" | "counting" | "fields" | "stages" | "tracks" | "rates" | "weight"
>;

function told(ledger: Told): Record<string, unknown> {
  const { name, entryWord, label, counting, weight, fields, stages, tracks, rates } = ledger;
  const names = (list: readonly { name: string }[]) => list.map((one) => one.name).join("、");
  return {
    ...{ ledger: name, entryWord, label, counting, weight },
    ...{ fields: names(fields), stages: names(stages), tracks: names(tracks), rates: names(rates) },
  };
}

/** Every place in which an entry stands, or that a move of one names. */
async function listHeld(tx: Tx, ledgerId: number): Promise<Held[]> {
  return tx.$queryRaw<Held[]>`
    SELECT stage, track, bool_or(standing) AS standing FROM (
      SELECT stage, track, true AS standing FROM "LedgerEntry" WHERE "ledgerId" = ${ledgerId}
      UNION SELECT "toStage", "toTrack", false FROM "LedgerMove" WHERE "ledgerId" = ${ledgerId}
      UNION SELECT "fromStage", "fromTrack", false FROM "LedgerMove" WHERE "ledgerId" = ${ledgerId} AND "fromStage" IS NOT NULL) h
    GROUP BY stage, track`;
}

/** Where a stage has another deadline now, or writes off what it did not, its entries follow. */
async function restand(tx: Tx, before: Ledger, after: Ledger): Promise<void> {
  const rules = (ledger: Ledger, key: string) => {
    const stage = ledger.stages.find((one) => one.key === key);
    return `${stage?.days ?? ""} ${stage?.writtenOff ?? ""}`;
  };
  const changed = after.stages
    .map(({ key }) => key)
    .filter((key) => rules(before, key) !== rules(after, key));
  if (changed.length === 0) return;
  const { calendar } = await getSettings();
  const rows = await restood(tx, after, changed, calendar);
  await tx.$executeRaw`
    UPDATE "LedgerEntry" e SET "stageDue" = r.due, version = e.version + 1,
      "writtenOffOn" = CASE WHEN r.off THEN coalesce(e."writtenOffOn", e."stageSince") END
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(stage text, since text, due text, off boolean)
    WHERE e."ledgerId" = ${after.id} AND e.stage = r.stage AND e."stageSince" = r.since`;
}

async function restood(tx: Tx, { id, stages }: Ledger, changed: readonly string[], calendar: Calendar) {
  const days = await tx.$queryRaw<{ stage: string; since: string }[]>`
    SELECT DISTINCT stage, "stageSince" AS since FROM "LedgerEntry"
    WHERE "ledgerId" = ${id} AND stage = ANY(${[...changed]}::text[]) AND "stageSince" <= ${today()}`;
  return days.map(({ stage, since }) => ({
    ...{ stage, since, due: deadlineOf(stages, stage, since, calendar) },
    off: isWrittenOff(stages, stage),
  }));
}
