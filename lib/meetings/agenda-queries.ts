import { demand } from "../auth/demand";
import { type Actor, may, maySee } from "../auth/permissions";
import { BOARD_COLUMNS } from "../board/columns";
import { type BoardTask, MASKED_TITLE } from "../board/rules";
import { today } from "../clock";
import { pool, prisma } from "../db";
import { NotFound } from "../errors";
import type { Prisma } from "../generated/prisma/client";
import { type Light, lightOf } from "../lights/rules";
import { getSettings } from "../settings/queries";
import { lightSetting } from "../settings/rules";
import type { TaskStatus } from "../tasks/rules";
import {
  type AgendaKind,
  type AgendaState,
  type AgendaSum,
  addressOf,
  overrunOf,
  sumOf,
} from "./agenda-rules";
import { type Attendee, listAttendance } from "./attendance-queries";
import type { MeetingStatus } from "./rules";
import { readNames } from "./standing-queries";

/** The task of an item as it stands now; the title of a sensitive one is masked. */
export type AgendaTask = {
  id: number;
  version: number;
  code: string;
  title: string;
  status: TaskStatus;
  light: Light;
  progress: number | null;
  dueDay: string;
  owner: string;
  unit: string;
};

export type AgendaItemView = {
  id: number;
  version: number;
  meetingId: number | null;
  seriesId: number | null;
  kind: AgendaKind;
  title: string;
  /** Null when it is about no task, or the task is no more. */
  task: AgendaTask | null;
  /** The request for a later due day that its task waits with, whatever brought the item; null when there is none or the task is sensitive. */
  extension: { id: number; version: number; wantedDay: string; reason: string } | null;
  /** Where it leads when it is no task; "" for nowhere. */
  link: string;
  reason: string;
  minutes: number;
  spentSeconds: number;
  /** Since when it is being talked about, as ISO text; null when it is not. */
  startedAt: string | null;
  rank: string;
  record: string;
  state: AgendaState;
  /** True when its task is sensitive: what was written about it is read on the task's own page. */
  masked: boolean;
  author: string;
  /** ISO text. */
  at: string;
  /** Was it put there by the account that reads? */
  mine: boolean;
  /** The meeting that it comes from. */
  carriedFrom: { meetingId: number; title: string; heldOn: string } | null;
  /** What was written under it, ids of the meeting's outcomes. */
  outcomeIds: number[];
};

export type Agenda = {
  meetingId: number;
  status: MeetingStatus;
  /** By rank. Items about tasks that this person may not see are left out. */
  items: AgendaItemView[];
  attendance: Attendee[];
  /** Minutes that the meeting was planned for. */
  planned: number;
  startTime: string;
  sum: AgendaSum;
  /** Minutes beyond the plan; 0 when everything fits. */
  overrun: number;
  rights: { change: boolean; record: boolean; propose: boolean };
};

const ITEM = {
  ...{
    id: true,
    version: true,
    meetingId: true,
    seriesId: true,
    kind: true,
    title: true,
    taskId: true,
    link: true,
  },
  ...{
    reason: true,
    minutes: true,
    spentSeconds: true,
    startedAt: true,
    rank: true,
    record: true,
    state: true,
  },
  ...{ author: true, at: true, accountId: true },
  carriedFrom: { select: { meeting: { select: { id: true, title: true, heldOn: true } } } },
  outcomes: { select: { id: true }, orderBy: { id: "asc" as const } },
} as const satisfies Prisma.AgendaItemSelect;

type Row = Prisma.AgendaItemGetPayload<{ select: typeof ITEM }>;

/** What a meeting talks about, with who was asked to it. @throws NotFound, Forbidden */
export async function getAgenda(actor: Actor, meetingId: number): Promise<Agenda> {
  demand(actor, "meeting.see");
  const [meeting, rows] = await Promise.all([
    prisma().meeting.findUnique({
      where: { id: meetingId },
      select: { status: true, minutes: true, startTime: true },
    }),
    prisma().agendaItem.findMany({
      where: { meetingId },
      orderBy: [{ rank: "asc" }, { id: "asc" }],
      select: ITEM,
    }),
  ]);
  if (!meeting) throw new NotFound(`meeting ${meetingId}`);
  const [items, attendance] = await Promise.all([dressItems(actor, rows), listAttendance(meetingId)]);
  const sum = sumOf(items);
  const open = meeting.status !== "closed";
  return {
    meetingId,
    status: meeting.status,
    items,
    attendance,
    planned: meeting.minutes,
    startTime: meeting.startTime,
    sum,
    overrun: overrunOf(sum, meeting.minutes),
    rights: {
      change: open && may(actor, "agenda.change"),
      record: open && may(actor, "outcome.add"),
      propose: open && may(actor, "agenda.propose"),
    },
  };
}

/** What waits for the next meeting of a series, the oldest first. @throws Forbidden */
export async function listBacklog(actor: Actor, seriesId: number): Promise<AgendaItemView[]> {
  demand(actor, "meeting.see");
  const where = { seriesId, meetingId: null, state: "waiting" as const };
  const rows = await prisma().agendaItem.findMany({ where, orderBy: { id: "asc" }, select: ITEM });
  return dressItems(actor, rows);
}

/** Where a task was put forward or stands on an agenda that is not over, the newest first. */
export type Proposed = AgendaItemView & {
  series: string;
  meeting: { id: number; title: string; heldOn: string } | null;
};

/** The matters about one task that still wait. The caller has asked who may see the task. */
export async function listTaskMatters(actor: Actor, taskId: number): Promise<Proposed[]> {
  if (!may(actor, "meeting.see")) return [];
  const rows = await prisma().agendaItem.findMany({
    where: {
      taskId,
      state: "waiting",
      OR: [{ meetingId: null }, { meeting: { status: { not: "closed" } } }],
    },
    orderBy: { id: "desc" },
    select: {
      ...ITEM,
      series: { select: { name: true } },
      meeting: { select: { id: true, title: true, heldOn: true } },
    },
  });
  const views = new Map((await dressItems(actor, rows)).map((view) => [view.id, view]));
  return rows.flatMap(({ id, series, meeting }) => {
    const view = views.get(id);
    return view ? [{ ...view, series: series?.name ?? "", meeting }] : [];
  });
}

async function dressItems(actor: Actor, rows: readonly Row[]): Promise<AgendaItemView[]> {
  const taskIds = rows.flatMap(({ taskId }) => taskId ?? []);
  const [tasks, requests, names] = await Promise.all([
    readTasks(taskIds),
    readRequests(taskIds),
    readNames(today()),
  ]);
  const { settings, calendar } = await getSettings();
  const setting = lightSetting(today(), settings, calendar);
  const dress = (task: BoardTask): AgendaTask => ({
    ...{ id: task.id, version: task.version, code: task.code, status: task.status, progress: task.progress },
    ...{ dueDay: task.dueDay, title: task.label === "sensitive" ? MASKED_TITLE : task.title },
    light: lightOf(task, setting).light,
    owner: names.post(task.ownerPostId),
    unit: names.unit(task.leadUnitId),
  });
  return rows.flatMap(({ taskId, carriedFrom, outcomes, accountId, ...row }) => {
    const task = tasks.get(taskId ?? 0) ?? null;
    if (task && !maySee(actor, task)) return [];
    const hidden = task?.label === "sensitive";
    return [
      {
        ...row,
        link: addressOf(row.link),
        kind: row.kind as AgendaKind,
        title: hidden && row.kind !== "first" ? `${task.code} ${MASKED_TITLE}` : row.title,
        reason: hidden ? "" : row.reason,
        record: hidden ? row.record && "＊＊＊" : row.record,
        masked: hidden,
        task: task && dress(task),
        extension: hidden ? null : (requests.get(taskId ?? 0) ?? null),
        startedAt: row.startedAt?.toISOString() ?? null,
        at: row.at.toISOString(),
        mine: accountId !== null && accountId === actor.accountId,
        carriedFrom: carriedFrom?.meeting ? meetingOf(carriedFrom.meeting) : null,
        outcomeIds: outcomes.map(({ id }) => id),
      },
    ];
  });
}

const meetingOf = ({ id, ...rest }: { id: number; title: string; heldOn: string }) => ({
  meetingId: id,
  ...rest,
});

async function readRequests(taskIds: number[]) {
  const rows = await prisma().extension.findMany({
    where: { taskId: { in: taskIds }, status: "asked" },
    select: { id: true, version: true, wantedDay: true, reason: true, taskId: true },
  });
  return new Map(rows.map(({ taskId, ...request }) => [taskId, request]));
}

async function readTasks(ids: number[]): Promise<Map<number, BoardTask>> {
  if (ids.length === 0) return new Map();
  const text = `SELECT ${BOARD_COLUMNS} FROM "Task" t WHERE t.id = ANY($1::int[])`;
  const { rows } = await pool().query<BoardTask>(text, [ids]);
  return new Map(rows.map((row) => [row.id, row]));
}
