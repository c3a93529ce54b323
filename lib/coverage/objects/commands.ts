import { command } from "../../api";
import { demand } from "../../auth/demand";
import type { Actor } from "../../auth/permissions";
import { today } from "../../clock";
import type { Tx } from "../../db";
import { Forbidden, NotFound, Refused, refuse, Stale } from "../../errors";
import { type Changes, changesBetween, record } from "../../events/record";
import { AddObject, EditObject, ImportObjects, LeaveObject, RejoinObject, RevealObject } from "../input";
import { mayReveal } from "../rules";
import {
  getObjectRow,
  getRegisterRow,
  type ObjectRow,
  type Register,
  recordOnRegister,
  withoutNames,
} from "../subjects";

/** The register, open and held: one change of its objects at a time, so that codes stay unique and no visit slips between. */
async function holdOpen(tx: Tx, actor: Actor, id: number): Promise<Register> {
  await tx.$queryRaw`SELECT 1 FROM "Register" WHERE id = ${id} FOR NO KEY UPDATE`;
  const register = await getRegisterRow(actor, id, tx);
  refuse(register.closedOn === null ? null : "registerClosed");
  return register;
}

async function codeMustBeFree(tx: Tx, registerId: number, code: string, except: number | null) {
  const where = { registerId, code, NOT: { id: except ?? -1 } };
  const taken = await tx.registerObject.findFirst({ where, select: { id: true } });
  refuse(taken ? "codeTaken" : null);
}

type Charged = { unitId?: number | null | undefined; postId?: number | null | undefined };

/** The units and posts named exist. @throws NotFound */
async function mustExist(tx: Tx, rows: readonly (Charged & { sponsorPostId?: number | null | undefined })[]) {
  const ids = (pick: (number | null | undefined)[]) => [...new Set(pick.filter((id) => id != null))];
  const units = ids(rows.map(({ unitId }) => unitId));
  const posts = ids(rows.flatMap(({ postId, sponsorPostId }) => [postId, sponsorPostId]));
  if ((await tx.unit.count({ where: { id: { in: units } } })) !== units.length) throw new NotFound("unit");
  if ((await tx.post.count({ where: { id: { in: posts } } })) !== posts.length) throw new NotFound("post");
}

/** Adds an object to a register. @throws Forbidden, NotFound, Refused */
export const addObject = command("object.add", AddObject, async (tx, actor, input) => {
  demand(actor, "register.change");
  const register = await holdOpen(tx, actor, input.registerId);
  await codeMustBeFree(tx, input.registerId, input.code, null);
  await mustExist(tx, [input]);
  const order = await tx.registerObject.count({ where: { registerId: input.registerId } });
  const row = { ...input, activeFrom: input.activeFrom ?? today() };
  const { id } = await tx.registerObject.create({ data: { ...row, order }, select: { id: true } });
  const { registerId: _, ...told } = withoutNames(register, row);
  await tell(tx, actor, register, "object.add", id, changesBetween({}, told));
  return { objectId: id };
});

async function tell(
  tx: Tx,
  actor: Actor,
  { id: registerId }: Register,
  kind: string,
  objectId: number,
  changes: Changes,
  reason?: string,
): Promise<void> {
  const subject = { type: "object", id: objectId };
  await recordOnRegister(tx, actor, registerId, { kind, subject, changes, reason });
}

async function getInVersion(
  tx: Tx,
  actor: Actor,
  objectId: number,
  version: number,
): Promise<ObjectRow & { register: Register }> {
  const { registerId } = await getObjectRow(actor, objectId, tx);
  await holdOpen(tx, actor, registerId);
  await tx.$queryRaw`SELECT 1 FROM "RegisterObject" WHERE id = ${objectId} FOR NO KEY UPDATE`;
  const object = await getObjectRow(actor, objectId, tx);
  const { register, ...shown } = object;
  if (object.version !== version) throw new Stale(withoutNames(register, shown), version);
  return object;
}

/** Corrects an object; its visits stay with it. @throws Forbidden, NotFound, Refused, Stale */
export const editObject = command(
  "object.edit",
  EditObject,
  async (tx, actor, { objectId, version, ...wanted }) => {
    demand(actor, "register.change");
    const { register, ...object } = await getInVersion(tx, actor, objectId, version);
    if (wanted.code !== undefined) await codeMustBeFree(tx, register.id, wanted.code, objectId);
    await mustExist(tx, [wanted]);
    if (wanted.activeFrom !== undefined) await mustHoldVisits(tx, objectId, wanted.activeFrom, null);
    const endsBefore = object.activeTo !== null && (wanted.activeFrom ?? "") > object.activeTo;
    refuse(endsBefore ? "endBeforeStart" : null);
    const data = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined));
    await write(tx, objectId, data);
    const changes = changesBetween<Record<string, unknown>>(object, data);
    const hidden = register.label === "sensitive" ? maskChanges(changes) : changes;
    await tell(tx, actor, register, "object.edit", objectId, hidden);
    return { objectId, version: version + 1 };
  },
);

function maskChanges(changes: Changes): Changes {
  const entries = Object.entries(changes).map(([key, change]) => [
    key,
    key === "name" || key === "note" ? ["＊", "＊"] : change,
  ]);
  return Object.fromEntries(entries) as Changes;
}

async function write(tx: Tx, id: number, data: Record<string, unknown>): Promise<void> {
  await tx.registerObject.update({
    where: { id },
    data: { ...data, version: { increment: 1 } },
    select: { id: true },
  });
}

/** No visit lies outside the days in which the object stands in the register. @throws Refused */
async function mustHoldVisits(tx: Tx, objectId: number, from: string | null, to: string | null) {
  const outside = [...(from ? [{ day: { lt: from } }] : []), ...(to ? [{ day: { gt: to } }] : [])];
  if (outside.length === 0) return;
  const visits = await tx.visit.count({ where: { objectId, withdrawnAt: null, OR: outside } });
  refuse(visits > 0 ? "visitsOutside" : null, { visits });
}

/** An object leaves its register; what it owed until then stays. @throws Forbidden, NotFound, Refused, Stale */
export const leaveObject = command(
  "object.leave",
  LeaveObject,
  async (tx, actor, { objectId, version, on, reason }) => {
    demand(actor, "register.change");
    const { register, activeFrom, activeTo } = await getInVersion(tx, actor, objectId, version);
    refuse(activeTo === null ? null : "objectLeft");
    refuse(on < activeFrom ? "endBeforeStart" : null);
    await mustHoldVisits(tx, objectId, null, on);
    await write(tx, objectId, { activeTo: on });
    await tell(tx, actor, register, "object.leave", objectId, { activeTo: [null, on] }, reason);
    return { objectId, version: version + 1 };
  },
);

/** Takes a leaving back: the object is owed as if it had stayed. Who comes back after a while gets a new code instead.
 * @throws Forbidden, NotFound, Refused, Stale */
export const rejoinObject = command(
  "object.rejoin",
  RejoinObject,
  async (tx, actor, { objectId, version }) => {
    demand(actor, "register.change");
    const { register, activeTo } = await getInVersion(tx, actor, objectId, version);
    refuse(activeTo === null ? "objectStays" : null);
    await write(tx, objectId, { activeTo: null });
    await tell(tx, actor, register, "object.rejoin", objectId, { activeTo: [activeTo, null] });
    return { objectId, version: version + 1 };
  },
);

const CODES_TOLD = 20;

/** Adds many objects at once, all of them or none. @throws Forbidden, NotFound, Refused */
export const importObjects = command(
  "object.import",
  ImportObjects,
  async (tx, actor, { registerId, rows }) => {
    demand(actor, "register.change");
    await holdOpen(tx, actor, registerId);
    const codes = rows.map(([code]) => code);
    await codesMustBeFree(tx, registerId, codes);
    const charged = rows.map(([, , unitId, postId, sponsorPostId]) => ({ unitId, postId, sponsorPostId }));
    await mustExist(tx, charged);
    const order = await tx.registerObject.count({ where: { registerId } });
    await tx.$executeRaw`
      INSERT INTO "RegisterObject" ("registerId", code, name, "unitId", "postId", "sponsorPostId", "activeFrom", note, "order")
      SELECT ${registerId}::int, r->>0, r->>1, (r->>2)::int, (r->>3)::int, (r->>4)::int, coalesce(r->>5, ${today()}), r->>6, ${order}::int + n::int
      FROM jsonb_array_elements(${JSON.stringify(rows)}::jsonb) WITH ORDINALITY AS t(r, n)`;
    const told = codes.slice(0, CODES_TOLD).join("、") + (codes.length > CODES_TOLD ? "…" : "");
    const changes = changesBetween({}, { count: rows.length, codes: told });
    const subject = { type: "register", id: registerId };
    await recordOnRegister(tx, actor, registerId, { kind: "object.import", subject, changes });
    return { added: rows.length };
  },
);

async function codesMustBeFree(tx: Tx, registerId: number, codes: readonly string[]): Promise<void> {
  const seen = new Set<string>();
  const twice = codes.find((code) => seen.size === seen.add(code).size);
  const taken = await tx.$queryRaw<{ code: string }[]>`
    SELECT code FROM "RegisterObject" WHERE "registerId" = ${registerId} AND code = ANY(${[...codes]}::text[]) ORDER BY code LIMIT 1`;
  const code = twice ?? taken[0]?.code;
  if (code !== undefined) throw new Refused("rowCodeTaken", { code });
}

/** The name and note of an object of a sensitive register; the look is recorded. @throws NotFound, Forbidden */
export const revealObject = command("object.reveal", RevealObject, async (tx, actor, { objectId }) => {
  const object = await getObjectRow(actor, objectId, tx);
  if (!mayReveal(actor, object)) throw new Forbidden("object.reveal");
  const subject = { type: "object", id: objectId };
  record(tx, actor, { kind: "object.reveal", subject, changes: { code: [null, object.code] } });
  const visits = await tx.visit.findMany({
    where: { objectId, note: { not: "" } },
    orderBy: { id: "desc" },
    take: 200,
    select: { id: true, note: true },
  });
  return { objectId, name: object.name, note: object.note, visits };
});
