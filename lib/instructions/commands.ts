import { command } from "../api";
import { handTo } from "../assignments/commands";
import { demand, demandOn } from "../auth/demand";
import { type Actor, may } from "../auth/permissions";
import { SYSTEM } from "../auth/system";
import { type BoardRow, toRow } from "../board/rules";
import { now, today } from "../clock";
import type { Tx } from "../db";
import { Forbidden, NotFound, refuse } from "../errors";
import { record } from "../events/record";
import { getSettings } from "../settings/queries";
import { insertTask, updateTask } from "../tasks/commands";
import { AddTask } from "../tasks/input";
import { getTask, type Task } from "../tasks/queries";
import { wordsFor } from "../wordings";
import { GiveInstruction, SeeInstruction, WithdrawInstruction } from "./input";
import { clockDays, refusalOfGiving, refusalOfWithdrawing, titleOf } from "./rules";

type Given = ReturnType<typeof GiveInstruction.parse>;
type GivenTask = Extract<Given, { kind: "task" }>;
export type Instructed = { instructionId: number; taskId: number | null; task?: BoardRow };

/** Instructs in writing: a note on a task, or a task of its own. @throws NotFound, Forbidden, Refused */
export const giveInstruction = command("instruction.give", GiveInstruction, async (tx, actor, input) => {
  if (input.taskId === null) demand(actor, "instruction.add");
  else demandOn(actor, "instruction.give", await getTask(actor, input.taskId, tx));
  return writeInstruction(tx, actor, input);
});

/** The rules, the rows and the record of an instruction; shared with the decisions of a meeting, whose right is its own. */
export async function writeInstruction(tx: Tx, actor: Actor, input: Given): Promise<Instructed> {
  const about = input.taskId === null ? null : await getTask(actor, input.taskId, tx);
  const own = input.kind === "task" ? input : null;
  const toPostId = own?.toPostId ?? about?.ownerPostId ?? null;
  const sectionId = own?.sectionId ?? about?.sectionId ?? null;
  const wanted = { kind: input.kind, about, toPostId, sectionId, dueDay: own?.dueDay ?? null };
  refuse(refusalOfGiving(wanted, today()));
  const { settings } = await getSettings();
  const to = { toPostId: toPostId as number, sectionId: sectionId as number };
  const task = own ? await makeTask(tx, actor, own, about, to) : null;
  const madeId = task?.[0] ?? null;
  const { id } = await tx.instruction.create({
    data: {
      ...{ kind: input.kind, text: input.text, taskId: about?.id ?? null, madeId, toPostId: to.toPostId },
      ...{ pace: own && settings.clock13710 ? own.pace : null, day: today() },
      ...{ accountId: actor.accountId, author: actor.name, at: now() },
    },
    select: { id: true },
  });
  const happening = { kind: "instruction.give", subject: { type: "instruction", id } };
  record(tx, actor, {
    ...{ ...happening, taskId: about?.id ?? madeId },
    changes: { words: [null, input.text] },
  });
  return { instructionId: id, taskId: madeId, ...(task && { task }) };
}

/** The task that an instruction becomes: in the hands of its post at once, sponsored by the leader who instructs. */
async function makeTask(
  tx: Tx,
  actor: Actor,
  input: GivenTask,
  about: Task | null,
  { toPostId, sectionId }: { toPostId: number; sectionId: number },
): Promise<BoardRow> {
  const { calendar } = await getSettings();
  const facts = {
    ...{ sectionId, title: input.title ?? titleOf(input.text), goal: input.text },
    ...{ source: "instruction", sourceRef: actor.name, label: about?.label ?? "open" },
    ...{ startDay: today(), dueDay: input.dueDay ?? clockDays(today(), input.pace, calendar).finish },
  };
  const id = await insertTask(tx, actor, AddTask.parse(facts));
  // Nobody's own yet: whoever instructs need not see a draft that is not theirs.
  const draft = await getTask(SYSTEM, id, tx);
  const ownPost = may(actor, "instruction.add") ? actor.postIds[0] : undefined;
  const sponsorPostId = ownPost ?? about?.sponsorPostId ?? null;
  return handTo(
    tx,
    actor,
    draft,
    { ownerPostId: toPostId, sponsorPostId },
    { anyUnit: true, headUnitIds: [] },
  );
}

/** Says that one has read an instruction; once for each account. @throws NotFound, Forbidden, Refused */
export const seeInstruction = command("instruction.see", SeeInstruction, async (tx, actor, input) => {
  const where = { id: input.instructionId };
  const found = await getRow(tx, where.id);
  const taskId = found.madeId ?? found.taskId ?? 0;
  demandOn(actor, "instruction.see", await getTask(actor, taskId, tx));
  refuse(found.withdrawnAt === null ? null : "instructionWithdrawn");
  if (actor.accountId === null) throw new Forbidden("instruction.see");
  const receipt = { instructionId: where.id, accountId: actor.accountId, name: actor.name, at: now() };
  const { count } = await tx.instructionReceipt.createMany({ data: receipt, skipDuplicates: true });
  refuse(count === 0 ? "instructionSeen" : null);
  record(tx, actor, { kind: "instruction.see", subject: { type: "instruction", id: where.id }, taskId });
  return { instructionId: where.id };
});

/** Takes an instruction back before anybody read it; a task that it made is terminated. @throws NotFound, Forbidden, Refused */
export const withdrawInstruction = command(
  "instruction.withdraw",
  WithdrawInstruction,
  async (tx, actor, { instructionId: id }) => {
    const found = await getRow(tx, id);
    const task = await getTask(actor, found.taskId ?? found.madeId ?? 0, tx);
    // Whoever may give one here is told whose it is; to others the right is missing.
    if (found.taskId === null) demand(actor, "instruction.add");
    else demandOn(actor, "instruction.give", task);
    const made = found.madeId === null ? null : await getTask(SYSTEM, found.madeId, tx);
    refuse(refusalOfWithdrawing({ ...found, receipts: found._count.receipts, made }, actor));
    await tx.instruction.update({ where: { id }, data: { withdrawnAt: now() }, select: { id: true } });
    record(tx, actor, {
      ...{ kind: "instruction.withdraw", subject: { type: "instruction", id }, taskId: task.id },
      changes: { withdrawn: [null, true] },
    });
    return { instructionId: id, ...(made && { task: await dropTask(tx, actor, made) }) };
  },
);

const ROW = {
  ...{ accountId: true, taskId: true, madeId: true, withdrawnAt: true },
  _count: { select: { receipts: true } },
} as const;

/** The instruction, held until commit: of a receipt and a withdrawal at once the second finds the first. */
async function getRow(tx: Tx, id: number) {
  await tx.$queryRaw`SELECT id FROM "Instruction" WHERE id = ${id} FOR UPDATE`;
  const found = await tx.instruction.findUnique({ where: { id }, select: ROW });
  if (!found) throw new NotFound("instruction");
  return found;
}

async function dropTask(tx: Tx, actor: Actor, made: Task): Promise<BoardRow> {
  const reason = (await wordsFor("zh-CN", "supervision"))("instruction.dropped");
  const fields = { status: "terminated", statusSince: today(), statusReason: reason } as const;
  const after = await updateTask(tx, made, made.version, fields);
  const changes = { status: [made.status, fields.status] as [unknown, unknown] };
  const subject = { type: "task", id: made.id };
  record(tx, actor, { kind: "task.terminate", subject, taskId: made.id, changes, reason });
  return toRow(after);
}
