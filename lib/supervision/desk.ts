import type { Actor } from "../auth/permissions";
import type { BoardTask } from "../board/rules";
import {
  type Asks,
  concerns,
  isAskedToGrant,
  mayFollowExtension,
  owesAnswer,
  owesReceipt,
  owesReply,
} from "./desk-rules";
import { numberOf } from "./notice-rules";
import { listSupervision, type OfficeSupervision } from "./queries";

/** Urges, notices, requests and instructions that concern this person. */
export async function listConcerning(actor: Actor): Promise<OfficeSupervision> {
  const all = await listSupervision(actor, (task) => mayFollowExtension(actor, task));
  const close = new Set(all.tasks.filter((task) => concerns(actor, task)).map(({ id }) => id));
  return {
    ...all,
    urges: all.urges.filter(({ taskId }) => close.has(taskId)),
    notices: all.notices.filter(({ taskId }) => close.has(taskId)),
    instructions: all.instructions.filter(
      ({ taskId, made, accountId }) =>
        close.has(taskId ?? 0) || close.has(made?.id ?? 0) || (accountId ?? 0) === actor.accountId,
    ),
  };
}

/** What waits for this person: urges and notices to answer, instructions to read, requests to decide on. */
export async function listAsks(actor: Actor): Promise<Asks> {
  return asksIn(await listConcerning(actor), actor);
}

function asksIn(
  { urges, notices, extensions, halts, instructions, tasks }: OfficeSupervision,
  actor: Actor,
): Asks {
  const byId = new Map(tasks.map((task) => [task.id, task]));
  const asks: Asks = {};
  const note = (taskId: number, holds: (task: BoardTask) => boolean, ask: Asks[number]) => {
    const task = byId.get(taskId);
    if (task && holds(task)) asks[taskId] = { ...ask, ...asks[taskId] };
  };
  // The newest come first, and the first that is noted stays.
  for (const { id, taskId, text, author, at, seenAt, ...urge } of urges)
    note(taskId, (task) => owesReply(actor, task, urge), {
      urge: { id, text, by: author, at, seen: seenAt !== null },
    });
  for (const notice of notices)
    note(notice.taskId, (task) => owesAnswer(actor, task, notice), {
      notice: {
        ...{ id: notice.id, name: numberOf(notice) },
        ...{ replyDay: notice.replyDay, received: notice.receivedAt !== null },
      },
    });
  for (const { id, taskId, made, author, at, text, receipts, withdrawnAt } of instructions)
    note(made?.id ?? taskId ?? 0, (task) => owesReceipt(actor, task, { receipts, withdrawnAt }), {
      instruction: { id, text, by: author, at },
    });
  for (const { id, taskId, status, author, at, wantedDay } of extensions)
    note(taskId, (task) => isAskedToGrant(actor, task, status), {
      extension: { id, by: author, at, wantedDay },
    });
  for (const { id, taskId, version, status, step, untilDay, author, at, reason } of halts)
    note(taskId, (task) => isAskedToGrant(actor, task, status), {
      halt: { id, version, step, untilDay, by: author, at, reason },
    });
  return asks;
}
