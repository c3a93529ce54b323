import { type Actor, may, mayOnTask, visibleTo } from "../auth/permissions";
import { addDays, type Day } from "../calendar/rules";
import { dayOf, today } from "../clock";
import { prisma, type Tx } from "../db";
import { NotFound } from "../errors";
import type { Prisma } from "../generated/prisma/client";
import type { Part } from "../standings/rules";
import type { Task } from "../tasks/queries";
import { type Period, periodsOf, placeOf } from "./period-rules";
import { closeness, mayReveal, refusalOfWithdrawing } from "./rules";
import { coverageParts } from "./standing";
import { type Duty, getDutyInHand } from "./subjects";

/** A duty with how it stands today. */
export type DutyRow = Omit<Duty, "weight"> & {
  register: { name: string; objectWord: string; sensitive: boolean };
  /** The title is null where the task's text is masked. */
  task: { id: number; code: string; title: string | null };
  done: number;
  of: number;
  /** Cells whose period is over without enough visits. */
  missed: number;
  /** The period that contains today, with what is owed and met in it; null outside the duty. */
  current: (Period & { owed: number; met: number }) | null;
  lastOn: Day | null;
};

const ROW = {
  ...{ id: true, taskId: true, registerId: true, name: true, times: true, every: true, fromDay: true },
  ...{ toDay: true, acts: true, closedOn: true, version: true },
  register: { select: { name: true, objectWord: true, label: true } },
  task: { select: { id: true, code: true, title: true, label: true } },
} as const;

/** The duties of all tasks that this person sees, and those of objects that this person answers for. */
export async function listDuties(actor: Actor): Promise<DutyRow[]> {
  if (!may(actor, "board.see")) return [];
  const [posts, units] = [actor.postIds, [...actor.unitIds, ...actor.headUnitIds]];
  const own: Prisma.RegisterObjectWhereInput = {
    OR: [{ postId: { in: posts } }, { sponsorPostId: { in: posts } }, { unitId: { in: units } }],
  };
  // Inside an OR the query engine takes an empty condition for false.
  const visible = { AND: [{ id: { gt: 0 } }, visibleTo(actor)] };
  const seen: Prisma.DutyWhereInput[] = [{ task: visible }];
  if (may(actor, "register.see")) seen.push({ register: { objects: { some: own } } });
  return readDuties(prisma(), { OR: seen });
}

/** The duties of one task, for the page of the task. */
export function listDutiesOfTask(_actor: Actor, task: Pick<Task, "id">, tx: Tx): Promise<DutyRow[]> {
  return readDuties(tx, { taskId: task.id });
}

async function readDuties(tx: Tx, where: Prisma.DutyWhereInput): Promise<DutyRow[]> {
  const rows = await tx.duty.findMany({ where, orderBy: { id: "asc" }, select: ROW });
  const byTask = await coverageParts(tx, [...new Set(rows.map(({ taskId }) => taskId))]);
  const parts = new Map([...byTask.values()].flat().map((part) => [part.id, part]));
  return rows.map(({ register, task, ...duty }) => ({
    ...duty,
    register: { ...register, sensitive: register.label === "sensitive" },
    task: { id: task.id, code: task.code, title: task.label === "sensitive" ? null : task.title },
    ...stateOf(duty, parts.get(duty.id)),
  }));
}

function stateOf(
  duty: Omit<Duty, "weight" | "taskId" | "registerId">,
  part: Part | undefined,
): Pick<DutyRow, "done" | "of" | "missed" | "current" | "lastOn"> {
  const day = today();
  const periods = periodsOf(duty);
  const period = periods[placeOf(periods, day)];
  const dues = part?.dues ?? [];
  // Dues add up: what ended before today, and what ends with the present period.
  const [, owed, met] = dues.findLast(([from]) => from <= day) ?? ["", 0, 0];
  const [, owedThen, metThen] = (period && dues.find(([from]) => from === addDays(period.to, 1))) ?? [
    "",
    owed,
    met,
  ];
  return {
    ...{ done: part?.done ?? 0, of: part?.of ?? 0, missed: owed - met, lastOn: part?.lastOn ?? null },
    current: period
      ? { key: period.key, from: period.from, to: period.to, owed: owedThen - owed, met: metThen - met }
      : null,
  };
}

export type CellVisit = {
  id: number;
  day: Day;
  act: string;
  /** Null where it is masked. */
  note: string | null;
  author: string;
  at: Date;
  withdrawnWhy: string | null;
  photos: { id: number; name: string; hasThumb: boolean }[];
  /** Why this person cannot take it back; null when it is possible. */
  refusal: string | null;
};
export type Cell = {
  object: { id: number; code: string; name: string | null; mayReveal: boolean };
  mayLog: boolean;
  visits: CellVisit[];
};

/** The visits of one object between two days, the latest first, withdrawn ones among them. @throws NotFound */
export async function listVisits(
  actor: Actor,
  { dutyId, objectId, from, to }: { dutyId: number; objectId: number; from: Day; to: Day },
): Promise<Cell> {
  const hand = await getDutyInHand(actor, dutyId);
  const object = await prisma().registerObject.findFirst({
    where: { id: objectId, registerId: hand.duty.registerId },
    select: { id: true, code: true, name: true, unitId: true, postId: true, sponsorPostId: true },
  });
  if (!object || !(hand.whole || closeness(actor, object) > 0)) throw new NotFound(`object ${objectId}`);
  const masked = hand.register.label === "sensitive";
  const rows = await readVisits({ dutyId, objectId, from, to });
  const mayAny = mayOnTask(actor, "visit.withdrawAny", hand.task);
  const opens = !masked || mayReveal(actor, object);
  return {
    object: {
      id: object.id,
      code: object.code,
      name: masked ? null : object.name,
      mayReveal: masked && opens,
    },
    mayLog: mayOnTask(actor, "visit.log", hand.task) || closeness(actor, object) > 0,
    visits: rows.map(({ accountId, withdrawnAt, evidence, note, ...visit }) => ({
      ...visit,
      note: masked ? null : note,
      photos: opens ? evidence.map((file) => ({ ...file, hasThumb: file.hasThumb && !masked })) : [],
      refusal: refusalOfWithdrawing(
        {
          ...{ status: hand.task.status, withdrawn: withdrawnAt !== null, loggedOn: dayOf(visit.at) },
          own: accountId !== null && accountId === actor.accountId,
        },
        mayAny,
        today(),
      ),
    })),
  };
}

function readVisits({
  dutyId,
  objectId,
  from,
  to,
}: {
  dutyId: number;
  objectId: number;
  from: Day;
  to: Day;
}) {
  return prisma().visit.findMany({
    where: { dutyId, objectId, day: { gte: from, lte: to } },
    orderBy: [{ day: "desc" }, { id: "desc" }],
    take: 200,
    select: {
      ...{ id: true, day: true, act: true, note: true, author: true, at: true, accountId: true },
      ...{ withdrawnAt: true, withdrawnWhy: true },
      evidence: { where: { removedAt: null }, select: { id: true, name: true, hasThumb: true } },
    },
  });
}
