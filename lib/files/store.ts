import { createHash, randomUUID } from "node:crypto";
import { type FileHandle, mkdir, open, rename, rm, stat, statfs, utimes } from "node:fs/promises";
import path from "node:path";
import { realNow } from "../clock";
import { env } from "../env";
import { UploadRefused } from "./upload-refused";

/** Files by the hash of their content: `<data>/files/ab/cd/<sha256>`. No name that a person gave enters a path. */

export type Received = { temp: string; sha256: string; size: number };

export function filesFolder(): string {
  return path.resolve(env().GUATU_DATA, "files");
}

/** Uploads grow here, in the file system of the store, so that a rename finishes them. */
export function incomingFolder(): string {
  return path.join(filesFolder(), "incoming");
}

export function contentPath(sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error("not a hash");
  return path.join(filesFolder(), sha256.slice(0, 2), sha256.slice(2, 4), sha256);
}

export function thumbPath(sha256: string): string {
  return `${contentPath(sha256)}.thumb.webp`;
}

/** The name of a temporary file that does not exist yet, in a folder that does. */
export async function newTemp(): Promise<string> {
  await makeFolder(incomingFolder());
  return path.join(incomingFolder(), `${randomUUID()}.part`);
}

/** How many bytes the disk of the store can still take. */
export async function freeBytes(): Promise<number> {
  await makeFolder(incomingFolder());
  const { bavail, bsize } = await statfs(incomingFolder());
  return bavail * bsize;
}

/** Writes the bytes to a temporary file while hashing and counting them; nothing remains when it fails.
 * @throws UploadRefused, and whatever the stream of bytes throws */
export async function receive(chunks: AsyncIterable<Uint8Array>, limit: number): Promise<Received> {
  const temp = await newTemp();
  const file = await open(temp, "wx", 0o600);
  try {
    const received = await writeChunks(file, chunks, limit);
    await file.close();
    return { temp, ...received };
  } catch (error) {
    await file.close();
    await discard(temp);
    throw isFull(error) ? new UploadRefused("diskFull") : error;
  }
}

async function writeChunks(file: FileHandle, chunks: AsyncIterable<Uint8Array>, limit: number) {
  const hash = createHash("sha256");
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.byteLength;
    if (size > limit) throw new UploadRefused("tooLarge", { megabytes: Math.floor(limit / 1_048_576) });
    hash.update(chunk);
    await file.writeFile(chunk);
  }
  return { sha256: hash.digest("hex"), size };
}

function isFull(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "ENOSPC" || error.code === "EDQUOT");
}

export async function discard(temp: string): Promise<void> {
  await rm(temp, { force: true });
}

/** Gives a temporary file its place for good; the same content again replaces itself and is young again. */
export async function settle(temp: string, place: string): Promise<void> {
  await makeFolder(path.dirname(place));
  await sync(temp, "r+");
  await replace(temp, place);
  await syncFolder(path.dirname(place));
}

async function replace(temp: string, place: string): Promise<void> {
  try {
    await rename(temp, place);
  } catch (error) {
    // Windows does not replace a file that somebody reads at this moment; the one there has the same content.
    if (process.platform !== "win32" || !(await stat(place).catch(() => null))) throw error;
    await utimes(place, realNow(), realNow());
    await discard(temp);
  }
}

// A name survives a power cut only when its folder is synced, and a new folder only when its own folder is.
async function makeFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true, mode: 0o700 });
  if (first === undefined) return;
  for (let made = folder; made.length >= first.length; made = path.dirname(made)) {
    await syncFolder(path.dirname(made));
  }
}

async function syncFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return; // it keeps folders itself and cannot open them
  await sync(folder, "r");
}

async function sync(place: string, mode: "r" | "r+"): Promise<void> {
  const handle = await open(place, mode);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Does the store hold this content in its full size? */
export async function holds(sha256: string, size: number): Promise<boolean> {
  const found = await stat(contentPath(sha256)).catch(() => null);
  return found?.size === size;
}

export async function holdsThumb(sha256: string): Promise<boolean> {
  return (await stat(thumbPath(sha256)).catch(() => null)) !== null;
}
