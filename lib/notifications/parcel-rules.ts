import { type Channel, type MessageKind, type MessageParams, ROBOTS } from "./kind-rules";

/** What leaves together, in which order, and what becomes of what could not leave. */

/** `unreachable`: not this message but the whole way is shut, so that nothing else need try now. */
export type Outcome =
  | { done: true }
  | { done: false; problem: string; again: boolean; unreachable?: boolean };

/** A message on its way, as the dispatcher holds it. */
export type Claimed = {
  id: number;
  notificationId: number;
  channel: Channel;
  attempts: number;
  accountId: number;
  person: string;
  mail: string | null;
  kind: MessageKind;
  params: MessageParams;
  sensitive: boolean;
  /** The present label of its task; null when it is about none or several. */
  label: "open" | "internal" | "sensitive" | null;
  link: string;
  /** Why it need not leave any more; null when it must. */
  moot: "seen" | "done" | "accountClosed" | "noAddress" | "withdrawn" | null;
};

export type Parcel = { channel: Channel; lines: Claimed[] };

const isRobot = (channel: Channel) => (ROBOTS as readonly Channel[]).includes(channel);

/** WeCom takes 2,048 bytes: so many lines fit. A mail has room. */
const MOST_LINES = { robot: 12, mail: 50 };
/** A robot is heard twenty times a minute and then shut for ten. */
export const ROBOT_PER_MINUTE = 18;

/** What is due leaves merged: a mail to each person, one word of each robot to all; each person's lines stay in their order. */
export function parcelsOf(claimed: readonly Claimed[]): Parcel[] {
  const groups = new Map<string, Claimed[]>();
  for (const one of [...claimed].sort((a, b) => a.id - b.id)) {
    const key = isRobot(one.channel) ? one.channel : `${one.channel} ${one.accountId}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].flatMap((lines) => {
    const channel = (lines[0] as Claimed).channel;
    const most = isRobot(channel) ? MOST_LINES.robot : MOST_LINES.mail;
    const parts = Array.from({ length: Math.ceil(lines.length / most) }, (_, n) =>
      lines.slice(n * most, (n + 1) * most),
    );
    return parts.map((part) => ({ channel, lines: part }));
  });
}

/** Only what everybody in the office may read is said before a group; a mail names what its reader may see. */
export function isVeiled({ channel, sensitive, label }: Pick<Claimed, "channel" | "sensitive" | "label">) {
  return sensitive || label === "sensitive" || (isRobot(channel) && label === "internal");
}

const SECOND = 1000;
/** With waits of at most an hour this outlasts a mail server that is down for a day and a half. */
const MOST_ATTEMPTS = 42;
const LONGEST_WAIT = 3600 * SECOND;

export type Fate = { status: "sent" | "failed" | "waiting"; waitMs: number };

/** What becomes of a line after a try: sent, given up, or tried again after a wait that doubles up to an hour. */
export function fateOf(outcome: Outcome, attempts: number): Fate {
  if (outcome.done) return { status: "sent", waitMs: 0 };
  if (!outcome.again || attempts >= MOST_ATTEMPTS) return { status: "failed", waitMs: 0 };
  return { status: "waiting", waitMs: Math.min(30 * SECOND * 2 ** Math.min(attempts - 1, 12), LONGEST_WAIT) };
}

/** How many words a robot may still say now, of those said in the last minute. @param said instants in ms */
export function allowance(said: readonly number[], now: number): number {
  return Math.max(0, ROBOT_PER_MINUTE - said.filter((at) => at > now - 60 * SECOND).length);
}
