import type pg from "pg";
import { realNow } from "../clock";
import { pool } from "../db";
import { env } from "../env";
import { Refused } from "../errors";
import {
  type Admission,
  admissionOf,
  afterAttempt,
  freshen,
  type GuardPolicy,
  type GuardRow,
  minutesUntil,
  type Outcome,
} from "./rules";

/** Whose password is being checked, and for whom: counted separately, both must have room. */
export type Guarded = { account: string; source?: string };

const STEP_MS = 50;
const PATIENCE_MS = 15_000;
const PURGE_EVERY_MS = 60_000;

export function accountKey(name: string): string {
  return `account:${name.slice(0, 64)}`;
}

export function sourceKey(source: string): string {
  return `source:${source}`;
}

type Key = { key: string; policy: GuardPolicy; forgiving: boolean };

// In one order, so that two attempts never wait for each other.
function keysOf({ account, source }: Guarded): Key[] {
  const lockMinutes = env().GUATU_LOCK_MINUTES;
  const byAccount = {
    key: accountKey(account),
    policy: { limit: env().GUATU_SIGN_IN_FAILURES, lockMinutes },
    forgiving: true,
  };
  if (source === undefined) return [byAccount];
  const policy = { limit: env().GUATU_SOURCE_FAILURES, lockMinutes };
  return [byAccount, { key: sourceKey(source), policy, forgiving: false }];
}

/**
 * Runs a password check if there is room for one more, and counts how it ended.
 * @param check answers null for a wrong password
 * @returns what `check` found, and whether this failure locked the door
 * @throws Refused `locked` with the minutes left, `tooManyAtOnce` when the queue did not move
 */
export async function guarded<T>(
  who: Guarded,
  check: () => Promise<T | null>,
): Promise<{ found: T | null; locked: boolean }> {
  const keys = keysOf(who);
  await admit(keys);
  let outcome: Outcome = "aborted";
  let locked = false;
  let found: T | null = null;
  try {
    found = await check();
    outcome = found === null ? "failed" : "passed";
  } finally {
    locked = await leave(keys, outcome);
  }
  return { found, locked };
}

const lines = new Map<string, Promise<unknown>>();

// Only the first in line asks the database, so that a crowd behind one address does not ask it in chorus.
async function admit(keys: Key[]): Promise<void> {
  const line = keys.at(-1)?.key ?? "";
  const deadline = Date.now() + PATIENCE_MS;
  const before = lines.get(line) ?? Promise.resolve();
  const mine = before.catch(() => undefined).then(() => enter(keys, deadline));
  lines.set(line, mine);
  try {
    await mine;
  } finally {
    if (lines.get(line) === mine) lines.delete(line);
  }
}

async function enter(keys: Key[], deadline: number): Promise<void> {
  await purge();
  for (;;) {
    const admission = await tryToEnter(keys);
    if (admission.kind === "go") return;
    if (admission.kind === "locked")
      throw new Refused("locked", { minutes: minutesUntil(admission.until, realNow()) });
    if (Date.now() > deadline) throw new Refused("tooManyAtOnce");
    await new Promise((resolve) => setTimeout(resolve, STEP_MS));
  }
}

function tryToEnter(keys: Key[]): Promise<Admission> {
  return withRows(keys, (rows, now) => {
    const admissions = rows.map((row, at) => admissionOf(row, policyAt(keys, at)));
    const no =
      admissions.find(({ kind }) => kind === "locked") ?? admissions.find(({ kind }) => kind === "wait");
    if (no) return { answer: no, rows: [] };
    const entered = rows.map((row) => ({ ...row, inFlight: row.inFlight + 1, touchedAt: now }));
    return { answer: { kind: "go" } as const, rows: entered };
  });
}

function leave(keys: Key[], outcome: Outcome): Promise<boolean> {
  return withRows(keys, (rows, now) => {
    const after = rows.map((row, at) =>
      afterAttempt(row, outcome, keys[at]?.forgiving ?? false, policyAt(keys, at), now),
    );
    return { answer: after.some(({ lockedUntil }) => lockedUntil !== null), rows: after };
  });
}

function policyAt(keys: Key[], at: number): GuardPolicy {
  return keys[at]?.policy ?? { limit: 0, lockMinutes: 0 };
}

type Decision<A> = { answer: A; rows: GuardRow[] };

/** Decides about the rows of these keys while holding their locks. */
async function withRows<A>(keys: Key[], decide: (rows: GuardRow[], now: Date) => Decision<A>): Promise<A> {
  const client = await pool().connect();
  try {
    await client.query("BEGIN");
    const decision = decide(await lockRows(client, keys), realNow());
    for (const [at, row] of decision.rows.entries()) await writeRow(client, keys[at]?.key ?? "", row);
    await client.query("COMMIT");
    return decision.answer;
  } catch (error) {
    await client.query("ROLLBACK").catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

async function lockRows(client: pg.PoolClient, keys: Key[]): Promise<GuardRow[]> {
  const names = keys.map(({ key }) => key);
  const insert = `INSERT INTO "SignInGuard" (key, "touchedAt") SELECT unnest($1::text[]), $2 ON CONFLICT DO NOTHING`;
  await client.query(insert, [names, realNow()]);
  const select = `SELECT key, failures, "inFlight", "touchedAt", "failedAt", "lockedUntil"
    FROM "SignInGuard" WHERE key = ANY($1) ORDER BY key COLLATE "C" FOR UPDATE`;
  const { rows } = await client.query<GuardRow & { key: string }>(select, [names]);
  const now = realNow();
  return keys.map(({ key, policy }) => {
    const row = rows.find((one) => one.key === key);
    if (!row) throw new Error(`the guard lost ${key}`);
    return freshen(row, policy, now);
  });
}

async function writeRow(client: pg.PoolClient, key: string, row: GuardRow): Promise<void> {
  const update = `UPDATE "SignInGuard" SET failures = $2, "inFlight" = $3, "touchedAt" = $4, "failedAt" = $5, "lockedUntil" = $6
    WHERE key = $1`;
  await client.query(update, [key, row.failures, row.inFlight, row.touchedAt, row.failedAt, row.lockedUntil]);
}

let purgedAt = 0;

// Guessed names would fill the table for ever; a row that locks nobody is forgotten after a day.
async function purge(): Promise<void> {
  const now = realNow();
  if (now.getTime() - purgedAt < PURGE_EVERY_MS) return;
  purgedAt = now.getTime();
  const dayAgo = new Date(now.getTime() - 86_400_000);
  const text = `DELETE FROM "SignInGuard" WHERE "touchedAt" < $1 AND ("lockedUntil" IS NULL OR "lockedUntil" < $2)`;
  await pool().query(text, [dayAgo, now]);
}
