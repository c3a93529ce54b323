import { sealAt } from "../events/queries";
import { readStories } from "../events/story-queries";
import { changeOf, type TaskChange } from "./change-rules";

/** A stretch of the journal: after one number, up to and with another, and not before an instant. */
export type Between = { afterSeq: number; untilSeq: number; notBefore: Date | null };

const TOLD = ["task.%", "checkIn.add", "evidence.%"];

// What was written stays as it was written, so a stretch that was read once is never read again, whoever asks and whatever happens.
const read = new Map<string, Promise<Map<number, TaskChange>>>();
const READ_KEPT = 3;

/** What happened to each task in between, of all tasks: the caller shows of them what may be seen. */
export async function readStretch(between: Between): Promise<ReadonlyMap<number, TaskChange>> {
  const key = JSON.stringify({ ...between, seal: await sealAt(between.untilSeq) });
  const known = read.get(key) ?? readAnew(between);
  read.delete(key);
  read.set(key, known);
  known.catch(() => read.delete(key));
  if (read.size > READ_KEPT) read.delete(read.keys().next().value as string);
  return known;
}

async function readAnew(between: Between): Promise<Map<number, TaskChange>> {
  const stories = await readStories({ ...between, kinds: TOLD, taskIds: null });
  return new Map([...stories].map(([taskId, events]) => [taskId, changeOf(taskId, events)]));
}
