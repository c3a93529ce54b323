import { isDeepStrictEqual } from "node:util";
import { generateKeyBetween, generateNKeysBetween } from "fractional-indexing";
import { command } from "../api";
import { demand } from "../auth/demand";
import type { Actor } from "../auth/permissions";
import { now } from "../clock";
import type { Tx } from "../db";
import { refuse } from "../errors";
import { changesBetween, record } from "../events/record";
import {
  type AgendaKind,
  arrange,
  BUILT_KINDS,
  keyOf,
  type Matter,
  type TemplateItem,
  weave,
} from "./agenda-rules";
import { type Held, holdMeeting } from "./hold";
import { BuildAgenda } from "./input";
import { findMatters, previousOf } from "./matter-queries";
import { refusalOfWriting } from "./rules";
import { tellMeeting } from "./tell";

/** Brings everything that is not as it should be onto the agenda; what was brought before and is settled since goes. @throws Forbidden, NotFound, Refused */
export const buildAgenda = command("agenda.build", BuildAgenda, async (tx, actor, { meetingId }) => {
  demand(actor, "agenda.change");
  const meeting = await holdMeeting(tx, meetingId, "change");
  refuse(refusalOfWriting(meeting));
  const { added, dropped } = await placeMatters(tx, actor, meeting);
  const changes = changesBetween({}, { added, dropped });
  record(tx, actor, { kind: "agenda.build", subject: { type: "meeting", id: meetingId }, changes });
  await tellMeeting(tx, meetingId);
  return { added, dropped };
});

/** Puts what the plan, the backlog and the last meeting bring onto an agenda; nothing twice, and nothing that somebody worked on is taken away. */
export async function placeMatters(
  tx: Tx,
  actor: Actor,
  meeting: Held,
): Promise<{ added: number; dropped: number }> {
  const { id: meetingId, planId, seriesId, heldOn } = meeting;
  const own = await tx.meeting.findUnique({
    where: { id: meetingId },
    select: { previousId: true, series: { select: { template: true } } },
  });
  const previousId = own?.previousId ?? (await previousOf(seriesId, tx))?.id ?? null;
  const found = await findMatters(tx, { planId, seriesId, previousId, heldOn });
  const matters = arrange((own?.series?.template ?? []) as TemplateItem[], found);
  const dropped = await refresh(tx, meetingId, matters);
  const added = (await addMatters(tx, actor, meeting, matters)) + (await addWaiting(tx, meeting, previousId));
  return { added, dropped };
}

/** Takes away what was brought by itself, settled since and touched by nobody; what still holds stays in its place with the words of now. @returns how many went */
async function refresh(tx: Tx, meetingId: number, matters: readonly Matter[]): Promise<number> {
  const untouched = { version: 1, state: "waiting" as const, record: "", spentSeconds: 0 };
  const items = await tx.agendaItem.findMany({
    where: {
      ...{ meetingId, kind: { in: [...BUILT_KINDS] }, ...untouched, carriedFromId: null },
      ...{ outcomes: { none: {} }, carriedTo: { none: {} } },
    },
    select: { id: true, kind: true, title: true, taskId: true, link: true, reason: true, minutes: true },
  });
  const now = new Map(matters.map((matter) => [keyOf(matter), matter]));
  const gone: number[] = [];
  for (const { id, ...item } of items) {
    const matter = now.get(keyOf({ ...item, kind: item.kind as AgendaKind }));
    if (matter?.kind !== item.kind) gone.push(id);
    else if (!isDeepStrictEqual(matter, item)) {
      const { title, link, reason, minutes } = matter;
      await tx.agendaItem.update({ where: { id }, data: { title, link, reason, minutes } });
    }
  }
  await tx.agendaItem.deleteMany({ where: { id: { in: gone } } });
  return gone.length;
}

async function addMatters(tx: Tx, actor: Actor, meeting: Held, matters: readonly Matter[]): Promise<number> {
  const there = await tx.agendaItem.findMany({
    where: { meetingId: meeting.id },
    orderBy: [{ rank: "asc" }, { id: "asc" }],
    select: { kind: true, title: true, taskId: true, link: true, rank: true },
  });
  const placed = there.map(({ rank, ...item }) => {
    const kind = item.kind as AgendaKind;
    return { kind, key: keyOf({ ...item, kind }), rank, matter: null };
  });
  const wanted = matters.map((matter) => ({ kind: matter.kind, key: keyOf(matter), rank: null, matter }));
  const fresh = ranked(weave<Woven>(placed, wanted));
  const from = { accountId: actor.accountId, author: actor.name, at: now() };
  const { id: meetingId, seriesId } = meeting;
  await tx.agendaItem.createMany({ data: fresh.map((item) => ({ ...item, ...from, meetingId, seriesId })) });
  return fresh.length;
}

type Woven = { kind: AgendaKind; key: string; rank: string | null; matter: Matter | null };

/** The new ones of an order, with ranks between those that are there. */
function ranked(order: readonly Woven[]): (Matter & { rank: string })[] {
  const fresh: (Matter & { rank: string })[] = [];
  let waiting: Matter[] = [];
  let last: string | null = null;
  const place = (before: string | null) => {
    const ranks = generateNKeysBetween(last, before, waiting.length);
    fresh.push(...waiting.map((matter, at) => ({ ...matter, rank: ranks[at] as string })));
    waiting = [];
  };
  for (const { rank, matter } of order) {
    if (matter) waiting.push(matter);
    if (rank === null) continue;
    place(rank);
    last = rank;
  }
  place(null);
  return fresh;
}

/** The backlog of the series, and what was proposed for the last meeting and not reached there. */
async function addWaiting(
  tx: Tx,
  { id: meetingId, seriesId }: Held,
  previousId: number | null,
): Promise<number> {
  const last = await tx.agendaItem.findFirst({
    where: { meetingId },
    orderBy: { rank: "desc" },
    select: { rank: true },
  });
  const left = { meetingId: previousId ?? -1, kind: "proposed", meeting: { status: "closed" as const } };
  const waiting = await tx.agendaItem.findMany({
    where: { state: "waiting", OR: [{ seriesId: seriesId ?? -1, meetingId: null }, left] },
    orderBy: { id: "asc" },
  });
  let rank = last?.rank ?? null;
  for (const { id, meetingId: from, ...item } of waiting) {
    rank = generateKeyBetween(rank, null);
    if (from === null)
      await tx.agendaItem.update({ where: { id }, data: { meetingId, rank, version: { increment: 1 } } });
    else await carryOver(tx, { ...item, id }, { meetingId, rank });
  }
  return waiting.length;
}

type Left = {
  id: number;
  title: string;
  taskId: number | null;
  link: string;
  reason: string;
  minutes: number;
};
type Author = { seriesId: number | null; kind: string; accountId: number | null; author: string; at: Date };

async function carryOver(
  tx: Tx,
  item: Left & Author,
  place: { meetingId: number; rank: string },
): Promise<void> {
  const { id, title, taskId, link, reason, minutes, seriesId, kind, accountId, author, at } = item;
  const same = { title, taskId, link, reason, minutes, seriesId, kind, accountId, author, at };
  await tx.agendaItem.create({ data: { ...same, ...place, carriedFromId: id } });
  await tx.agendaItem.update({ where: { id }, data: { state: "moved", version: { increment: 1 } } });
}
