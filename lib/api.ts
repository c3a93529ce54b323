import { createHmac, randomUUID } from "node:crypto";
import type * as z from "zod";
import type { Actor } from "./auth/permissions";
import { prisma, type Tx } from "./db";
import { env } from "./env";
import { Forbidden, Refused } from "./errors";
import { flush, type Kept, record } from "./events/record";
import { notifyTouched } from "./notifications/notify";
import { fulfilReports } from "./rounds/fulfil";
import { restateTouched } from "./standings/restate";
import { transact } from "./transaction";

/** The door's plumbing: what a command is, and how one runs. */

export class BadInput extends Error {
  constructor(readonly issues: readonly { path: PropertyKey[]; message: string; code?: string }[]) {
    super("badInput");
  }
}

/** The same key came with another body. */
export class KeyReused extends Error {}

export type Command<I = unknown, R = unknown> = {
  name: string;
  input: z.ZodType<I>;
  run: (tx: Tx, actor: Actor, input: I) => Promise<R>;
  /** True when the answer holds a secret that is shown once and must not be kept. */
  secretAnswer?: true;
  /** True for what only its writer sees, like a draft: it leaves no record and no answer is kept. */
  unrecorded?: true;
  /** Runs ahead of the transaction: long work, and checks whose count must outlive a refusal. */
  before?: (actor: Actor, input: I) => Promise<void>;
};

/** Declares a command: its name at the door, the shape of its input, and its five beats. */
export function command<I, R>(
  name: string,
  input: z.ZodType<I>,
  run: (tx: Tx, actor: Actor, input: I) => Promise<R>,
  options: Pick<Command<I, R>, "secretAnswer" | "unrecorded" | "before"> = {},
): Command<I, R> {
  return { name, input, run, ...options };
}

export type RunOptions = { key?: string | null; source?: string | null };
export type Answer<R = unknown> = { seq: number; result: R; replayed?: true };

/** Runs a command once: checks its shape, runs it and its record in one transaction, keeps the answer under its key.
 * @throws BadInput, KeyReused and the four expected errors */
export async function run<I, R>(
  cmd: Command<I, R>,
  actor: Actor,
  raw: unknown,
  options: RunOptions = {},
): Promise<Answer<R>> {
  const parsed = cmd.input.safeParse(raw);
  if (!parsed.success) throw new BadInput(parsed.error.issues);
  const key = options.key ?? null;
  try {
    await cmd.before?.(actor, parsed.data);
    return await attempt(cmd, actor, parsed.data, raw, key, options.source ?? null, 0);
  } catch (error) {
    const replay = key === null ? null : await findReplay(cmd, actor, raw, key);
    if (replay) return replay as Answer<R>;
    if (error instanceof Forbidden) await recordDenial(cmd, actor, options.source ?? null);
    throw error;
  }
}

async function attempt<I, R>(
  cmd: Command<I, R>,
  actor: Actor,
  input: I,
  raw: unknown,
  key: string | null,
  source: string | null,
  tries: number,
): Promise<Answer<R>> {
  try {
    return await transact(async (tx) => {
      const result = await cmd.run(tx, actor, input);
      if (cmd.unrecorded) return { seq: 0, result };
      await restateTouched(tx, actor);
      await fulfilReports(tx, actor);
      await notifyTouched(tx, actor);
      const kept: Kept | null =
        key === null
          ? null
          : {
              accountId: actor.accountId ?? 0,
              key,
              command: cmd.name,
              requestHash: hashOf(raw),
              result: cmd.secretAnswer ? null : result,
            };
      return { seq: await flush(tx, { command: cmd.name, source, batch: randomUUID() }, kept), result };
    });
  } catch (error) {
    if (tries < 3 && isTransient(error)) return attempt(cmd, actor, input, raw, key, source, tries + 1);
    throw error;
  }
}

/** Deadlock, serialisation failure, lock time-out: another try may well succeed. */
function isTransient(error: unknown): boolean {
  return ["40001", "40P01", "55P03"].includes(sqlStateOf(error) ?? "");
}

/** PostgreSQL's own code, from wherever Prisma put it. */
export function sqlStateOf(error: unknown): string | null {
  const text =
    JSON.stringify(error, (_key, value: unknown) => (typeof value === "bigint" ? String(value) : value)) ??
    "";
  const found = /"(?:originalCode|code)":"([0-9A-Z]{5})"/.exec(text);
  if (found?.[1]) return found[1];
  return /"code":"P2034"/.test(text) ? "40001" : null;
}

async function findReplay<I, R>(
  cmd: Command<I, R>,
  actor: Actor,
  raw: unknown,
  key: string,
): Promise<Answer | null> {
  const kept = await prisma().idempotencyKey.findUnique({
    where: { accountId_key: { accountId: actor.accountId ?? 0, key } },
    select: { command: true, requestHash: true, result: true },
  });
  if (!kept) return null;
  if (kept.command !== cmd.name || kept.requestHash !== hashOf(raw)) throw new KeyReused();
  if (cmd.secretAnswer) throw new Refused("secretShownOnce");
  return { seq: 0, result: kept.result, replayed: true };
}

// Keyed, because a body may hold a password and its plain hash could be guessed from a copy of the database.
function hashOf(raw: unknown): string {
  return createHmac("sha256", env().NEXTAUTH_SECRET)
    .update(JSON.stringify(raw) ?? "")
    .digest("hex");
}

async function recordDenial(
  cmd: Command<never, unknown> | { name: string },
  actor: Actor,
  source: string | null,
) {
  await transact(async (tx) => {
    record(tx, actor, {
      kind: "denied",
      subject: { type: "command", id: null },
      changes: { command: [null, cmd.name] },
    });
    await flush(tx, { command: cmd.name, source, batch: randomUUID() }, null);
  });
}

/** May a script with these scopes run this command? A scope is a command's name or its noun with a star. */
export function inScope(scopes: readonly string[] | undefined, name: string): boolean {
  if (!scopes) return true;
  return scopes.some((scope) => scope === "*" || scope === name || scope === `${name.split(".")[0]}.*`);
}
