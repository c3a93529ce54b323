import { type Actor, may, maySee } from "../auth/permissions";
import { SYSTEM } from "../auth/system";
import type { Day } from "../calendar/rules";
import { prisma, type Tx } from "../db";
import { NotFound } from "../errors";
import { type Happening, record } from "../events/record";
import { getTask, type Task } from "../tasks/queries";
import type { RegisterKind } from "./kind-rules";
import type { Every } from "./period-rules";
import { closeness } from "./rules";

/** One register, object or duty for those who may know of it; what every command of this domain begins with. */

export type Register = {
  id: number;
  name: string;
  kind: RegisterKind;
  objectWord: string;
  label: "open" | "internal" | "sensitive";
  closedOn: Day | null;
  version: number;
};

const REGISTER = {
  id: true,
  name: true,
  kind: true,
  objectWord: true,
  label: true,
  closedOn: true,
  version: true,
} as const;

/** @throws NotFound */
export async function getRegisterRow(actor: Actor, id: number, tx: Tx = prisma()): Promise<Register> {
  const register = may(actor, "register.see")
    ? await tx.register.findUnique({ where: { id }, select: REGISTER })
    : null;
  if (!register) throw new NotFound(`register ${id}`);
  return register;
}

export type ObjectRow = {
  id: number;
  registerId: number;
  code: string;
  name: string;
  unitId: number | null;
  postId: number | null;
  sponsorPostId: number | null;
  note: string;
  activeFrom: Day;
  activeTo: Day | null;
  version: number;
};

const OBJECT = {
  ...{ id: true, registerId: true, code: true, name: true, unitId: true, postId: true, sponsorPostId: true },
  ...{ note: true, activeFrom: true, activeTo: true, version: true },
} as const;

/** An object with its register. @throws NotFound */
export async function getObjectRow(
  actor: Actor,
  id: number,
  tx: Tx = prisma(),
): Promise<ObjectRow & { register: Register }> {
  const object = may(actor, "register.see")
    ? await tx.registerObject.findUnique({
        where: { id },
        select: { ...OBJECT, register: { select: REGISTER } },
      })
    : null;
  if (!object) throw new NotFound(`object ${id}`);
  return object;
}

export type Duty = {
  id: number;
  taskId: number;
  registerId: number;
  name: string;
  times: number;
  every: Every;
  fromDay: Day;
  toDay: Day;
  acts: string[];
  weight: number;
  closedOn: Day | null;
  version: number;
};

const DUTY = {
  ...{ id: true, taskId: true, registerId: true, name: true, times: true, every: true, fromDay: true },
  ...{ toDay: true, acts: true, weight: true, closedOn: true, version: true },
} as const;

export type DutyInHand = {
  duty: Duty;
  register: Register;
  task: Task;
  /** Whether the whole of it is shown; otherwise only the objects that this person answers for. */
  whole: boolean;
};

/** A duty for those who see its task, or who answer for one of its objects. @throws NotFound */
export async function getDutyInHand(actor: Actor, id: number, tx: Tx = prisma()): Promise<DutyInHand> {
  const found = await tx.duty.findUnique({
    where: { id },
    select: { ...DUTY, register: { select: REGISTER } },
  });
  if (!found) throw new NotFound(`duty ${id}`);
  const { register, weight, ...duty } = found;
  const task = await getTask(SYSTEM, duty.taskId, tx);
  const whole = maySee(actor, task);
  if (!whole && !(await answersForSome(actor, duty.registerId, tx))) throw new NotFound(`duty ${id}`);
  return { duty: { ...duty, weight: Number(weight) }, register, task, whole };
}

async function answersForSome(actor: Actor, registerId: number, tx: Tx): Promise<boolean> {
  if (!may(actor, "register.see")) return false;
  const [posts, units] = [actor.postIds, [...actor.unitIds, ...actor.headUnitIds]];
  const [found] = await tx.$queryRaw<{ some: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM "RegisterObject" WHERE "registerId" = ${registerId}
      AND ("postId" = ANY(${posts}::int[]) OR "sponsorPostId" = ANY(${posts}::int[]) OR "unitId" = ANY(${units}::int[]))) AS some`;
  return found?.some ?? false;
}

/** An object of this duty that this person may know of; it stays as it is until the transaction ends. @throws NotFound */
export async function getDutyObject(
  actor: Actor,
  { duty, whole }: DutyInHand,
  objectId: number,
  tx: Tx,
): Promise<ObjectRow> {
  // Nobody moves the days of the duty or of the object while a visit is checked against them.
  await tx.$queryRaw`SELECT 1 FROM "Duty" WHERE id = ${duty.id} FOR SHARE`;
  await tx.$queryRaw`SELECT 1 FROM "RegisterObject" WHERE id = ${objectId} FOR SHARE`;
  const object = await tx.registerObject.findUnique({ where: { id: objectId }, select: OBJECT });
  const known = object && object.registerId === duty.registerId && (whole || closeness(actor, object) > 0);
  if (!known) throw new NotFound(`object ${objectId}`);
  return object;
}

/** Notes what happened to a register once for each task that counts it, so that each is stated anew. */
export async function recordOnRegister(
  tx: Tx,
  actor: Actor,
  registerId: number,
  happening: Omit<Happening, "taskId">,
): Promise<void> {
  const duties = await tx.duty.findMany({
    where: { registerId },
    select: { taskId: true },
    distinct: ["taskId"],
    orderBy: { taskId: "asc" },
  });
  const taskIds = duties.length > 0 ? duties.map(({ taskId }) => taskId) : [null];
  for (const taskId of taskIds) record(tx, actor, { ...happening, taskId });
}

/** The same fields without what may not stand in a journal that others read. */
export function withoutNames<T extends Record<string, unknown>>(
  register: Pick<Register, "label">,
  fields: T,
): T {
  if (register.label !== "sensitive") return fields;
  const hidden = { name: "＊", note: "＊" };
  const entries = Object.entries(fields).map(([key, value]) => [
    key,
    key in hidden && typeof value === "string" && value !== "" ? "＊" : value,
  ]);
  return Object.fromEntries(entries) as T;
}
