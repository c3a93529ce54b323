import { command } from "../api";
import { demand } from "../auth/demand";
import type { Actor } from "../auth/permissions";
import { now, today } from "../clock";
import type { Tx } from "../db";
import { NotFound, Refused, refuse, Stale } from "../errors";
import { journalHead, seqBefore } from "../events/queries";
import { changesBetween, record } from "../events/record";
import type { Prisma } from "../generated/prisma/client";
import { getCurrentPlan } from "../plan/queries";
import { invite } from "./attendance-commands";
import { placeMatters } from "./build-commands";
import { type Held, holdMeeting } from "./hold";
import { OpenMeeting, ReopenMeeting, TurnMeeting } from "./input";
import { previousOf } from "./matter-queries";
import { refusalOfDeciding, refusalOfDraft, refusalOfOpening, refusalOfReopening } from "./rules";
import { usualOf } from "./series-commands";
import { tellMeeting } from "./tell";

/** Opens a meeting: what the journal holds now is what it looks at, whatever happens while it lasts. One that was prepared comes from its draft. @throws Forbidden, NotFound, Refused, Stale */
export const openMeeting = command("meeting.open", OpenMeeting, async (tx, actor, input) => {
  demand(actor, "meeting.open");
  const plan = await getCurrentPlan();
  if (!plan) throw new Refused("noPlan");
  const { meetingId, version = 0 } = input;
  return meetingId === undefined
    ? openNew(tx, actor, plan.id, input)
    : openDraft(tx, actor, { ...input, meetingId, version });
});

type Opening = ReturnType<typeof OpenMeeting.parse>;

async function openNew(tx: Tx, actor: Actor, planId: number, input: Opening) {
  const { seriesId = null, title = "" } = input;
  const since = await sinceOf(tx, planId, input);
  refuse(refusalOfOpening(since.sinceDay, today()));
  const { previousId, ...span } = since;
  const row = { planId, title, heldOn: input.heldOn ?? today(), ...span, openedSeq: await journalHead(tx) };
  const rest = { seriesId, previousId, ...(await usualOf(tx, seriesId)) };
  const { id } = await tx.meeting.create({ data: { ...row, ...rest }, select: { id: true } });
  await invite(tx, { meetingId: id, heldOn: row.heldOn, seriesId });
  await placeMatters(tx, actor, await holdMeeting(tx, id, "change"));
  const changes = changesBetween({}, { ...row, sinceMeetingId: input.sinceMeetingId ?? null });
  record(tx, actor, { kind: "meeting.open", subject: { type: "meeting", id }, changes });
  return { meetingId: id };
}

async function openDraft(tx: Tx, actor: Actor, input: Opening & { meetingId: number; version: number }) {
  const meeting = await holdMeeting(tx, input.meetingId, "change");
  refuse(refusalOfDraft(meeting));
  const since = await sinceOfDraft(tx, meeting, input);
  refuse(refusalOfOpening(since.sinceDay, today()));
  const openedSeq = await journalHead(tx);
  // It is held when it is opened, whatever day was planned.
  const row = { ...since, openedSeq, heldOn: input.heldOn ?? today() };
  await writeMeeting(tx, meeting, input.version, { ...row, status: "open" });
  await placeMatters(tx, actor, { ...meeting, heldOn: row.heldOn });
  const { previousId, ...told } = row;
  const changes = changesBetween({}, { ...told, title: meeting.title, sinceMeetingId: previousId });
  record(tx, actor, { kind: "meeting.open", subject: { type: "meeting", id: meeting.id }, changes });
  await tellMeeting(tx, meeting.id);
  return { meetingId: meeting.id, version: input.version + 1 };
}

type Since = { sinceDay: string; sinceSeq: number; previousId: number | null };

/** A draft that is not told otherwise begins where its series stopped; without a predecessor, with the plan's year. */
export async function sinceOfDraft(
  tx: Tx,
  { planId, seriesId }: Pick<Held, "planId" | "seriesId">,
  input: Pick<Opening, "sinceDay" | "sinceMeetingId">,
): Promise<Since> {
  if (input.sinceDay !== undefined || input.sinceMeetingId !== undefined) return sinceOf(tx, planId, input);
  const last = await previousOf(seriesId, tx);
  if (last) return { sinceDay: last.heldOn, sinceSeq: Number(last.openedSeq), previousId: last.id };
  const day = `${today().slice(0, 4)}-01-01`;
  return { sinceDay: day, sinceSeq: await seqBefore(day, tx), previousId: null };
}

async function sinceOf(
  tx: Tx,
  planId: number,
  { sinceDay, sinceMeetingId }: { sinceDay?: string | undefined; sinceMeetingId?: number | undefined },
): Promise<Since> {
  if (sinceDay !== undefined) return { sinceDay, sinceSeq: await seqBefore(sinceDay, tx), previousId: null };
  const where = { id: sinceMeetingId ?? 0, planId };
  const last = await tx.meeting.findFirst({ where, select: { heldOn: true, openedSeq: true } });
  if (!last) throw new NotFound("meeting");
  return { sinceDay: last.heldOn, sinceSeq: Number(last.openedSeq), previousId: where.id };
}

/** Closes a meeting; from then on it is only read. @throws Forbidden, NotFound, Refused, Stale */
export const closeMeeting = command("meeting.close", TurnMeeting, async (tx, actor, input) => {
  demand(actor, "meeting.close");
  const meeting = await holdMeeting(tx, input.meetingId, "change");
  refuse(refusalOfDeciding(meeting));
  return turn(tx, actor, meeting, { version: input.version, status: "closed" });
});

/** Opens a closed meeting again, with a reason that stays in the journal. @throws Forbidden, NotFound, Refused, Stale */
export const reopenMeeting = command("meeting.reopen", ReopenMeeting, async (tx, actor, input) => {
  demand(actor, "meeting.reopen");
  const meeting = await holdMeeting(tx, input.meetingId, "change");
  refuse(refusalOfReopening(meeting, input.reason));
  return turn(tx, actor, meeting, { version: input.version, status: "open", reason: input.reason });
});

type Turn = { version: number; status: "open" | "closed"; reason?: string };

async function turn(tx: Tx, actor: Actor, meeting: Held, { version, status, reason }: Turn) {
  await writeMeeting(tx, meeting, version, { status, closedAt: status === "closed" ? now() : null });
  record(tx, actor, {
    kind: status === "closed" ? "meeting.close" : "meeting.reopen",
    subject: { type: "meeting", id: meeting.id },
    changes: { status: [meeting.status, status] },
    reason,
  });
  await tellMeeting(tx, meeting.id);
  return { meetingId: meeting.id, version: version + 1, status };
}

/** Writes fields of a meeting that the caller holds. @throws Stale when somebody was faster */
export async function writeMeeting(
  tx: Tx,
  meeting: Held,
  version: number,
  fields: Prisma.MeetingUncheckedUpdateInput,
): Promise<void> {
  if (meeting.version !== version) throw new Stale(meeting, version);
  await tx.meeting.update({ where: { id: meeting.id }, data: { ...fields, version: { increment: 1 } } });
}
