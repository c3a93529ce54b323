import { type EntryScope, mayOnEntry } from "../auth/entry-permissions";
import { type Actor, maySee, type TaskScope } from "../auth/permissions";
import { SYSTEM } from "../auth/system";
import { prisma, type Tx } from "../db";
import { NotFound } from "../errors";
import { getTask, type Task } from "../tasks/queries";

export type EvidenceFile = {
  id: number;
  taskId: number;
  sha256: string;
  name: string;
  mime: string;
  size: number;
  hasThumb: boolean;
  /** Of a masked matter although its task may be open. */
  sensitive: boolean;
};

/** The entry of a ledger whose move a file proves: who answers for it may see it without seeing the task. */
type OfEntry = EntryScope & { label: TaskScope["label"] };
export type FoundEvidence = { file: EvidenceFile; task: Task; entry: OfEntry | null };

const FILE = {
  ...{ id: true, taskId: true, sha256: true, name: true, mime: true, size: true, hasThumb: true },
  sensitive: true,
  move: {
    select: {
      ledger: { select: { label: true } },
      entry: { select: { unitId: true, postId: true, sponsorPostId: true } },
    },
  },
} as const;

/** A file that stands as evidence, and its task, for somebody who may see that. @throws NotFound also when it is hidden or was taken away */
export async function getEvidence(actor: Actor, id: number, tx: Tx = prisma()): Promise<FoundEvidence> {
  const found = await tx.evidence.findFirst({ where: { id, removedAt: null }, select: FILE });
  if (!found) throw new NotFound(`evidence ${id}`);
  const { move, ...file } = found;
  const task = await getTask(SYSTEM, file.taskId, tx);
  const entry = move && { ...move.entry, label: move.ledger.label };
  const seen = entry ? mayOnEntry(actor, "entry.see", entry.label, task, entry) : maySee(actor, task);
  if (!seen) throw new NotFound(`evidence ${id}`);
  return { file, task, entry };
}

/** Whether reading the file is a look that has to be recorded. */
export function isSecret({ file, task }: FoundEvidence): boolean {
  return task.label === "sensitive" || file.sensitive;
}

/**
 * Holds a content until the transaction ends: those who add or attach it share the hold, the sweep takes it alone.
 * Without it the sweep could look for rows, find none, and remove what is attached at that moment.
 */
export async function lockContent(tx: Tx, sha256: string, hold: "shared" | "alone"): Promise<void> {
  const key = `file ${sha256}`;
  if (hold === "shared")
    await tx.$executeRaw`SELECT pg_advisory_xact_lock_shared(hashtextextended(${key}, 0))`;
  else await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 0))`;
}

const PATIENCE = { timeout: 20_000, maxWait: 10_000 };

/** Does `work` while no sweep can touch the content. */
export async function holdingContent<T>(sha256: string, work: () => Promise<T>): Promise<T> {
  return prisma().$transaction(async (tx) => {
    await lockContent(tx, sha256, "shared");
    return work();
  }, PATIENCE);
}

/** Does `work` while nobody can add or attach the content, if no row names it. @returns null when one does */
export async function whileUnused<T>(sha256: string, work: () => Promise<T>): Promise<T | null> {
  return prisma().$transaction(async (tx) => {
    await lockContent(tx, sha256, "alone");
    const used =
      (await tx.evidence.count({ where: { sha256 } })) + (await tx.plot.count({ where: { sha256 } }));
    return used > 0 ? null : work();
  }, PATIENCE);
}

/** Which of these contents a row names, taken-away evidence and pictures of ledgers included. */
export async function usedContents(hashes: readonly string[]): Promise<Set<string>> {
  const named = {
    where: { sha256: { in: [...hashes] } },
    select: { sha256: true },
    distinct: ["sha256" as const],
  };
  const rows = [...(await prisma().evidence.findMany(named)), ...(await prisma().plot.findMany(named))];
  return new Set(rows.map((row) => row.sha256));
}
