import type { Actor } from "../auth/permissions";
import { today } from "../clock";
import type { Tx } from "../db";
import { type Happening, happenedIn } from "../events/record";
import { messagesOf, type News, type Office } from "./group-rules";
import { listHolders, listSeats, listTaskFacts, listWritings, type Subject } from "./hearers";
import { type Hearer, TOLD } from "./kind-rules";
import { meetingMessages } from "./meeting-messages";
import { openedRounds } from "./reminders";
import { addToSitting } from "./sitting";
import { writeMessages } from "./write-messages";

/** Tells people what this command did; runs after everything else that the command changes, in its transaction. */
export function notifyTouched(tx: Tx, actor: Actor): Promise<void> {
  return tell(tx, actor, happenedIn(tx));
}

/** Tells people that `actor` did all this in one go. */
export async function tell(tx: Tx, actor: Actor, happened: readonly Happening[]): Promise<void> {
  const rounds = happened.flatMap(({ kind, subject: { id } }) =>
    kind === "round.open" && id !== null ? [id] : [],
  );
  if (rounds.length > 0) await writeMessages(tx, await openedRounds(tx, today(), rounds));
  if (happened.some(({ subject }) => subject.type === "meeting"))
    await writeMessages(tx, await meetingMessages(tx, actor, today(), happened));
  const news = happened.filter((one) => !isToldOtherwise(one, happened)).flatMap(newsOf);
  if (news.length === 0) return;
  const messages = messagesOf(news, actor, await officeAround(tx, news));
  const meetingId = sittingOf(happened);
  if (meetingId === null) await writeMessages(tx, messages);
  else await addToSitting(tx, meetingId, messages);
}

function newsOf({ kind, subject, taskId, changes }: Happening): News[] {
  const row = TOLD[kind];
  if (!row || row.when?.(changes ?? {}) === false) return [];
  return [{ kind, subject, taskId: taskId ?? null }];
}

/** A task that an instruction made is told as the instruction. */
const isToldOtherwise = ({ kind, taskId }: Happening, happened: readonly Happening[]): boolean =>
  kind === "task.assign" && happened.some((one) => one.kind === "instruction.give" && one.taskId === taskId);

/** The meeting whose decision this is, or null. */
function sittingOf(happened: readonly Happening[]): number | null {
  const outcome = happened.find(({ kind }) => kind === "outcome.add");
  const meetingId = outcome?.changes?.meetingId?.[1];
  return typeof meetingId === "number" ? meetingId : null;
}

/** Only what the hearers of this news need is read. */
async function officeAround(tx: Tx, news: readonly News[]): Promise<Office> {
  const on = today();
  const hears = (hearer: Hearer) => news.filter(({ kind }) => TOLD[kind]?.hears.includes(hearer));
  const facts = await listTaskFacts(tx, [...new Set(news.flatMap(({ taskId }) => taskId ?? []))]);
  const answered = [...hears("author"), ...hears("recipient")].flatMap(({ subject }) =>
    subject.id === null ? [] : [subject as Subject],
  );
  const writings = answered.length > 0 ? await listWritings(tx, answered) : [];
  const posts = facts.flatMap(({ ownerPostId, sponsorPostId }) => [ownerPostId, sponsorPostId]);
  const seats = await listSeats(tx, on, {
    postIds: [...posts, ...writings.map(({ toPostId }) => toPostId)].filter((id) => id !== null),
    headUnitIds:
      [...hears("unitHead"), ...hears("ownerOrHead")].length > 0
        ? facts.flatMap(({ leadUnitId }) => leadUnitId ?? [])
        : [],
  });
  const supervisors = hears("supervisors").length > 0 ? await listHolders(tx, "supervisor", on) : [];
  const leaders = hears("approver").length > 0 ? await listHolders(tx, "leader", on) : [];
  return { tasks: new Map(facts.map((task) => [task.id, task])), seats, supervisors, leaders, writings };
}
