import { type Actor, maySee } from "../auth/permissions";
import { BOARD_COLUMNS } from "../board/columns";
import type { BoardTask } from "../board/rules";
import { prisma, type Tx } from "../db";
import { NotFound } from "../errors";
import { Prisma } from "../generated/prisma/client";
import type { TaskStatus, VerifyMethod } from "./rules";

/** A task with what its commands look at beside what the board shows. */
export type Task = BoardTask & {
  planId: number;
  goal: string;
  sourceRef: string;
  sourceMeetingId: number | null;
  proofs: string[];
  statusReason: string | null;
  suspendedFrom: TaskStatus | null;
  acknowledgedAt: Date | null;
  startedAt: Date | null;
  submittedAt: Date | null;
  verifyMethod: VerifyMethod | null;
};

// One statement instead of Prisma's one per relation: every command begins with it.
const TASK_COLUMNS = Prisma.sql`${Prisma.raw(BOARD_COLUMNS)},
  t."planId", t.goal, t."sourceRef", t."sourceMeetingId", t.proofs::text[] AS proofs, t."statusReason", t."acknowledgedAt", t."startedAt", t."submittedAt", t."verifyMethod"`;

/** The task, for somebody who may see it. @throws NotFound also when it is hidden from this person */
export async function getTask(actor: Actor, id: number, tx: Tx = prisma()): Promise<Task> {
  const [task] = await tx.$queryRaw<Task[]>`SELECT ${TASK_COLUMNS} FROM "Task" t WHERE t.id = ${id}`;
  if (!task || !maySee(actor, task)) throw new NotFound(`task ${id}`);
  return task;
}

/** Many tasks at once, in the order asked. @throws NotFound when one of them is missing or hidden */
export async function getTasks(actor: Actor, ids: readonly number[], tx: Tx = prisma()): Promise<Task[]> {
  const rows = await tx.$queryRaw<
    Task[]
  >`SELECT ${TASK_COLUMNS} FROM "Task" t WHERE t.id = ANY(${[...ids]}::int[])`;
  const byId = new Map(rows.filter((task) => maySee(actor, task)).map((task) => [task.id, task]));
  return ids.map((id) => {
    const task = byId.get(id);
    if (!task) throw new NotFound(`task ${id}`);
    return task;
  });
}
