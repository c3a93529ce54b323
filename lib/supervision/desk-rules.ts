import { type Actor, capacitiesOf, mayOnTask } from "../auth/permissions";
import type { BoardTask } from "../board/rules";
import type { Day } from "../calendar/rules";
import type { Halting } from "./halt-rules";
import { isProposed, isRunning, type NoticeFacts } from "./notice-rules";
import { isUrgeOpen } from "./urge-rules";

/** Whose turn it is: what supervision asks of one person. */

export type DeskUrge = { id: number; text: string; by: string; at: string; seen: boolean };
export type DeskNotice = { id: number; name: string; replyDay: Day; received: boolean };
export type DeskInstruction = { id: number; text: string; by: string; at: string };
export type DeskExtension = { id: number; by: string; at: string; wantedDay: Day };
export type DeskHalt = Halting & { id: number; version: number; by: string; at: string; reason: string };
/** What waits for this person, by the task's id. */
export type Asks = Record<
  number,
  {
    urge?: DeskUrge | undefined;
    notice?: DeskNotice | undefined;
    extension?: DeskExtension | undefined;
    halt?: DeskHalt | undefined;
    instruction?: DeskInstruction | undefined;
  }
>;

type UrgeLook = { reply: string | null; reportedAt: string | null };

/** Must this person answer the urge? */
export function owesReply(actor: Actor, task: BoardTask, urge: UrgeLook): boolean {
  return isUrgeOpen(task, urge) && mayOnTask(actor, "urge.reply", task);
}

/** Must this person take receipt of the notice or answer it? */
export function owesAnswer(actor: Actor, task: BoardTask, notice: NoticeFacts): boolean {
  const finished = task.status === "closed" || task.status === "terminated";
  return isRunning(notice) && notice.reply === null && !finished && mayOnTask(actor, "notice.reply", task);
}

type Told = { receipts: readonly { accountId: number }[]; withdrawnAt: string | null };

/** Has this person, who answers for the task, still to say that an instruction was read? */
export function owesReceipt(actor: Actor, task: BoardTask, { receipts, withdrawnAt }: Told): boolean {
  if (withdrawnAt !== null) return false;
  if (actor.accountId === null || task.status === "closed" || task.status === "terminated") return false;
  const answers = capacitiesOf(actor, task).some((one) => one === "owner" || one === "unitHead");
  return answers && !receipts.some(({ accountId }) => accountId === actor.accountId);
}

/** Does the request wait for this leader in the first place? Every leader may answer; the sponsor is asked, anyone where there is none. */
export function isAskedToGrant(actor: Actor, task: BoardTask, status: string): boolean {
  if (status !== "asked" || !mayOnTask(actor, "extension.answer", task)) return false;
  return task.sponsorPostId === null || capacitiesOf(actor, task).includes("sponsor");
}

/** Do the office's letters about this task concern this person: it watches over all, answers for the task or sponsors it? */
export function concerns(actor: Actor, task: BoardTask): boolean {
  const close = ["supervisor", "owner", "unitHead", "sponsor"];
  return capacitiesOf(actor, task).some((capacity) => close.includes(capacity));
}

/** May this person be shown the request: it concerns them, or they could answer it? */
export function mayFollowExtension(actor: Actor, task: BoardTask): boolean {
  return concerns(actor, task) || mayOnTask(actor, "extension.answer", task);
}

/** Is a notice the supervisor's turn: its reply to be judged, or the next rung to be decided on? */
export function isToBeJudged(task: BoardTask, notice: NoticeFacts, today: Day): boolean {
  return isRunning(notice) && (notice.reply !== null || isProposed(notice, task, today));
}
