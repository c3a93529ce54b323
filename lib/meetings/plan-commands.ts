import { command } from "../api";
import { demand } from "../auth/demand";
import { sayDay } from "../calendar/rules";
import { now, today } from "../clock";
import type { Tx } from "../db";
import { NotFound, Refused, refuse } from "../errors";
import { journalHead } from "../events/queries";
import { changesBetween, record } from "../events/record";
import { getCurrentPlan } from "../plan/queries";
import { getSettings } from "../settings/queries";
import { dropUndefined } from "../tasks/commands";
import { wordsFor } from "../wordings";
import { invite, renameInvited } from "./attendance-commands";
import { placeMatters } from "./build-commands";
import { sinceOfDraft, writeMeeting } from "./commands";
import { type Held, holdMeeting } from "./hold";
import { EditMeeting, PlanMeeting, TurnMeeting } from "./input";
import { refusalOfDraft, refusalOfStarting, refusalOfWriting } from "./rules";
import { usualOf } from "./series-commands";
import { nextDay } from "./series-rules";
import { tellMeeting } from "./tell";

/** Before a meeting looks at anything: it is planned, changed, begun, or called off. */

type Wanted = ReturnType<typeof PlanMeeting.parse>;

/** Prepares a meeting: who, when, where and what about; what it looks at is frozen only when it is opened. @throws Forbidden, NotFound, Refused */
export const planMeeting = command("meeting.plan", PlanMeeting, async (tx, actor, input) => {
  demand(actor, "meeting.open");
  const plan = await getCurrentPlan();
  if (!plan) throw new Refused("noPlan");
  const { seriesId, postIds, title, heldOn, ...wanted } = input;
  const usual = await usualOf(tx, seriesId);
  const { previousId, ...since } = await sinceOfDraft(tx, { planId: plan.id, seriesId }, {});
  const named = await nameOf(tx, { seriesId, title, heldOn });
  await mustExist(tx, wanted.chairPostId);
  const row = { seriesId, ...named, ...usual, ...dropUndefined(wanted), ...since };
  const { id } = await tx.meeting.create({
    data: { ...row, planId: plan.id, previousId, openedSeq: await journalHead(tx), status: "draft" },
    select: { id: true },
  });
  const asked = await invite(tx, { meetingId: id, heldOn: row.heldOn, seriesId, postIds });
  await placeMatters(tx, actor, await holdMeeting(tx, id, "change"));
  const changes = changesBetween({}, { ...row, sinceMeetingId: previousId, postIds: asked });
  record(tx, actor, { kind: "meeting.plan", subject: { type: "meeting", id }, changes });
  return { meetingId: id };
});

/** What is left out is the next day of the series, and its name with that day. */
async function nameOf(tx: Tx, { seriesId, title, heldOn }: Pick<Wanted, "seriesId" | "title" | "heldOn">) {
  const series = seriesId === null ? null : await tx.meetingSeries.findUnique({ where: { id: seriesId } });
  const { calendar } = await getSettings();
  const day = heldOn ?? (series && nextDay(series, today(), calendar)) ?? today();
  if (title !== undefined) return { title, heldOn: day };
  if (!series) throw new NotFound("title");
  const t = await wordsFor("zh-CN", "matters");
  return { title: t("title.meeting", { name: series.name, day: sayDay(day, today()) }), heldOn: day };
}

async function mustExist(tx: Tx, postId: number | null | undefined): Promise<void> {
  if (postId == null) return;
  if ((await tx.post.count({ where: { id: postId } })) === 0) throw new NotFound(`post ${postId}`);
}

/** Changes when, where and by whom a meeting is held. @throws Forbidden, NotFound, Refused, Stale */
export const editMeeting = command("meeting.edit", EditMeeting, async (tx, actor, input) => {
  demand(actor, "meeting.open");
  const { meetingId, version, ...wanted } = input;
  const meeting = await holdMeeting(tx, meetingId, "change");
  refuse(refusalOfWriting(meeting));
  await mustExist(tx, wanted.chairPostId);
  const before = await tx.meeting.findUniqueOrThrow({ where: { id: meetingId } });
  const fields = dropUndefined(wanted);
  await writeMeeting(tx, meeting, version, fields);
  if (fields.heldOn !== undefined) await renameInvited(tx, meetingId, fields.heldOn);
  const changes = changesBetween<Record<string, unknown>>(
    { ...before, openedSeq: null, sinceSeq: null },
    fields,
  );
  record(tx, actor, { kind: "meeting.edit", subject: { type: "meeting", id: meetingId }, changes });
  await tellMeeting(tx, meetingId);
  return { meetingId, version: version + 1 };
});

/** The meeting begins. @throws Forbidden, NotFound, Refused, Stale */
export const startMeeting = command(
  "meeting.start",
  TurnMeeting,
  async (tx, actor, { meetingId, version }) => {
    demand(actor, "meeting.open");
    const meeting = await holdMeeting(tx, meetingId, "change");
    refuse(refusalOfStarting(meeting));
    await writeMeeting(tx, meeting, version, { status: "inProgress", startedAt: now() });
    const changes = { status: [meeting.status, "inProgress"] } as Record<string, [unknown, unknown]>;
    record(tx, actor, { kind: "meeting.start", subject: { type: "meeting", id: meetingId }, changes });
    await tellMeeting(tx, meetingId);
    return { meetingId, version: version + 1 };
  },
);

/** Calls a prepared meeting off; what people proposed for it waits again. @throws Forbidden, NotFound, Refused, Stale */
export const cancelMeeting = command(
  "meeting.cancel",
  TurnMeeting,
  async (tx, actor, { meetingId, version }) => {
    demand(actor, "meeting.open");
    const meeting = await holdMeeting(tx, meetingId, "change");
    refuse(refusalOfDraft(meeting));
    // Whoever was faster is told so before anything goes.
    await writeMeeting(tx, meeting, version, {});
    const asked = await tx.attendance.findMany({ where: { meetingId }, select: { postId: true } });
    await giveBack(tx, meeting);
    await tx.attendance.deleteMany({ where: { meetingId } });
    await tx.meeting.updateMany({ where: { previousId: meetingId }, data: { previousId: null } });
    await tx.meeting.delete({ where: { id: meetingId } });
    const { title, heldOn } = meeting;
    const postIds = asked.map(({ postId }) => postId);
    const changes = changesBetween<Record<string, unknown>>(
      { title, heldOn, postIds },
      { title: null, heldOn: null, postIds: null },
    );
    record(tx, actor, { kind: "meeting.cancel", subject: { type: "meeting", id: meetingId }, changes });
    await tellMeeting(tx, meetingId);
    return { meetingId };
  },
);

/** What somebody put forward or another meeting handed on goes back to the backlog; the rest was found and will be found again. */
async function giveBack(tx: Tx, { id: meetingId, seriesId }: Held): Promise<void> {
  const kept = { OR: [{ kind: "proposed" }, { carriedFromId: { not: null } }] };
  if (seriesId !== null)
    await tx.agendaItem.updateMany({
      where: { meetingId, state: "waiting", ...kept },
      data: { meetingId: null, seriesId, version: { increment: 1 } },
    });
  await tx.agendaItem.deleteMany({ where: { meetingId } });
}
