/** When a meeting may be opened, written in, closed and opened again. */

/** What is written in a meeting as it is said. */
export const OUTCOME_KINDS = ["decision", "assignment", "note"] as const;
export type OutcomeKind = (typeof OUTCOME_KINDS)[number] | "extension" | "closing" | "instruction";

/** draft: being prepared; open: what it looks at is frozen; inProgress: people sit together; closed: only read. */
export type MeetingStatus = "draft" | "open" | "inProgress" | "closed";

export const PRESENCES = ["present", "substitute", "leave", "absent"] as const;
export type Presence = (typeof PRESENCES)[number];

export type MeetingRefusal =
  | "noPlan"
  | "sinceAhead"
  | "meetingClosed"
  | "meetingOpen"
  | "meetingNotDraft"
  | "meetingNotOpen"
  | "meetingNotYetOpen"
  | "reasonMissing"
  | "itemMoved"
  | "itemTaken"
  | "itemElsewhere"
  | "itemWithoutSeries"
  | "meetingSeriesClosed"
  | "rhythmMissing";

/** Why a meeting cannot be opened, or null. `sinceDay` is the first day whose changes it looks at. */
export function refusalOfOpening(sinceDay: string, today: string): MeetingRefusal | null {
  return sinceDay > today ? "sinceAhead" : null;
}

/** Why nothing can be written in the meeting, or null: a closed one is only read. */
export function refusalOfWriting(meeting: { status: MeetingStatus }): MeetingRefusal | null {
  return meeting.status === "closed" ? "meetingClosed" : null;
}

/** Why nothing can be decided in the meeting, or null: one that is being prepared has not come together yet. */
export function refusalOfDeciding(meeting: { status: MeetingStatus }): MeetingRefusal | null {
  return meeting.status === "draft" ? "meetingNotYetOpen" : refusalOfWriting(meeting);
}

/** Why a prepared meeting cannot be opened or cancelled, or null. */
export function refusalOfDraft(meeting: { status: MeetingStatus }): MeetingRefusal | null {
  return meeting.status === "draft" ? null : "meetingNotDraft";
}

/** Why the meeting cannot begin, or null. */
export function refusalOfStarting(meeting: { status: MeetingStatus }): MeetingRefusal | null {
  return meeting.status === "open" ? null : "meetingNotOpen";
}

/** Why the meeting cannot be opened again, or null. */
export function refusalOfReopening(
  meeting: { status: MeetingStatus },
  reason: string,
): MeetingRefusal | null {
  if (meeting.status !== "closed") return "meetingOpen";
  return reason.trim() === "" ? "reasonMissing" : null;
}
