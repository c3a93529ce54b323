import { generateKeyBetween, generateNKeysBetween } from "fractional-indexing";
import { command } from "../api";
import { demand } from "../auth/demand";
import type { Actor } from "../auth/permissions";
import { now } from "../clock";
import type { Tx } from "../db";
import { refuse } from "../errors";
import { changesBetween, record } from "../events/record";
import { arrange, BUILT_KINDS, keyOf, type Matter, type TemplateItem } from "./agenda-rules";
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
  const dropped = await dropSettled(tx, meetingId);
  const added = (await addMatters(tx, actor, meeting, matters)) + (await addWaiting(tx, meeting, previousId));
  return { added, dropped };
}

/** Takes away what was brought by itself and nobody touched since; it comes anew if it still holds. */
async function dropSettled(tx: Tx, meetingId: number): Promise<number> {
  const untouched = {
    version: 1,
    state: "waiting" as const,
    record: "",
    spentSeconds: 0,
    carriedFromId: null,
  };
  const { count } = await tx.agendaItem.deleteMany({
    where: {
      meetingId,
      kind: { in: [...BUILT_KINDS] },
      ...untouched,
      outcomes: { none: {} },
      carriedTo: { none: {} },
    },
  });
  return count;
}

async function addMatters(tx: Tx, actor: Actor, meeting: Held, matters: readonly Matter[]): Promise<number> {
  const there = await tx.agendaItem.findMany({
    where: { meetingId: meeting.id },
    orderBy: [{ rank: "asc" }, { id: "asc" }],
    select: { kind: true, title: true, taskId: true, link: true, rank: true },
  });
  const known = new Set(there.map((item) => keyOf({ ...item, kind: item.kind as Matter["kind"] })));
  const fresh = matters.filter((matter) => !known.has(keyOf(matter)));
  // What people put forward themselves stays behind what the plan brings.
  const proposed = there.find(({ kind }) => kind === "proposed")?.rank ?? null;
  const before = there.findLast(({ rank }) => proposed === null || rank < proposed)?.rank ?? null;
  const ranks = generateNKeysBetween(before, proposed, fresh.length);
  const from = { accountId: actor.accountId, author: actor.name, at: now() };
  const { id: meetingId, seriesId } = meeting;
  await tx.agendaItem.createMany({
    data: fresh.map((matter, at) => ({ ...matter, ...from, meetingId, seriesId, rank: ranks[at] as string })),
  });
  return fresh.length;
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
