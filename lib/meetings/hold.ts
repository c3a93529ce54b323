import type { Tx } from "../db";
import { NotFound, Stale } from "../errors";
import { Prisma } from "../generated/prisma/client";
import type { AgendaState } from "./agenda-rules";
import type { MeetingStatus } from "./rules";

/** Rows kept as they are until the transaction ends. */

export type Held = {
  id: number;
  planId: number;
  seriesId: number | null;
  title: string;
  heldOn: string;
  status: MeetingStatus;
  version: number;
};

/** The meeting; `change` where something of it, or the order of its agenda, is written. @throws NotFound */
export async function holdMeeting(tx: Tx, id: number, to: "read" | "change"): Promise<Held> {
  const lock = Prisma.raw(to === "read" ? "FOR SHARE" : "FOR NO KEY UPDATE");
  const [found] = await tx.$queryRaw<Held[]>`
    SELECT id, "planId", "seriesId", title, "heldOn", status, version FROM "Meeting" WHERE id = ${id} ${lock}`;
  if (!found) throw new NotFound(`meeting ${id}`);
  return found;
}

export type HeldItem = {
  id: number;
  version: number;
  meetingId: number | null;
  seriesId: number | null;
  kind: string;
  title: string;
  taskId: number | null;
  link: string;
  reason: string;
  minutes: number;
  record: string;
  rank: string;
  state: AgendaState;
  accountId: number | null;
};

/** An item of an agenda or a backlog, with its meeting held first, so that nothing is written into one that is being closed. @throws NotFound, Stale */
export async function holdItem(
  tx: Tx,
  { itemId, version }: { itemId: number; version: number },
): Promise<{ item: HeldItem; meeting: Held | null }> {
  const found = await tx.agendaItem.findUnique({ where: { id: itemId }, select: { meetingId: true } });
  if (!found) throw new NotFound(`item ${itemId}`);
  const meeting = found.meetingId === null ? null : await holdMeeting(tx, found.meetingId, "change");
  const [item] = await tx.$queryRaw<HeldItem[]>`
    SELECT id, version, "meetingId", "seriesId", kind, title, "taskId", link, reason, minutes, record, rank, state, "accountId"
    FROM "AgendaItem" WHERE id = ${itemId} FOR NO KEY UPDATE`;
  if (!item) throw new NotFound(`item ${itemId}`);
  if (item.version !== version || item.meetingId !== found.meetingId) {
    const { id, title, minutes, record, state } = item;
    throw new Stale({ id, version: item.version, title, minutes, record, state }, version);
  }
  return { item, meeting };
}
