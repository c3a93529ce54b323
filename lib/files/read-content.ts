import { createHash } from "node:crypto";
import { type FileHandle, open } from "node:fs/promises";
import { ReadableStream as NodeReadableStream } from "node:stream/web";
import { contentPath } from "./store";

const CHUNK = 65_536;

/** The stored bytes are not the ones that were kept: a disk fails, or somebody wrote into the store. */
export class Damaged extends Error {}

/**
 * The bytes of a file as they are asked for. The descriptor is opened with the first of them and closed with the last, or
 * when the reader leaves.
 * @param sha256 the hash to confirm before the last bytes go out, so that damage never arrives whole; null for no check
 */
export function streamFile(place: string, sha256: string | null): ReadableStream<Uint8Array> {
  return NodeReadableStream.from(readChecked(place, sha256)) as ReadableStream<Uint8Array>;
}

async function* readChecked(place: string, sha256: string | null): AsyncGenerator<Uint8Array> {
  const hash = createHash("sha256");
  const file = await open(place, "r");
  try {
    let held: Uint8Array | null = null;
    for (let next = await readChunk(file); next !== null; next = await readChunk(file)) {
      hash.update(next);
      if (held !== null) yield held;
      held = next;
    }
    if (sha256 !== null && hash.digest("hex") !== sha256) throw new Damaged(`content ${sha256}`);
    if (held !== null) yield held;
  } finally {
    await file.close();
  }
}

async function readChunk(file: FileHandle): Promise<Uint8Array | null> {
  const { bytesRead, buffer } = await file.read(Buffer.allocUnsafeSlow(CHUNK), 0, CHUNK);
  return bytesRead === 0 ? null : buffer.subarray(0, bytesRead);
}

/** Reads a content to its end and compares it with its hash. @throws Damaged */
export async function verifyContent(sha256: string): Promise<void> {
  for await (const _ of readChecked(contentPath(sha256), sha256));
}
