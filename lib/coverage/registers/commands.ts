import { command } from "../../api";
import { demand } from "../../auth/demand";
import { laterOf } from "../../calendar/rules";
import { today } from "../../clock";
import type { Tx } from "../../db";
import { Refused, refuse, Stale } from "../../errors";
import { changesBetween, record } from "../../events/record";
import { AddRegister, ChangeRegister, CloseRegister, FollowUnits } from "../input";
import { getRegisterRow, type Register, recordOnRegister } from "../subjects";

/** Begins a register. @throws Forbidden, Refused */
export const addRegister = command("register.add", AddRegister, async (tx, actor, input) => {
  demand(actor, "register.change");
  await nameMustBeFree(tx, input.name, null);
  const data = { ...input, order: await tx.register.count() };
  const { id } = await tx.register.create({ data, select: { id: true } });
  const subject = { type: "register", id };
  record(tx, actor, { kind: "register.add", subject, changes: changesBetween({}, input) });
  return { registerId: id };
});

async function nameMustBeFree(tx: Tx, name: string, except: number | null): Promise<void> {
  // Two who choose the same name at once: the second waits here, and is refused.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('register ' || ${name}, 0))`;
  const taken = await tx.register.findFirst({
    where: { name, NOT: { id: except ?? -1 } },
    select: { id: true },
  });
  refuse(taken ? "nameTaken" : null);
}

/** The register, still open and in the version sent; held until the transaction ends. */
async function getOpen(
  tx: Tx,
  actor: Parameters<typeof getRegisterRow>[0],
  id: number,
  version: number | null,
): Promise<Register> {
  await tx.$queryRaw`SELECT 1 FROM "Register" WHERE id = ${id} FOR NO KEY UPDATE`;
  const register = await getRegisterRow(actor, id, tx);
  if (version !== null && register.version !== version) throw new Stale(register, version);
  refuse(register.closedOn === null ? null : "registerClosed");
  return register;
}

/** Renames a register, or says who may read its names. @throws Forbidden, NotFound, Refused, Stale */
export const changeRegister = command(
  "register.change",
  ChangeRegister,
  async (tx, actor, { registerId, version, ...wanted }) => {
    demand(actor, "register.change");
    const register = await getOpen(tx, actor, registerId, version);
    if (wanted.name !== undefined) await nameMustBeFree(tx, wanted.name, registerId);
    const data = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined));
    await tx.register.update({
      where: { id: registerId },
      data: { ...data, version: { increment: 1 } },
      select: { id: true },
    });
    const changes = changesBetween<Record<string, unknown>>(register, data);
    const subject = { type: "register", id: registerId };
    await recordOnRegister(tx, actor, registerId, { kind: "register.change", subject, changes });
    return { registerId, version: version + 1 };
  },
);

/** Closes a register that no open duty counts. @throws Forbidden, NotFound, Refused, Stale */
export const closeRegister = command(
  "register.close",
  CloseRegister,
  async (tx, actor, { registerId, version, reason }) => {
    demand(actor, "register.change");
    await getOpen(tx, actor, registerId, version);
    const duties = await tx.duty.count({ where: { registerId, closedOn: null } });
    refuse(duties > 0 ? "registerInUse" : null, { duties });
    const closedOn = today();
    const data = { closedOn, version: { increment: 1 } };
    await tx.register.update({ where: { id: registerId }, data, select: { id: true } });
    const subject = { type: "register", id: registerId };
    const changes = changesBetween({}, { closedOn });
    await recordOnRegister(tx, actor, registerId, { kind: "register.close", subject, changes, reason });
    return { registerId, version: version + 1 };
  },
);

type Unit = { id: number; name: string; closedOn: string | null };

/** Brings a register of communities or grids in line with the unit tree: new units join today, closed ones leave.
 * @throws Forbidden, NotFound, Refused */
export const followUnits = command("register.follow", FollowUnits, async (tx, actor, { registerId }) => {
  demand(actor, "register.change");
  const { kind } = await getOpen(tx, actor, registerId, null);
  if (kind !== "communities" && kind !== "grids") throw new Refused("registerHasNoUnits");
  const units = await tx.unit.findMany({
    where: { kind: kind === "communities" ? "community" : "grid" },
    orderBy: [{ order: "asc" }, { id: "asc" }],
    select: { id: true, name: true, closedOn: true },
  });
  const own = await tx.registerObject.findMany({
    where: { registerId },
    select: { id: true, unitId: true, activeFrom: true, activeTo: true, code: true },
  });
  const joined = await join(tx, registerId, units, new Set(own.map(({ unitId }) => unitId)), own.length);
  const closed = new Map(units.map((unit) => [unit.id, unit.closedOn]));
  const leaving = own.filter(({ unitId, activeTo }) => activeTo === null && closed.get(unitId ?? 0));
  for (const { id, unitId, activeFrom } of leaving) {
    const activeTo = laterOf(closed.get(unitId ?? 0) ?? today(), activeFrom);
    const data = { activeTo, version: { increment: 1 } };
    await tx.registerObject.update({ where: { id }, data, select: { id: true } });
  }
  const changes = changesBetween({}, { joined, left: leaving.length });
  const subject = { type: "register", id: registerId };
  await recordOnRegister(tx, actor, registerId, { kind: "register.follow", subject, changes });
  return { joined, left: leaving.length };
});

async function join(tx: Tx, registerId: number, units: Unit[], known: Set<number | null>, count: number) {
  const fresh = units.filter(({ id, closedOn }) => closedOn === null && !known.has(id));
  await tx.registerObject.createMany({
    data: fresh.map(({ id, name }, at) => ({
      ...{ registerId, code: `U${id}`, name: name.slice(0, 80), unitId: id },
      ...{ activeFrom: today(), order: count + at },
    })),
  });
  return fresh.length;
}
