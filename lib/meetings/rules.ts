/** When a meeting may be opened, written in, closed and opened again. */

/** What is written in a meeting as it is said. */
export const OUTCOME_KINDS = ["decision", "assignment", "note"] as const;
export type OutcomeKind = (typeof OUTCOME_KINDS)[number] | "extension" | "closing" | "instruction";

export type MeetingStatus = "draft" | "open" | "inProgress" | "closed";

export type MeetingRefusal = "noPlan" | "sinceAhead" | "meetingClosed" | "meetingOpen" | "reasonMissing";

/** Why a meeting cannot be opened, or null. `sinceDay` is the first day whose changes it looks at. */
export function refusalOfOpening(sinceDay: string, today: string): MeetingRefusal | null {
  return sinceDay > today ? "sinceAhead" : null;
}

/** Why nothing can be written in the meeting, or null: a closed one is only read. */
export function refusalOfWriting(meeting: { status: MeetingStatus }): MeetingRefusal | null {
  return meeting.status === "closed" ? "meetingClosed" : null;
}

/** Why the meeting cannot be opened again, or null. */
export function refusalOfReopening(
  meeting: { status: MeetingStatus },
  reason: string,
): MeetingRefusal | null {
  if (meeting.status === "open") return "meetingOpen";
  return reason.trim() === "" ? "reasonMissing" : null;
}
