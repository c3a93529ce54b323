import { opendir, stat } from "node:fs/promises";
import path from "node:path";
import { realNow } from "../clock";
import { usedContents, whileUnused } from "./queries";
import { contentPath, discard, filesFolder, incomingFolder, thumbPath } from "./store";

/** An upload writes at least every half minute; what has rested for longer belongs to a process that is gone. */
const TEMP_MS = 5 * 60_000;
/** As long as a ticket is good. */
const UNUSED_MS = 24 * 3_600_000;
const BATCH = 500;

/** Removes what interrupted uploads left. @returns how many files went */
export async function sweepIncoming(): Promise<number> {
  let gone = 0;
  for await (const file of listFolder(incomingFolder(), /\.part$/)) {
    if (!(await isOlder(file, TEMP_MS))) continue;
    await discard(file);
    gone++;
  }
  return gone;
}

/** Removes contents that nobody attached within a day. @returns how many contents went */
export async function sweepContents(): Promise<number> {
  let gone = 0;
  let batch: string[] = [];
  for await (const sha256 of listOldContents()) {
    batch.push(sha256);
    if (batch.length < BATCH) continue;
    gone += await removeUnused(batch);
    batch = [];
  }
  return gone + (await removeUnused(batch));
}

async function removeUnused(hashes: readonly string[]): Promise<number> {
  if (hashes.length === 0) return 0;
  const used = await usedContents(hashes);
  let gone = 0;
  for (const sha256 of hashes) {
    if (!used.has(sha256) && (await whileUnused(sha256, () => removeOld(sha256)))) gone++;
  }
  return gone;
}

// Asked again now that nobody can add it: a fresh upload of the same content has made it young.
async function removeOld(sha256: string): Promise<boolean> {
  const content = contentPath(sha256);
  if ((await exists(content)) && !(await isOlder(content, UNUSED_MS))) return false;
  await discard(thumbPath(sha256));
  await discard(content);
  return true;
}

async function* listOldContents(): AsyncGenerator<string> {
  for await (const first of listFolder(filesFolder(), /^[0-9a-f]{2}$/)) {
    for await (const second of listFolder(first, /^[0-9a-f]{2}$/)) {
      for await (const file of listFolder(second, /^[0-9a-f]{64}(\.thumb\.webp)?$/)) {
        const sha256 = path.basename(file).slice(0, 64);
        // A small picture is looked at only when its content is missing, otherwise it goes with that.
        const counts = !file.endsWith(".webp") || !(await exists(contentPath(sha256)));
        if (counts && (await isOlder(file, UNUSED_MS))) yield sha256;
      }
    }
  }
}

async function* listFolder(folder: string, names: RegExp): AsyncGenerator<string> {
  const entries = await opendir(folder).catch(() => null);
  if (entries === null) return;
  for await (const entry of entries) {
    if (names.test(entry.name)) yield path.join(folder, entry.name);
  }
}

async function exists(file: string): Promise<boolean> {
  return (await stat(file).catch(() => null)) !== null;
}

async function isOlder(file: string, ms: number): Promise<boolean> {
  const found = await stat(file).catch(() => null);
  return found !== null && realNow().getTime() - found.mtimeMs > ms;
}
