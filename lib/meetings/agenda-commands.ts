import { generateKeyBetween } from "fractional-indexing";
import { command } from "../api";
import { demand } from "../auth/demand";
import { type Actor, may } from "../auth/permissions";
import { MASKED_TITLE } from "../board/rules";
import { now } from "../clock";
import type { Tx } from "../db";
import { Forbidden, NotFound, refuse } from "../errors";
import { type Changes, changesBetween, record } from "../events/record";
import type { Prisma } from "../generated/prisma/client";
import { getTask } from "../tasks/queries";
import { refusalOfTaking, USUAL_MINUTES } from "./agenda-rules";
import { holdItem, holdMeeting } from "./hold";
import { AddItem, ProposeItem, TakeItem, WithdrawItem } from "./input";
import { refusalOfWriting } from "./rules";
import { refusalOfSeries } from "./series-rules";
import { tellMeeting } from "./tell";

/** What comes onto an agenda or waits for one. */

type Wanted = { title: string; taskId: number | null; reason: string; minutes?: number | undefined };

/** Adds an item at the end of an agenda. @throws Forbidden, NotFound, Refused */
export const addItem = command("agenda.add", AddItem, async (tx, actor, { meetingId, ...wanted }) => {
  demand(actor, "agenda.change");
  const meeting = await holdMeeting(tx, meetingId, "change");
  refuse(refusalOfWriting(meeting));
  const rank = generateKeyBetween(await lastRank(tx, meetingId), null);
  const itemId = await insertItem(tx, actor, { meetingId, seriesId: meeting.seriesId, rank }, wanted);
  noteItem(tx, actor, "agenda.add", itemId, changesBetween({}, { meetingId, ...wanted }));
  await tellMeeting(tx, meetingId);
  return { itemId };
});

/** Puts a matter into the backlog of a series, where it waits for the next meeting. @throws Forbidden, NotFound, Refused */
export const proposeItem = command(
  "agenda.propose",
  ProposeItem,
  async (tx, actor, { seriesId, ...wanted }) => {
    demand(actor, "agenda.propose");
    const series = await tx.meetingSeries.findUnique({ where: { id: seriesId }, select: { closedOn: true } });
    if (!series) throw new NotFound(`series ${seriesId}`);
    refuse(refusalOfSeries(series));
    const last = await tx.agendaItem.findFirst({
      where: { seriesId, meetingId: null },
      orderBy: { rank: "desc" },
      select: { rank: true },
    });
    const place = { meetingId: null, seriesId, rank: generateKeyBetween(last?.rank ?? null, null) };
    const itemId = await insertItem(tx, actor, place, wanted);
    record(tx, actor, {
      ...{ kind: "agenda.propose", subject: { type: "agendaItem", id: itemId }, taskId: wanted.taskId },
      changes: changesBetween({}, { seriesId, title: wanted.title, minutes: wanted.minutes ?? null }),
      reason: wanted.reason,
    });
    return { itemId };
  },
);

type Place = { meetingId: number | null; seriesId: number | null; rank: string };

async function insertItem(tx: Tx, actor: Actor, place: Place, wanted: Wanted): Promise<number> {
  const task = wanted.taskId === null ? null : await getTask(actor, wanted.taskId, tx);
  // The words of a sensitive task stay on its own page.
  const title = task?.label === "sensitive" ? MASKED_TITLE : wanted.title;
  const minutes = wanted.minutes ?? USUAL_MINUTES.proposed;
  const { id } = await tx.agendaItem.create({
    data: {
      ...place,
      ...{ kind: "proposed", title, taskId: wanted.taskId, reason: wanted.reason, minutes },
      ...{ accountId: actor.accountId, author: actor.name, at: now() },
    },
    select: { id: true },
  });
  return id;
}

/** Takes a proposal back; one's own, or any for who arranges agendas. @throws Forbidden, NotFound, Refused, Stale */
export const withdrawItem = command("agenda.withdraw", WithdrawItem, async (tx, actor, input) => {
  demand(actor, "agenda.propose");
  const { item } = await holdItem(tx, input);
  const own = item.accountId !== null && item.accountId === actor.accountId;
  if (!own && !may(actor, "agenda.change")) throw new Forbidden("agenda.withdraw");
  refuse(refusalOfTaking(item));
  await writeItem(tx, item, { state: "dropped" });
  noteItem(tx, actor, "agenda.withdraw", item.id, { state: [item.state, "dropped"] });
  return { itemId: item.id };
});

/** Takes a matter from the backlog onto an agenda. @throws Forbidden, NotFound, Refused, Stale */
export const takeItem = command("agenda.take", TakeItem, async (tx, actor, { meetingId, ...input }) => {
  demand(actor, "agenda.change");
  const meeting = await holdMeeting(tx, meetingId, "change");
  refuse(refusalOfWriting(meeting));
  const { item } = await holdItem(tx, input);
  refuse(refusalOfTaking(item));
  await writeItem(tx, item, { meetingId, rank: generateKeyBetween(await lastRank(tx, meetingId), null) });
  noteItem(tx, actor, "agenda.take", item.id, { meetingId: [null, meetingId] });
  await tellMeeting(tx, meetingId);
  return { itemId: item.id, version: item.version + 1 };
});

/** Where the next item of an agenda is put. */
export async function lastRank(tx: Tx, meetingId: number): Promise<string | null> {
  const last = await tx.agendaItem.findFirst({
    where: { meetingId },
    orderBy: { rank: "desc" },
    select: { rank: true },
  });
  return last?.rank ?? null;
}

/** Writes fields of an item that the caller holds. */
export async function writeItem(
  tx: Tx,
  { id }: { id: number },
  fields: Prisma.AgendaItemUncheckedUpdateInput,
): Promise<void> {
  await tx.agendaItem.update({ where: { id }, data: { ...fields, version: { increment: 1 } } });
}

export function noteItem(tx: Tx, actor: Actor, kind: string, itemId: number, changes: Changes): void {
  record(tx, actor, { kind, subject: { type: "agendaItem", id: itemId }, changes });
}
