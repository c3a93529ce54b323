import type { Actor } from "../auth/permissions";
import { coverageParts } from "../coverage/standing";
import type { Tx } from "../db";
import { type Changes, happenedIn, record } from "../events/record";
import { fedValues, ledgerParts } from "../ledgers/standing";
import { listFeeds, measureParts } from "../measures/standing";
import { milestoneParts } from "../milestones/standing";
import { type Part, percentOf, type Standing, standingOf } from "./rules";

/** What happens to these changes what the proofs of its task come to. */
const PROOF_SUBJECTS = new Set([
  ...["milestone", "measure", "reading", "ledger", "entry"],
  ...["register", "object", "duty", "visit"],
]);

/** Writes the standing of every task whose proofs changed in this command; runs as its last act but the record. */
export async function restateTouched(tx: Tx, actor: Actor): Promise<void> {
  const touched = happenedIn(tx).flatMap(({ subject, kind, taskId }) =>
    taskId && (PROOF_SUBJECTS.has(subject.type) || kind === "task.reopen") ? [taskId] : [],
  );
  if (touched.length > 0)
    await restate(
      tx,
      actor,
      [...new Set(touched)].sort((a, b) => a - b),
    );
}

/** Writes the standing of these tasks anew from their proofs, and records what changed. */
export async function restate(tx: Tx, actor: Actor, taskIds: readonly number[]): Promise<void> {
  const ids = [...taskIds];
  // One after the other, until commit: of two who change the same task's proofs the second counts what the first did.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('standing ' || id, 0)) FROM unnest(${ids}::int[]) AS id ORDER BY id`;
  const before = await readBefore(tx, ids);
  const parts = await partsOf(tx, ids);
  const after = new Map(ids.map((id) => [id, standingOf(parts.get(id) ?? [])]));
  await write(tx, after);
  for (const [taskId, standing] of after) {
    const changes = changesOf(before.get(taskId), standing);
    const subject = { type: "task", id: taskId };
    if (changes) record(tx, actor, { kind: "task.prove", subject, taskId, changes });
  }
}

type Before = { taskId: number; progress: number | null; status: string; parts: Part[] | null };

async function readBefore(tx: Tx, ids: number[]): Promise<Map<number, Before>> {
  const rows = await tx.$queryRaw<Before[]>`
    SELECT t.id AS "taskId", t.progress, t.status::text, s.parts FROM "Task" t LEFT JOIN "Standing" s ON s."taskId" = t.id
    WHERE t.id = ANY(${ids}::int[])`;
  return new Map(rows.map((row) => [row.taskId, row]));
}

async function write(tx: Tx, after: ReadonlyMap<number, Standing | null>): Promise<void> {
  const gone = [...after].flatMap(([taskId, standing]) => (standing ? [] : [taskId]));
  if (gone.length > 0) await tx.standing.deleteMany({ where: { taskId: { in: gone } } });
  const rows = [...after].flatMap(([taskId, standing]) =>
    standing ? [{ taskId, ...standing, percent: percentOf(standing) }] : [],
  );
  if (rows.length === 0) return;
  // A closed task stays at 100; the version stays, since nobody's edit is overtaken by a computed figure.
  await tx.$executeRaw`
    WITH given AS (SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS s("taskId" int, progress numeric, percent int, complete boolean, parts jsonb)),
    shown AS (UPDATE "Task" t SET progress = g.percent FROM given g
      WHERE t.id = g."taskId" AND t.status NOT IN ('closed', 'terminated') AND t.progress IS DISTINCT FROM g.percent)
    INSERT INTO "Standing" ("taskId", progress, complete, parts) SELECT "taskId", progress, complete, parts FROM given
    ON CONFLICT ("taskId") DO UPDATE SET progress = excluded.progress, complete = excluded.complete, parts = excluded.parts`;
}

/** What the journal keeps, so that the board of any day can be shown: the percentage, and the proofs as they are now. */
function changesOf(before: Before | undefined, after: Standing | null): Changes | null {
  const open = before?.status !== "closed" && before?.status !== "terminated";
  const percent = after && open ? percentOf(after) : (before?.progress ?? null);
  const moved = percent !== (before?.progress ?? null);
  const parts = JSON.stringify(after?.parts ?? null);
  if (!moved && JSON.stringify(before?.parts ?? null) === parts) return null;
  const proof: Changes = { proof: [null, after && { complete: after.complete, parts: after.parts }] };
  return moved ? { progress: [before?.progress ?? null, percent], ...proof } : proof;
}

/** Everything that proves these tasks, in the order milestones, measures, ledgers, coverage. */
export async function partsOf(tx: Tx, taskIds: readonly number[]): Promise<Map<number, Part[]>> {
  const feeds = await listFeeds(tx, taskIds);
  const worded = feeds.map(({ feed }) => feed);
  const values = feeds.length > 0 ? await fedValues(tx, worded) : [];
  const fed = new Map(feeds.map(({ measureId }, at) => [measureId, values[at] ?? null]));
  const sources = [
    await milestoneParts(tx, taskIds),
    await measureParts(tx, taskIds, fed),
    await ledgerParts(tx, taskIds),
    await coverageParts(tx, taskIds),
  ];
  return new Map(taskIds.map((id) => [id, sources.flatMap((source) => source.get(id) ?? [])]));
}
