import type { Tx } from "../db";

/** The channel on which processes tell each other what moves in a meeting. */
export const STEP_CHANNEL = "guatu_step";

/** Tells everybody who looks at this meeting that something of it was written, once the transaction has ended well. */
export async function tellMeeting(tx: Tx, meetingId: number | null): Promise<void> {
  if (meetingId === null) return;
  const message = JSON.stringify({ meetingId, changed: true });
  await tx.$executeRaw`SELECT pg_notify(${STEP_CHANNEL}, ${message})`;
}
