import pg from "pg";
import type * as z from "zod";
import { connectionConfig, pool } from "../db";
import type { Outlet } from "../live/stream";
import { endWithServer } from "../live/stream";
import { log } from "../log";
import type { Step } from "./input";
import { isSilent, leads } from "./lead-rules";
import { STEP_CHANNEL } from "./tell";

/** Carries the presenter's steps to every screen that follows, across processes; what was last said is told to who comes later. */

export type ToldStep = Omit<z.infer<typeof Step>, "take" | "ends"> & { by: string };
type Told =
  | { meetingId: number; step: ToldStep; take: boolean }
  /** What another process knows; `at` is when it heard it. */
  | { meetingId: number; step: ToldStep; at: number };
type Message =
  | Told
  | { meetingId: number; changed: true }
  /** This screen leads no longer. */
  | { meetingId: number; gone: string }
  /** A process has just begun to listen and knows nothing. */
  | { ask: true };
/** `screen`: the name of the page that looks; `holds`: may this reader go on looking? */
type Follower = Outlet & { meetingId: number; screen?: string; holds: () => Promise<boolean> };
/** `at`: milliseconds by the clock of this machine. */
type Heard = { step: ToldStep; at: number };
type Hub = {
  followers: Set<Follower>;
  last: Map<number, Heard>;
  listener: pg.Client | null;
  ready: Promise<void>;
  beat: NodeJS.Timeout;
};

// The product is loaded more than once in a process; the screens of one room must meet in one hub.
const holder = globalThis as unknown as { __guatuSteps?: Hub | undefined };
const BEAT_MS = 20_000;
/** A page that is loaded anew, or whose line broke, is back within this time. */
const GRACE_MS = 5000;
/** The other processes have answered by then; who comes first waits so long, once. */
const ANSWERS_MS = 150;
/** Meetings whose last step is remembered; nobody presents more at once. */
const KEPT = 200;

function hub(): Hub {
  if (holder.__guatuSteps) return holder.__guatuSteps;
  const made: Hub = {
    ...{ followers: new Set(), last: new Map(), listener: null },
    ready: Promise.resolve(),
    beat: setInterval(() => void beat(), BEAT_MS).unref(),
  };
  holder.__guatuSteps = made;
  made.ready = listen(made);
  endWithServer(() => closeAll());
  return made;
}

async function listen(to: Hub): Promise<void> {
  const client = new pg.Client({ ...connectionConfig(), application_name: "guatu-steps" });
  try {
    client.on("error", () => retry(to, client));
    client.on("end", () => retry(to, client));
    client.on("notification", ({ payload }) => hear(to, payload ?? ""));
    await client.connect();
    await client.query(`LISTEN ${STEP_CHANNEL}`);
    to.listener = client;
    // Whatever was said before this line stood is told by those who heard it.
    await tell({ ask: true });
    await new Promise((resolve) => setTimeout(resolve, ANSWERS_MS));
  } catch {
    retry(to, null);
  }
}

function retry(to: Hub, from: pg.Client | null): void {
  if (holder.__guatuSteps !== to || (from !== null && to.listener !== from)) return;
  to.listener = null;
  // What was written meanwhile went unheard: everybody looks again once the line is back.
  const back = async () => {
    await listen(to);
    for (const follower of to.followers) follower.send(CHANGED);
  };
  setTimeout(() => void back(), 1000).unref();
}

const CHANGED = Buffer.from("event: changed\ndata: {}\n\n");
const FREE = Buffer.from("event: free\ndata: {}\n\n");

const instant = () => performance.timeOrigin + performance.now();

function hear(to: Hub, payload: string): void {
  const message = JSON.parse(payload) as Message;
  if ("ask" in message) answer(to);
  else if ("changed" in message) show(to, message.meetingId, CHANGED);
  else if ("gone" in message) release(to, message);
  else take(to, message);
}

function release(to: Hub, { meetingId, gone }: { meetingId: number; gone: string }): void {
  if (to.last.get(meetingId)?.step.screen !== gone) return;
  to.last.delete(meetingId);
  show(to, meetingId, FREE);
}

/** Every process hears the same claims in the same order, so all of them come to the same lead. */
function take(to: Hub, message: Told): void {
  const { meetingId, step } = message;
  const known = to.last.get(meetingId);
  const now = instant();
  const lead = known ? { screen: known.step.screen, at: known.at } : null;
  if ("at" in message) {
    if (known && known.at >= message.at) return;
  } else if (!leads(lead, { screen: step.screen, take: message.take }, now)) return;
  const heard = { step, at: "at" in message ? message.at : now };
  remember(to, meetingId, heard);
  show(to, meetingId, encode(grown(heard)));
}

function remember(to: Hub, meetingId: number, heard: Heard): void {
  to.last.delete(meetingId);
  to.last.set(meetingId, heard);
  if (to.last.size > KEPT) to.last.delete(to.last.keys().next().value as number);
}

function show(to: Hub, meetingId: number, bytes: Buffer): void {
  for (const follower of to.followers) if (follower.meetingId === meetingId) follower.send(bytes);
}

/** Tells a process that has just begun to listen what this one knows. */
function answer(to: Hub): void {
  for (const [meetingId, heard] of to.last)
    if (!isSilent({ screen: "", at: heard.at }, instant())) quietly(tell({ meetingId, ...heard }));
}

const encode = (step: ToldStep) => Buffer.from(`data: ${JSON.stringify(step)}\n\n`);

/** The step as it stands now: a clock that runs has gone on since it was told. */
function grown({ step, at }: Heard): ToldStep {
  const since = step.running ? Math.max(0, instant() - at) / 1000 : 0;
  return { ...step, elapsedSeconds: Math.round(step.elapsedSeconds + since) };
}

/** Adds a screen; it is told at once where its meeting is, or that nobody leads. @returns how to take it off again */
export async function follow(follower: Follower): Promise<() => void> {
  const to = hub();
  await to.ready;
  to.followers.add(follower);
  const last = to.last.get(follower.meetingId);
  const known = last && !isSilent({ screen: "", at: last.at }, instant());
  follower.send(known ? encode(grown(last)) : FREE);
  return () => {
    to.followers.delete(follower);
    if (follower.screen) setTimeout(() => missed(to, follower), GRACE_MS).unref();
  };
}

/** The lead ends with the stream of the screen that had it. */
function missed(to: Hub, { meetingId, screen = "" }: Follower): void {
  if (holder.__guatuSteps !== to || to.last.get(meetingId)?.step.screen !== screen) return;
  if ([...to.followers].some((one) => one.meetingId === meetingId && one.screen === screen)) return;
  quietly(tell({ meetingId, gone: screen }));
}

/** Tells every screen of the meeting, in this process and all others; whether it leads is decided where it is heard, in the order of the database. */
export async function tellStep(
  meetingId: number,
  { take = false, ends = false, ...step }: ToldStep & { take?: boolean; ends?: boolean },
): Promise<void> {
  // This process must hear it, too: it answers those who come later.
  await hub().ready;
  await tell(ends ? { meetingId, gone: step.screen } : { meetingId, step, take });
}

async function tell(message: Message): Promise<void> {
  await pool().query({
    name: "step",
    text: "SELECT pg_notify($1, $2)",
    values: [STEP_CHANNEL, JSON.stringify(message)],
  });
}

function quietly(telling: Promise<void>): void {
  telling.catch((error: unknown) => log.warn({ error: String(error) }, "steps"));
}

const BEAT = Buffer.from(": \n\n");

async function beat(): Promise<void> {
  const to = hub();
  for (const follower of [...to.followers]) {
    follower.send(BEAT);
    const holds = await follower.holds().catch(() => true);
    if (!holds) end(to, follower);
  }
}

function end(to: Hub, follower: Follower): void {
  to.followers.delete(follower);
  follower.close();
}

function closeAll(): void {
  const to = holder.__guatuSteps;
  for (const follower of [...(to?.followers ?? [])]) end(to as Hub, follower);
}

/** Ends the hub itself, its listener and its clock; for tests. */
export async function leaveSteps(): Promise<void> {
  const to = holder.__guatuSteps;
  holder.__guatuSteps = undefined;
  if (!to) return;
  clearInterval(to.beat);
  await to.ready;
  await to.listener?.end().catch((error: unknown) => log.warn({ error: String(error) }, "steps end"));
}
