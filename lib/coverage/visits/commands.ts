import { command } from "../../api";
import { type Actor, mayOnTask } from "../../auth/permissions";
import { dayOf, now, today } from "../../clock";
import type { Tx } from "../../db";
import { Forbidden, NotFound, Refused, refuse } from "../../errors";
import { changesBetween, record } from "../../events/record";
import { attachProof } from "../../files/commands";
import { LogVisit, LogVisits, WithdrawVisit } from "../input";
import { type Charge, closeness, refusalOfVisit, refusalOfWithdrawing, type Span } from "../rules";
import { type DutyInHand, getDutyInHand, getDutyObject, withoutNames } from "../subjects";

/** Records a visit; for those who work on the task, and for whoever answers for the object. @throws NotFound, Forbidden, Refused */
export const logVisit = command("visit.log", LogVisit, async (tx, actor, { tickets, ...input }) => {
  const hand = await getDutyInHand(actor, input.dutyId, tx);
  const object = await getDutyObject(actor, hand, input.objectId, tx);
  demandLogging(actor, hand, object);
  const { duty, task, register } = hand;
  refuse(refusalOfVisit({ duty, object, status: task.status }, input, today()));
  const by = { accountId: actor.accountId, author: actor.name, at: now() };
  const { id } = await tx.visit.create({ data: { ...input, ...by }, select: { id: true } });
  const sensitive = register.label === "sensitive";
  await attachProof(tx, actor, { taskId: task.id, visitId: id, sensitive, tickets });
  const { day, act, note } = withoutNames(register, input);
  const changes = changesBetween({}, { code: object.code, day, act, note, duty: duty.name });
  record(tx, actor, { kind: "visit.log", subject: { type: "visit", id }, taskId: task.id, changes });
  return { visitId: id };
});

function demandLogging(actor: Actor, { task }: DutyInHand, object: Charge): void {
  if (mayOnTask(actor, "visit.log", task) || closeness(actor, object) > 0) return;
  throw new Forbidden("visit.log");
}

type Visited = Charge & Span & { id: number; code: string };

const CODES_TOLD = 20;

/** Records many visits at once, all of them or none; the refusal names the first row that is wrong. @throws NotFound, Forbidden, Refused */
export const logVisits = command("visit.logMany", LogVisits, async (tx, actor, { dutyId, rows }) => {
  const hand = await getDutyInHand(actor, dutyId, tx);
  const byCode = await holdObjects(tx, hand);
  const visits = rows.map(([code, day, act, note], at) => {
    const object = byCode.get(code);
    const row = at + 1;
    if (!object) throw new Refused("rowObjectUnknown", { row, code });
    demandLogging(actor, hand, object);
    const why = refusalOfVisit({ duty: hand.duty, object, status: hand.task.status }, { day, act }, today());
    if (why) throw new Refused(`row_${why}`, { row, code });
    return { objectId: object.id, day, act, note };
  });
  await tx.$executeRaw`
    INSERT INTO "Visit" ("dutyId", "objectId", day, act, note, "accountId", author, at)
    SELECT ${dutyId}::int, v."objectId", v.day, v.act, v.note, ${actor.accountId}::int, ${actor.name}, ${now()}
    FROM jsonb_to_recordset(${JSON.stringify(visits)}::jsonb) AS v("objectId" int, day text, act text, note text)`;
  const codes = [...new Set(rows.map(([code]) => code))];
  const told = codes.slice(0, CODES_TOLD).join("、") + (codes.length > CODES_TOLD ? "…" : "");
  const changes = changesBetween({}, { count: rows.length, codes: told, duty: hand.duty.name });
  const subject = { type: "duty", id: dutyId };
  record(tx, actor, { kind: "visit.logMany", subject, taskId: hand.task.id, changes });
  return { logged: rows.length };
});

/** Every object of the duty by its code; all stay as they are until the transaction ends. */
async function holdObjects(tx: Tx, { duty }: DutyInHand): Promise<Map<string, Visited>> {
  await tx.$queryRaw`SELECT 1 FROM "Duty" WHERE id = ${duty.id} FOR SHARE`;
  const rows = await tx.$queryRaw<Visited[]>`
    SELECT id, code, "unitId", "postId", "sponsorPostId", "activeFrom", "activeTo" FROM "RegisterObject"
    WHERE "registerId" = ${duty.registerId} ORDER BY id FOR SHARE`;
  return new Map(rows.map((row) => [row.code, row]));
}

/** Takes back a mistaken visit with its photos; it stays readable with the reason. @throws NotFound, Forbidden, Refused */
export const withdrawVisit = command(
  "visit.withdraw",
  WithdrawVisit,
  async (tx, actor, { visitId, reason }) => {
    const [visit] = await tx.$queryRaw<VisitRow[]>`
    SELECT id, "dutyId", "objectId", day, act, "accountId", at, "withdrawnAt" FROM "Visit" WHERE id = ${visitId} FOR UPDATE`;
    if (!visit) throw new NotFound(`visit ${visitId}`);
    const hand = await getDutyInHand(actor, visit.dutyId, tx);
    const object = await getDutyObject(actor, hand, visit.objectId, tx);
    const mayAny = mayOnTask(actor, "visit.withdrawAny", hand.task);
    if (!mayAny) demandLogging(actor, hand, object);
    const own = visit.accountId !== null && visit.accountId === actor.accountId;
    const facts = { status: hand.task.status, withdrawn: visit.withdrawnAt !== null, own };
    refuse(refusalOfWithdrawing({ ...facts, loggedOn: dayOf(visit.at) }, mayAny, today()));
    const data = { withdrawnAt: now(), withdrawnWhy: reason };
    await tx.visit.update({ where: { id: visitId }, data, select: { id: true } });
    await removePhotos(tx, visitId, hand.task.id);
    const changes = { code: [object.code, null], day: [visit.day, null], act: [visit.act, null] } as const;
    const subject = { type: "visit", id: visitId };
    record(tx, actor, {
      kind: "visit.withdraw",
      subject,
      taskId: hand.task.id,
      changes: { ...copied(changes) },
      reason,
    });
    return { visitId };
  },
);

type VisitRow = {
  id: number;
  dutyId: number;
  objectId: number;
  day: string;
  act: string;
  accountId: number | null;
  at: Date;
  withdrawnAt: Date | null;
};

function copied(changes: Record<string, readonly [unknown, unknown]>): Record<string, [unknown, unknown]> {
  return Object.fromEntries(Object.entries(changes).map(([key, [before, after]]) => [key, [before, after]]));
}

/** The photos of a withdrawn visit prove nothing any more. */
async function removePhotos(tx: Tx, visitId: number, taskId: number): Promise<void> {
  const { count } = await tx.evidence.updateMany({
    where: { visitId, removedAt: null },
    data: { removedAt: now() },
  });
  if (count === 0) return;
  await tx.task.update({
    where: { id: taskId },
    data: { evidenceCount: { decrement: count } },
    select: { id: true },
  });
}
