import type { Role } from "../auth/permissions";
import { type Calendar, type Day, daysBetween, workingDaysBetween } from "../calendar/rules";
import type { Tx } from "../db";
import { listOwing, type Owing } from "../rounds/owing-queries";
import { linkOf, type Message } from "./group-rules";
import { listSeats, listTaskFacts, type Seat, type TaskFacts } from "./hearers";
import type { MessageKind, MessageParams } from "./kind-rules";
import { dueKind, dueStage, lastNear, roundKind, roundStage } from "./stage-rules";

/** What is due and owed, told to whoever can do something about it. What is done is not in these lists any more. */

type Due = {
  kind: MessageKind;
  accountId: number;
  task: TaskFacts;
  about: Partial<MessageParams>;
  key: string;
};

/** @param since the day on which the office was last reminded; null never */
export async function taskReminders(
  tx: Tx,
  { on, since, calendar }: { on: Day; since: Day | null; calendar: Calendar },
): Promise<Message[]> {
  const near = await tx.$queryRaw<{ id: number; dueDay: Day }[]>`
    SELECT id, "dueDay" FROM "Task" WHERE status IN ('assigned', 'inProgress') AND "dueDay" <= ${lastNear(on, calendar)} ORDER BY id`;
  const told = near.flatMap(({ id, dueDay }) => {
    const stage = dueStage(dueDay, on, calendar);
    const kind = dueKind(dueDay, on, stage);
    const before = since === null ? 0 : dueStage(dueDay, since, calendar);
    return kind !== null && stage > before ? [{ id, dueDay, kind }] : [];
  });
  const { facts, seats } = await around(
    tx,
    on,
    told.map(({ id }) => id),
  );
  return merge(
    told.flatMap(({ id, dueDay, kind }) => {
      const task = facts.get(id);
      if (!task) return [];
      const days = kind === "overdue" ? daysBetween(dueDay, on) : workingDaysBetween(on, dueDay, calendar);
      const about = { day: dueDay, days };
      const readers =
        kind === "overdue" ? [...ownersOf(task, seats), ...headsOf(task, seats)] : ownersOf(task, seats);
      return readers.map((accountId) => ({ kind, accountId, task, about, key: `${kind}:${on}` }));
    }),
  );
}

/** Rounds whose window opened, closes tomorrow or is over since the office was last reminded. */
export async function roundReminders(
  tx: Tx,
  { on, since, calendar }: { on: Day; since: Day | null; calendar: Calendar },
): Promise<Message[]> {
  const owing = (await listOwing(tx, on)).flatMap((one) => {
    const stage = roundStage(one, on, calendar);
    const kind = roundKind(stage);
    const before = since === null ? 0 : roundStage(one, since, calendar);
    return kind !== null && stage > before ? [{ ...one, kind }] : [];
  });
  return roundMessages(tx, on, owing);
}

/** The rounds that were opened just now, if their window has begun. */
export async function openedRounds(tx: Tx, on: Day, roundIds: readonly number[]): Promise<Message[]> {
  if (roundIds.length === 0) return [];
  const owing = (await listOwing(tx, on)).filter(({ roundId }) => roundIds.includes(roundId));
  return roundMessages(
    tx,
    on,
    owing.map((one) => ({ ...one, kind: "roundOpened" as const })),
  );
}

async function roundMessages(
  tx: Tx,
  on: Day,
  owing: readonly (Owing & { kind: MessageKind })[],
): Promise<Message[]> {
  const units = owing.flatMap(({ supportUnitId }) => supportUnitId ?? []);
  const { facts, seats } = await around(
    tx,
    on,
    owing.map(({ taskId }) => taskId),
    units,
  );
  return merge(
    owing.flatMap(({ kind, roundId, title, windowTo, taskId, supportUnitId }) => {
      const task = facts.get(taskId);
      if (!task) return [];
      const about = { round: title, roundId, day: windowTo };
      const readers =
        supportUnitId === null
          ? ownersOf(task, seats)
          : seats
              .filter((seat) => seat.isHead && seat.unitId === supportUnitId)
              .map(({ accountId }) => accountId);
      return [...new Set(readers)].map((accountId) => ({
        kind,
        accountId,
        task,
        about,
        key: `${kind}:${roundId}:${on}`,
      }));
    }),
  );
}

async function around(tx: Tx, on: Day, taskIds: readonly number[], unitIds: readonly number[] = []) {
  const facts = await listTaskFacts(tx, [...new Set(taskIds)]);
  const seats = await listSeats(tx, on, {
    postIds: facts.flatMap(({ ownerPostId }) => ownerPostId ?? []),
    headUnitIds: [...unitIds, ...facts.flatMap(({ leadUnitId }) => leadUnitId ?? [])],
  });
  return { facts: new Map(facts.map((task) => [task.id, task])), seats };
}

const idsOf = (seats: readonly (Seat & { roles: Role[] })[]) => [
  ...new Set(seats.map(({ accountId }) => accountId)),
];
const ownersOf = (task: TaskFacts, seats: readonly Seat[]) =>
  idsOf(seats.filter(({ postId }) => postId === task.ownerPostId));
const headsOf = (task: TaskFacts, seats: readonly Seat[]) =>
  idsOf(seats.filter(({ isHead, unitId }) => isHead && unitId === task.leadUnitId));

function merge(due: readonly Due[]): Message[] {
  const groups = new Map<string, Due[]>();
  for (const one of due) {
    const key = `${one.accountId} ${one.key}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].map((group) => {
    const [{ kind, accountId, task, about, key }] = group as [Due];
    const ids = [...new Set(group.map((one) => one.task.id))];
    const only = ids.length === 1;
    const sensitive = group.every((one) => one.task.label === "sensitive");
    const named = only && !sensitive ? { code: task.code, title: task.title } : {};
    // The days of one task are not the days of all; a round's are.
    const { days, day, ...round } = about;
    const dates =
      only || round.roundId !== undefined ? { ...(day && { day }), ...(days !== undefined && { days }) } : {};
    const link = only && round.roundId === undefined ? `/tasks/${task.id}` : linkOf(kind);
    const params = { count: ids.length, ...named, ...dates, ...round, taskIds: ids };
    return { accountId, kind, taskId: only ? task.id : null, link, params, sensitive, key };
  });
}
