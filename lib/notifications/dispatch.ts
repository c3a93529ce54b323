import { randomUUID } from "node:crypto";
import pg from "pg";
import { realNow, today } from "../clock";
import { connectionConfig } from "../db";
import { env } from "../env";
import { log } from "../log";
import { getSettings } from "../settings/queries";
import { wordsFor } from "../wordings";
import { claim, freeHeld, Marker, saidLately } from "./claim";
import { type Channel, ROBOTS } from "./kind-rules";
import type { Voice } from "./letters";
import { allowance, type Claimed, fateOf, type Outcome, type Parcel, parcelsOf } from "./parcel-rules";
import { openWays, type Way } from "./ways";

/** Empties the outbox. One dispatcher works for the office at a time; channels do not wait for each other. */

export type Tally = { sent: number; failed: number; later: number; dropped: number };
type Run = { until: number; tally: Tally; marker: Marker; lost: () => boolean };

const RUN_MS = 50_000;
const BATCH = 80;
const LOCK = `hashtextextended('guatu dispatch ' || current_schema, 0)`;

/** Sends what is due until nothing is, or for most of a minute. @returns null while another dispatcher works */
export async function dispatch({ forMs = RUN_MS } = {}): Promise<Tally | null> {
  const lock = new pg.Client({ ...connectionConfig(), application_name: "guatu-dispatch" });
  let lost = false;
  lock.on("error", () => {
    lost = true;
  });
  await lock.connect();
  try {
    const { rows } = await lock.query<{ mine: boolean }>(`SELECT pg_try_advisory_lock(${LOCK}) AS mine`);
    if (!rows[0]?.mine) return null;
    const tally = { sent: 0, failed: 0, later: 0, dropped: 0 };
    const run = { until: Date.now() + forMs, tally, marker: new Marker(), lost: () => lost };
    await freeHeld(realNow());
    await sendAll(run);
    return tally;
  } finally {
    await lock.end().catch(() => undefined); // with its connection the lock is gone
  }
}

async function sendAll(run: Run): Promise<void> {
  const ways = await openWays(await voiceOf());
  try {
    const ends = await Promise.allSettled(ways.map((way) => runWay(way, run)));
    for (const end of ends)
      if (end.status === "rejected") log.warn({ error: String(end.reason) }, "a channel stopped");
  } finally {
    for (const way of ways) way.close();
  }
}

async function voiceOf(): Promise<Voice> {
  const [{ settings }, t] = await Promise.all([getSettings(), wordsFor("zh-CN", "notifications")]);
  return { t, today: today(), office: settings.officeName, base: env().NEXTAUTH_URL.replace(/\/$/, "") };
}

const isOver = (run: Run) => run.lost() || Date.now() >= run.until;

async function runWay(way: Way, run: Run): Promise<void> {
  const robot = (ROBOTS as readonly Channel[]).includes(way.channel);
  const said = robot ? await saidLately(way.channel, realNow()) : [];
  for (;;) {
    if (isOver(run)) return;
    const free = robot ? allowance(said, Date.now()) : Number.POSITIVE_INFINITY;
    if (free === 0) await sleep(1000);
    else {
      const claimed = await claim(way.channel, Math.min(BATCH, free * 12), realNow());
      if (claimed.length === 0) return;
      if (!(await sendBatch(way, claimed, run, said))) return;
    }
  }
}

const LANES = 4;
/** After so many failures in a row the way itself is taken to be shut. */
const SHUT_AFTER = 3;

/** @returns false when the way is shut, so that the rest waits */
async function sendBatch(way: Way, claimed: readonly Claimed[], run: Run, said: number[]): Promise<boolean> {
  await drop(claimed, run);
  const parcels = parcelsOf(claimed.filter(({ moot }) => moot === null));
  const robot = way.channel !== "mail";
  const marks: Promise<void>[] = [];
  let failures = 0;
  const lane = async () => {
    for (let parcel = parcels.shift(); parcel; parcel = parcels.shift()) {
      if (failures >= (robot ? 1 : SHUT_AFTER) || isOver(run)) {
        marks.push(putBack(parcel, run));
        continue;
      }
      said.push(Date.now());
      const outcome = await way.send(parcel);
      failures = isShut(outcome, robot) ? failures + 1 : 0;
      marks.push(mark(parcel, outcome, run));
    }
  };
  await Promise.all(Array.from({ length: robot ? 1 : LANES }, lane));
  await Promise.all(marks);
  return failures === 0;
}

/** A robot that says "later" is left alone; a mail server may say so of one reader. */
const isShut = (outcome: Outcome, robot: boolean) =>
  !outcome.done && (outcome.unreachable === true || (robot && outcome.again));

function mark({ lines }: Parcel, outcome: Outcome, run: Run): Promise<void> {
  const at = realNow();
  const digest = randomUUID();
  const problem = outcome.done ? null : outcome.problem;
  return run.marker.add(
    lines.map(({ id, attempts }) => {
      const { status, waitMs } = fateOf(outcome, attempts);
      run.tally[status === "waiting" ? "later" : status] += 1;
      const dueAt = new Date(at.getTime() + waitMs);
      const sent = status === "sent";
      return { id, status, attempts, dueAt, sentAt: sent ? at : null, digest: sent ? digest : null, problem };
    }),
  );
}

const REST_MS = 60_000;

/** Not tried after all: it keeps its number of attempts. */
function putBack({ lines }: Parcel, run: Run): Promise<void> {
  const dueAt = new Date(realNow().getTime() + (isOver(run) ? 0 : REST_MS));
  run.tally.later += lines.length;
  return run.marker.add(
    lines.map(({ id, attempts }) => ({
      ...{ id, status: "waiting" as const, attempts: attempts - 1, dueAt, sentAt: null, digest: null },
      problem: null,
    })),
  );
}

async function drop(claimed: readonly Claimed[], run: Run): Promise<void> {
  const moot = claimed.filter((line) => line.moot !== null);
  if (moot.length === 0) return;
  run.tally.dropped += moot.length;
  await run.marker.add(
    moot.map(({ id, attempts, moot: problem }) => ({
      ...{ id, status: "dropped" as const, attempts, dueAt: realNow(), sentAt: null, digest: null, problem },
    })),
  );
}

const sleep = (ms: number) => new Promise((done) => setTimeout(done, ms));
