import { coverageParts } from "../coverage/standing";
import type { Tx } from "../db";
import { happenedIn } from "../events/record";
import { fedValues, ledgerParts } from "../ledgers/standing";
import { listFeeds, measureParts } from "../measures/standing";
import { milestoneParts } from "../milestones/standing";
import { type Part, standingOf } from "./rules";

/** What happens to these changes what the proofs of its task come to. */
const PROOF_SUBJECTS = new Set([
  ...["milestone", "measure", "reading", "ledger", "entry"],
  ...["register", "object", "duty", "visit"],
]);

/** Writes the standing of every task whose proofs changed in this command; runs as its last act but the record. */
export async function restateTouched(tx: Tx): Promise<void> {
  const touched = happenedIn(tx).flatMap(({ subject, taskId }) =>
    taskId && PROOF_SUBJECTS.has(subject.type) ? [taskId] : [],
  );
  if (touched.length > 0)
    await restate(
      tx,
      [...new Set(touched)].sort((a, b) => a - b),
    );
}

/** Writes the standing of these tasks anew from their proofs. */
export async function restate(tx: Tx, taskIds: readonly number[]): Promise<void> {
  // One after the other, until commit: of two who change the same task's proofs the second counts what the first did.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('standing ' || id, 0)) FROM unnest(${[...taskIds]}::int[]) AS id ORDER BY id`;
  const parts = await partsOf(tx, taskIds);
  const rows = taskIds.flatMap((taskId) => {
    const standing = standingOf(parts.get(taskId) ?? []);
    return standing ? [{ taskId, ...standing }] : [];
  });
  await tx.standing.deleteMany({
    where: { taskId: { in: taskIds.filter((id) => !rows.some(({ taskId }) => taskId === id)) } },
  });
  await tx.$executeRaw`
    INSERT INTO "Standing" ("taskId", progress, complete, parts)
    SELECT s."taskId", s.progress, s.complete, s.parts FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS s("taskId" int, progress numeric, complete boolean, parts jsonb)
    ON CONFLICT ("taskId") DO UPDATE SET progress = excluded.progress, complete = excluded.complete, parts = excluded.parts`;
}

/** Everything that proves these tasks, in the order milestones, measures, ledgers, coverage. */
export async function partsOf(tx: Tx, taskIds: readonly number[]): Promise<Map<number, Part[]>> {
  const feeds = await listFeeds(tx, taskIds);
  const values =
    feeds.length > 0
      ? await fedValues(
          tx,
          feeds.map(({ feed }) => feed),
        )
      : [];
  const fed = new Map(feeds.map(({ measureId }, at) => [measureId, values[at] ?? null]));
  const sources = [
    await milestoneParts(tx, taskIds),
    await measureParts(tx, taskIds, fed),
    await ledgerParts(tx, taskIds),
    await coverageParts(tx, taskIds),
  ];
  return new Map(taskIds.map((id) => [id, sources.flatMap((source) => source.get(id) ?? [])]));
}
