import { createHash } from "node:crypto";
import type { Actor } from "../auth/permissions";
import { now } from "../clock";
import type { Tx } from "../db";
import { finish } from "../transaction";

/** Field by field: what it was, what it is. */
export type Changes = Record<string, [before: unknown, after: unknown]>;

export type Happening = {
  /** What happened, `noun.verb`; for a step of the workflow its own name. */
  kind: string;
  subject: { type: string; id: number | null };
  /** The task in whose history it stands. */
  taskId?: number | null;
  changes?: Changes;
  reason?: string | null | undefined;
};

type Pending = Happening & { actor: Actor; at: Date };
const pending = new WeakMap<Tx, Pending[]>();

/** Notes what happened; it is written as the last statement of the command, so that the journal's head is locked for an instant only. */
export function record(tx: Tx, actor: Actor, happening: Happening): void {
  const list = pending.get(tx) ?? [];
  list.push({ ...happening, actor, at: now() });
  pending.set(tx, list);
}

/** What was noted in this transaction so far. */
export function happenedIn(tx: Tx): readonly Happening[] {
  return pending.get(tx) ?? [];
}

/** The fields of `after` that differ from `before`. */
export function changesBetween<T extends Record<string, unknown>>(before: T, after: Partial<T>): Changes {
  const entries = Object.entries(after).filter(([key, value]) => !same(before[key], value));
  return Object.fromEntries(entries.map(([key, value]) => [key, [before[key] ?? null, value ?? null]]));
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
}

export type Kept = { accountId: number; key: string; command: string; requestHash: string; result: unknown };
export type Origin = { command: string; source: string | null; batch: string };

const COLUMNS = `at, "accountId", actor, command, kind, "subjectType", "subjectId", "taskId", changes, reason, source, batch`;
const INSERT = `INSERT INTO "Event" (${COLUMNS}, seq, "previousHash", hash)
  SELECT ${COLUMNS}, 0, '', '' FROM jsonb_to_recordset($1::jsonb) AS e(at timestamptz, "accountId" int, actor text, command text,
    kind text, "subjectType" text, "subjectId" int, "taskId" int, changes jsonb, reason text, source text, batch text) RETURNING seq`;
const KEEP = `INSERT INTO "IdempotencyKey" ("accountId", key, command, "requestHash", result)
  SELECT $2::int, $3, $4, $5, $6::jsonb`;

/** Writes what was noted, and the answer under its key, in one statement, with which the transaction ends. @returns the journal's number after it */
export async function flush(tx: Tx, origin: Origin, kept: Kept | null): Promise<number> {
  const list = pending.get(tx) ?? [];
  if (list.length === 0) throw new Error(`${origin.command} recorded nothing`);
  const rows = JSON.stringify(list.map((one) => toRow(one, origin)));
  const written = kept
    ? await finish<{ seq: bigint }>(tx, `WITH kept AS (${KEEP}) ${INSERT}`, [
        rows,
        kept.accountId,
        kept.key,
        kept.command,
        kept.requestHash,
        JSON.stringify(kept.result ?? null),
      ])
    : await finish<{ seq: bigint }>(tx, INSERT, [rows]);
  return Number(written.at(-1)?.seq ?? 0);
}

function toRow(one: Pending, origin: Origin): Record<string, unknown> {
  return {
    at: one.at.toISOString(),
    accountId: one.actor.accountId,
    actor: one.actor.name,
    command: origin.command,
    kind: one.kind,
    subjectType: one.subject.type,
    subjectId: one.subject.id,
    taskId: one.taskId ?? null,
    changes: one.changes ?? {},
    reason: one.reason?.trim() || null,
    source: origin.source,
    batch: origin.batch,
  };
}

/** A fingerprint of a secret that may stand in the database. */
export function fingerprint(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
