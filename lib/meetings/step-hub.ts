import pg from "pg";
import type * as z from "zod";
import { connectionConfig, pool } from "../db";
import type { Outlet } from "../live/stream";
import { endWithServer } from "../live/stream";
import { log } from "../log";
import type { Step } from "./input";
import { STEP_CHANNEL } from "./tell";

/** Carries the presenter's steps to every screen that follows, across processes; what was last said is told to who comes later. */

export type ToldStep = z.infer<typeof Step> & { by: string };
type Message = { meetingId: number; changed?: true; step?: ToldStep };
/** `holds`: may this reader go on looking? */
type Follower = Outlet & { meetingId: number; holds: () => Promise<boolean> };
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

function hear(to: Hub, payload: string): void {
  const { meetingId, step, changed } = JSON.parse(payload) as Message;
  if (step) {
    to.last.delete(meetingId);
    to.last.set(meetingId, { step, at: performance.now() });
    if (to.last.size > KEPT) to.last.delete(to.last.keys().next().value as number);
  }
  const bytes = step ? encode(step) : changed ? CHANGED : null;
  if (bytes) for (const follower of to.followers) if (follower.meetingId === meetingId) follower.send(bytes);
}

const encode = (step: ToldStep) => Buffer.from(`data: ${JSON.stringify(step)}\n\n`);

/** The step as it stands now: a clock that runs has gone on since it was told. */
function grown({ step, at }: Heard): ToldStep {
  const since = step.running ? (performance.now() - at) / 1000 : 0;
  return { ...step, elapsedSeconds: Math.round(step.elapsedSeconds + since) };
}

/** Adds a screen; the last step of its meeting is told at once. @returns how to take it off again */
export async function follow(follower: Follower): Promise<() => void> {
  const to = hub();
  await to.ready;
  to.followers.add(follower);
  const last = to.last.get(follower.meetingId);
  if (last) follower.send(encode(grown(last)));
  return () => to.followers.delete(follower);
}

/** Tells every screen of the meeting, in this process and all others. */
export async function tellStep(meetingId: number, step: ToldStep): Promise<void> {
  const message: Message = { meetingId, step };
  await pool().query({
    name: "step",
    text: "SELECT pg_notify($1, $2)",
    values: [STEP_CHANNEL, JSON.stringify(message)],
  });
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
