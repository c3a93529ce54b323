import { command } from "../api";
import { handTo } from "../assignments/commands";
import { demand } from "../auth/demand";
import type { Actor } from "../auth/permissions";
import type { BoardRow } from "../board/rules";
import { now, today } from "../clock";
import type { Tx } from "../db";
import { NotFound, Refused, refuse, Stale } from "../errors";
import { journalHead, seqBefore } from "../events/queries";
import { changesBetween, record } from "../events/record";
import { Prisma } from "../generated/prisma/client";
import { getCurrentPlan } from "../plan/queries";
import { insertTask } from "../tasks/commands";
import { AddTask } from "../tasks/input";
import { getTask } from "../tasks/queries";
import { AddOutcome, CloseMeeting, OpenMeeting, ReopenMeeting } from "./input";
import { refusalOfOpening, refusalOfReopening, refusalOfWriting } from "./rules";

/** Opens a meeting: what the journal holds now is what it looks at, whatever happens while it lasts. @throws Forbidden, NotFound, Refused */
export const openMeeting = command("meeting.open", OpenMeeting, async (tx, actor, input) => {
  demand(actor, "meeting.open");
  const plan = await getCurrentPlan();
  if (!plan) throw new Refused("noPlan");
  const since = await sinceOf(tx, plan.id, input);
  refuse(refusalOfOpening(since.sinceDay, today()));
  const heldOn = input.heldOn ?? today();
  const openedSeq = await journalHead(tx);
  const row = { planId: plan.id, title: input.title, heldOn, ...since, openedSeq };
  const { id } = await tx.meeting.create({ data: row, select: { id: true } });
  const changes = changesBetween({}, { ...row, sinceMeetingId: input.sinceMeetingId ?? null });
  record(tx, actor, { kind: "meeting.open", subject: { type: "meeting", id }, changes });
  return { meetingId: id };
});

async function sinceOf(
  tx: Tx,
  planId: number,
  { sinceDay, sinceMeetingId }: { sinceDay?: string | undefined; sinceMeetingId?: number | undefined },
): Promise<{ sinceDay: string; sinceSeq: number }> {
  if (sinceDay !== undefined) return { sinceDay, sinceSeq: await seqBefore(sinceDay, tx) };
  const where = { id: sinceMeetingId ?? 0, planId };
  const last = await tx.meeting.findFirst({ where, select: { heldOn: true, openedSeq: true } });
  if (!last) throw new NotFound("meeting");
  return { sinceDay: last.heldOn, sinceSeq: Number(last.openedSeq) };
}

type Held = { id: number; planId: number; title: string; status: "open" | "closed"; version: number };

/** The meeting, kept as it is until the transaction ends, so that nothing is written into one that is being closed. */
async function holdMeeting(tx: Tx, id: number, to: "read" | "change"): Promise<Held> {
  const lock = Prisma.raw(to === "read" ? "FOR SHARE" : "FOR NO KEY UPDATE");
  const [found] = await tx.$queryRaw<Held[]>`
    SELECT id, "planId", title, status, version FROM "Meeting" WHERE id = ${id} ${lock}`;
  if (!found) throw new NotFound("meeting");
  return found;
}

/** Closes a meeting; from then on it is only read. @throws Forbidden, NotFound, Refused, Stale */
export const closeMeeting = command("meeting.close", CloseMeeting, async (tx, actor, input) => {
  demand(actor, "meeting.close");
  const meeting = await holdMeeting(tx, input.meetingId, "change");
  refuse(refusalOfWriting(meeting));
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
  const written = await tx.meeting.updateMany({
    where: { id: meeting.id, version },
    data: { status, closedAt: status === "closed" ? now() : null, version: { increment: 1 } },
  });
  if (written.count === 0) throw new Stale(meeting, version);
  record(tx, actor, {
    kind: status === "closed" ? "meeting.close" : "meeting.reopen",
    subject: { type: "meeting", id: meeting.id },
    changes: { status: [meeting.status, status] },
    reason,
  });
  return { meetingId: meeting.id, version: version + 1, status };
}

/** Writes down what the meeting decided; an assignment becomes a task in the same instant. @throws Forbidden, NotFound, Refused */
export const addOutcome = command("outcome.add", AddOutcome, async (tx, actor, input) => {
  demand(actor, "outcome.add");
  const meeting = await holdMeeting(tx, input.meetingId, "read");
  refuse(refusalOfWriting(meeting));
  const { kind, aboutTaskId } = input;
  if (aboutTaskId !== null) await getTask(actor, aboutTaskId, tx);
  const task = input.kind === "assignment" ? await addAssigned(tx, actor, meeting, input.task) : null;
  const taskId = task?.[0] ?? null;
  const text = input.text || (input.kind === "assignment" ? input.task.title : "");
  const { id } = await tx.outcome.create({
    data: {
      meetingId: meeting.id,
      kind,
      text,
      taskId,
      aboutId: aboutTaskId,
      accountId: actor.accountId,
      author: actor.name,
      at: now(),
    },
    select: { id: true },
  });
  const changes = changesBetween({}, { meetingId: meeting.id, kind, text, taskId, aboutTaskId });
  const subject = { type: "outcome", id };
  record(tx, actor, { kind: "outcome.add", subject, taskId: aboutTaskId ?? taskId, changes });
  return { outcomeId: id, task };
});

type Assigned = Extract<ReturnType<typeof AddOutcome.parse>, { kind: "assignment" }>["task"];

async function addAssigned(tx: Tx, actor: Actor, meeting: Held, wanted: Assigned): Promise<BoardRow> {
  const { title, sectionId, dueDay, ...to } = wanted;
  const section = await tx.section.findUnique({ where: { id: sectionId }, select: { planId: true } });
  if (section?.planId !== meeting.planId) throw new NotFound("section");
  const from = { source: "meeting", sourceRef: meeting.title, sourceMeetingId: meeting.id };
  const facts = { title, sectionId, startDay: today(), dueDay, ...from };
  const taskId = await insertTask(tx, actor, AddTask.parse(facts));
  const draft = await getTask(actor, taskId, tx);
  // Who may write decisions may hand them to any unit: the right is the meeting's, not the writer's own.
  return handTo(tx, actor, draft, to, { anyUnit: true, headUnitIds: [] });
}
