import type { Actor } from "../auth/permissions";
import type { Day } from "../calendar/rules";
import type { Tx } from "../db";
import type { Happening } from "../events/record";
import type { Message } from "./group-rules";
import { listSeats } from "./hearers";
import type { MessageKind } from "./kind-rules";

/** A meeting that is called, moved or called off, told to the posts that are invited. */

const KINDS: Readonly<Record<string, MessageKind>> = {
  "meeting.plan": "meetingCalled",
  "meeting.open": "meetingCalled",
  "meeting.edit": "meetingMoved",
  "meeting.cancel": "meetingCancelled",
};
const MOVES = ["heldOn", "startTime", "place"];

type Called = { title: string; heldOn: Day; postIds: number[] };

export async function meetingMessages(
  tx: Tx,
  actor: Actor,
  on: Day,
  happened: readonly Happening[],
): Promise<Message[]> {
  const messages: Message[] = [];
  for (const { kind, subject, changes = {} } of happened) {
    const told = KINDS[kind];
    if (!told || subject.id === null) continue;
    if (told === "meetingMoved" && !MOVES.some((field) => field in changes)) continue;
    const meeting = (await invited(tx, subject.id)) ?? calledOff(changes);
    if (meeting) messages.push(...(await tell(tx, on, { told, id: subject.id, meeting, actor })));
  }
  return messages;
}

async function invited(tx: Tx, meetingId: number): Promise<Called | null> {
  const select = { title: true, heldOn: true, attendance: { select: { postId: true } } } as const;
  const found = await tx.meeting.findUnique({ where: { id: meetingId }, select });
  return found && { ...found, postIds: found.attendance.map(({ postId }) => postId) };
}

/** The rows of a meeting that was called off are gone; what they held stands in the record. */
function calledOff(changes: NonNullable<Happening["changes"]>): Called | null {
  const [title, heldOn, postIds] = ["title", "heldOn", "postIds"].map((field) => changes[field]?.[0]);
  if (typeof title !== "string" || typeof heldOn !== "string" || !Array.isArray(postIds)) return null;
  return { title, heldOn, postIds: postIds.filter((id): id is number => typeof id === "number") };
}

type Telling = { told: MessageKind; id: number; meeting: Called; actor: Actor };

async function tell(tx: Tx, on: Day, { told, id, meeting, actor }: Telling): Promise<Message[]> {
  const seats = await listSeats(tx, on, { postIds: meeting.postIds, headUnitIds: [] });
  const readers = [...new Set(seats.map(({ accountId }) => accountId))].filter(
    (one) => one !== actor.accountId,
  );
  return readers.map((accountId) => ({
    ...{ accountId, kind: told, taskId: null, sensitive: false },
    link: told === "meetingCancelled" ? "/meetings" : `/meetings/${id}`,
    params: { count: 1, by: actor.name, meeting: meeting.title, day: meeting.heldOn },
    // Planned first and opened later, it is called once.
    key: told === "meetingCalled" ? `${told}:${id}` : null,
  }));
}
