import { BadInput, command } from "../api";
import { handTo } from "../assignments/commands";
import { demand } from "../auth/demand";
import type { Actor } from "../auth/permissions";
import type { BoardRow } from "../board/rules";
import { sayDay } from "../calendar/rules";
import { now, today } from "../clock";
import type { Tx } from "../db";
import { NotFound, Refused, refuse } from "../errors";
import { changesBetween, record } from "../events/record";
import { writeInstruction } from "../instructions/commands";
import { GiveInstruction } from "../instructions/input";
import { answerExtension } from "../supervision/extension-commands";
import { insertTask, takeStep } from "../tasks/commands";
import { AddTask } from "../tasks/input";
import { getTask } from "../tasks/queries";
import { wordsFor } from "../wordings";
import { type Held, holdMeeting } from "./hold";
import { AddOutcome } from "./input";
import { refusalOfDeciding } from "./rules";
import { tellMeeting } from "./tell";

type Said = ReturnType<typeof AddOutcome.parse>;
type Of<K extends Said["kind"]> = Extract<Said, { kind: K }>;
/** What saying it did: the task it made, the one it is about, and what is written when nobody chose words. */
type Done = { taskId: number | null; aboutId: number | null; task: BoardRow | null; text: string };

/** Writes down what the meeting decided, and does it in the same instant by the rules of whatever it does. @throws Forbidden, NotFound, Refused, Stale */
export const addOutcome = command("outcome.add", AddOutcome, async (tx, actor, input) => {
  demand(actor, "outcome.add");
  const meeting = await holdMeeting(tx, input.meetingId, "read");
  refuse(refusalOfDeciding(meeting));
  const item = await itemOf(tx, input);
  const aboutTaskId = input.aboutTaskId ?? item?.taskId ?? null;
  if (aboutTaskId !== null) await getTask(actor, aboutTaskId, tx);
  const { taskId, aboutId, task, text } = await carryOut(tx, actor, meeting, { ...input, aboutTaskId });
  const { kind, agendaItemId } = input;
  const row = { meetingId: meeting.id, agendaItemId, kind, text, taskId, aboutId };
  const { id } = await tx.outcome.create({
    data: { ...row, accountId: actor.accountId, author: actor.name, at: now() },
    select: { id: true },
  });
  // Its version stays: the recorder goes on writing under the same item.
  if (item?.state === "waiting")
    await tx.agendaItem.update({ where: { id: item.id }, data: { state: "discussed" } });
  const { aboutId: _, ...told } = row;
  const changes = changesBetween({}, { ...told, aboutTaskId: aboutId });
  record(tx, actor, {
    kind: "outcome.add",
    subject: { type: "outcome", id },
    taskId: aboutId ?? taskId,
    changes,
  });
  await tellMeeting(tx, meeting.id);
  return { outcomeId: id, task };
});

async function itemOf(tx: Tx, { agendaItemId, meetingId }: Said) {
  if (agendaItemId === null) return null;
  const item = await tx.agendaItem.findUnique({
    where: { id: agendaItemId },
    select: { id: true, meetingId: true, taskId: true, state: true },
  });
  if (item?.meetingId !== meetingId) throw new Refused("itemElsewhere");
  return item;
}

async function carryOut(tx: Tx, actor: Actor, meeting: Held, said: Said): Promise<Done> {
  const plain = { taskId: null, aboutId: said.aboutTaskId, task: null, text: said.text };
  switch (said.kind) {
    case "assignment": {
      const task = await assign(tx, actor, meeting, said.task);
      return { ...plain, taskId: task[0], task, text: said.text || said.task.title };
    }
    case "extension":
      return { ...plain, ...(await answer(tx, actor, said)) };
    case "closing":
      return { ...plain, ...(await close(tx, actor, said)) };
    case "instruction":
      return { ...plain, ...(await instruct(tx, actor, said)) };
    default:
      return plain;
  }
}

async function assign(
  tx: Tx,
  actor: Actor,
  meeting: Held,
  wanted: Of<"assignment">["task"],
): Promise<BoardRow> {
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

/** Grants or declines a later due day; only who may answer requests elsewhere may answer them here. */
async function answer(tx: Tx, actor: Actor, said: Of<"extension">): Promise<Omit<Done, "taskId">> {
  const { extensionId, version, granted, day, exempt, text } = said;
  const asked = await tx.extension.findUnique({
    where: { id: extensionId },
    select: { taskId: true, wantedDay: true },
  });
  if (!asked) throw new NotFound(`extension ${extensionId}`);
  const { task = null } = await answerExtension.run(tx, actor, {
    ...{ extensionId, version, granted, exempt, text },
    ...(day !== undefined && { day }),
  });
  const t = await wordsFor("zh-CN", "matters");
  const usual = granted
    ? t("outcome.granted", { day: sayDay(day ?? asked.wantedDay, today()) })
    : t("outcome.declined");
  return { aboutId: asked.taskId, task, text: text || usual };
}

async function close(tx: Tx, actor: Actor, said: Of<"closing">): Promise<Omit<Done, "taskId">> {
  const { aboutTaskId: taskId, version, method, text } = said;
  if (taskId === null) throw new BadInput([{ path: ["aboutTaskId"], message: "required", code: "custom" }]);
  const { task } = await takeStep.run(tx, actor, { taskId, version, step: "close", method, reason: text });
  const t = await wordsFor("zh-CN", "matters");
  return { aboutId: taskId, task, text: text || t("outcome.closed") };
}

async function instruct(tx: Tx, actor: Actor, said: Of<"instruction">): Promise<Omit<Done, "text">> {
  const { aboutTaskId: taskId, text, instruction } = said;
  const parsed = GiveInstruction.safeParse({ ...instruction, taskId, text });
  if (!parsed.success) throw new BadInput(parsed.error.issues);
  const made = await writeInstruction(tx, actor, parsed.data);
  return { taskId: made.taskId, aboutId: taskId, task: made.task ?? null };
}
