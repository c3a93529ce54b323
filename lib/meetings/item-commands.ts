import { generateKeyBetween } from "fractional-indexing";
import { command } from "../api";
import { demand } from "../auth/demand";
import { now } from "../clock";
import type { Tx } from "../db";
import { NotFound, Refused, refuse } from "../errors";
import { changesBetween } from "../events/record";
import { dropUndefined } from "../tasks/commands";
import { lastRank, noteItem, writeItem } from "./agenda-commands";
import { refusalOfChanging } from "./agenda-rules";
import { type Held, holdItem, holdMeeting } from "./hold";
import { CarryItem, EditItem, OrderItem, SpendTime } from "./input";
import { refusalOfWriting } from "./rules";
import { tellMeeting } from "./tell";

/** What happens to an item while it is on an agenda. */

/** Changes an item, writes down what was said about it, or marks it as dealt with. @throws Forbidden, NotFound, Refused, Stale */
export const editItem = command("agenda.edit", EditItem, async (tx, actor, input) => {
  const { item, meeting } = await holdItem(tx, input);
  const { title, minutes } = input;
  // Who writes down what was said may not thereby rewrite what is talked about.
  if (title !== undefined || minutes !== undefined || meeting === null) demand(actor, "agenda.change");
  demand(actor, "outcome.add");
  if (meeting) refuse(refusalOfWriting(meeting));
  refuse(refusalOfChanging(item));
  const { itemId: _, version: __, ...rest } = input;
  const fields = dropUndefined(rest);
  await writeItem(tx, item, fields);
  noteItem(tx, actor, "agenda.edit", item.id, changesBetween<Record<string, unknown>>(item, fields));
  await tellMeeting(tx, item.meetingId);
  return { itemId: item.id, version: item.version + 1 };
});

/** Puts an item behind another one of its agenda. @throws Forbidden, NotFound, Refused, Stale */
export const orderItem = command("agenda.order", OrderItem, async (tx, actor, { afterId, ...input }) => {
  demand(actor, "agenda.change");
  const { item, meeting } = await holdItem(tx, input);
  const { id: meetingId } = mustMeet(meeting);
  refuse(refusalOfChanging(item));
  const rank = await rankBehind(tx, meetingId, item.id, afterId);
  await writeItem(tx, item, { rank });
  noteItem(tx, actor, "agenda.order", item.id, { afterId: [null, afterId] });
  await tellMeeting(tx, meetingId);
  return { itemId: item.id, version: item.version + 1, rank };
});

function mustMeet(meeting: Held | null): Held {
  if (meeting === null) throw new Refused("itemElsewhere");
  refuse(refusalOfWriting(meeting));
  return meeting;
}

async function rankBehind(
  tx: Tx,
  meetingId: number,
  itemId: number,
  afterId: number | null,
): Promise<string> {
  const ranks = await tx.agendaItem.findMany({
    where: { meetingId, id: { not: itemId } },
    orderBy: [{ rank: "asc" }, { id: "asc" }],
    select: { id: true, rank: true },
  });
  const at = afterId === null ? -1 : ranks.findIndex(({ id }) => id === afterId);
  if (afterId !== null && at < 0) throw new Refused("itemElsewhere");
  return generateKeyBetween(ranks[at]?.rank ?? null, ranks[at + 1]?.rank ?? null);
}

/** Takes a matter on to the next meeting of its series, or back to the backlog where none is prepared or it is asked for. @throws Forbidden, NotFound, Refused, Stale */
export const carryItem = command("agenda.carry", CarryItem, async (tx, actor, { to, copy, ...input }) => {
  demand(actor, "agenda.change");
  const { item, meeting } = await holdItem(tx, input);
  const from = mustMeet(meeting);
  refuse(refusalOfChanging(item));
  const seriesId = item.seriesId ?? from.seriesId;
  refuse(seriesId === null ? "itemWithoutSeries" : null);
  const next = to === "next" ? await nextOf(tx, from) : null;
  const rank = generateKeyBetween(next === null ? null : await lastRank(tx, next), null);
  const { kind, title, taskId, link, reason, minutes } = item;
  const { id } = await tx.agendaItem.create({
    data: {
      ...{ kind, title, taskId, link, reason, minutes, rank, seriesId },
      ...{ meetingId: next, carriedFromId: item.id },
      ...{ accountId: actor.accountId, author: actor.name, at: now() },
    },
    select: { id: true },
  });
  if (!copy) await writeItem(tx, item, { state: "moved" });
  noteItem(tx, actor, "agenda.carry", item.id, changesBetween({}, { to: id, meetingId: next, copy }));
  for (const touched of [from.id, next]) await tellMeeting(tx, touched);
  return { itemId: id, meetingId: next };
});

/** The next meeting that is being prepared in the same series. */
async function nextOf(tx: Tx, { id, seriesId, heldOn }: Held): Promise<number | null> {
  if (seriesId === null) return null;
  const next = await tx.meeting.findFirst({
    where: { seriesId, status: "draft", id: { not: id }, heldOn: { gte: heldOn } },
    orderBy: [{ heldOn: "asc" }, { id: "asc" }],
    select: { id: true },
  });
  return next === null ? null : (await holdMeeting(tx, next.id, "change")).id;
}

/** Adds to how long an item was talked about; two who count at once both count. @throws Forbidden, NotFound, Refused */
export const spendTime = command("agenda.spend", SpendTime, async (tx, actor, { itemId, seconds }) => {
  demand(actor, "outcome.add");
  const item = await tx.agendaItem.findUnique({
    where: { id: itemId },
    select: { meetingId: true, startedAt: true },
  });
  if (!item || item.meetingId === null) throw new NotFound(`item ${itemId}`);
  const meeting = await holdMeeting(tx, item.meetingId, "read");
  refuse(refusalOfWriting(meeting));
  const startedAt = item.startedAt ?? new Date(now().getTime() - seconds * 1000);
  await tx.agendaItem.update({
    where: { id: itemId },
    data: { spentSeconds: { increment: seconds }, startedAt },
  });
  noteItem(tx, actor, "agenda.spend", itemId, { seconds: [null, seconds] });
  await tellMeeting(tx, item.meetingId);
  return { itemId };
});
