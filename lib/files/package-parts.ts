import type { FileHandle } from "node:fs/promises";
import { promisify } from "node:util";
import { inflateRaw } from "node:zlib";
import { readAt } from "./read-at";

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
/** Bounds far above any document, far below what would hurt. */
const MOST_PARTS = 10_000;
const MOST_DIRECTORY = 4_000_000;
const MOST_TYPES = 1_000_000;

type Part = { name: string; method: number; packed: number; at: number };

/** The names of the parts of a zip package and the text of its `[Content_Types].xml`; null when it is damaged. */
export async function readPackage(
  file: FileHandle,
  size: number,
): Promise<{ names: string[]; contentTypes: string | null } | null> {
  const parts = await listParts(file, size);
  if (parts === null) return null;
  const types = parts.find((part) => part.name === "[Content_Types].xml");
  const contentTypes = types ? await inflatePart(file, types) : null;
  return { names: parts.map((part) => part.name), contentTypes };
}

// Only the directory at the end is read: nothing of the content is unpacked, so a bomb stays packed.
async function listParts(file: FileHandle, size: number): Promise<Part[] | null> {
  const tail = await readAt(file, Math.max(0, size - 65_557), Math.min(size, 65_557));
  const end = tail.lastIndexOf(Buffer.from("504b0506", "hex"));
  if (end < 0 || end + 22 > tail.length || tail.readUInt32LE(end) !== END) return null;
  const [count, length, at] = [
    tail.readUInt16LE(end + 10),
    tail.readUInt32LE(end + 12),
    tail.readUInt32LE(end + 16),
  ];
  if (count > MOST_PARTS || length > MOST_DIRECTORY || at + length > size) return null;
  const directory = await readAt(file, at, length);
  const parts: Part[] = [];
  for (let here = 0; here + 46 <= directory.length && parts.length < count; ) {
    if (directory.readUInt32LE(here) !== ENTRY) return null;
    const nameLength = directory.readUInt16LE(here + 28);
    parts.push({
      name: directory.toString("utf8", here + 46, here + 46 + nameLength),
      method: directory.readUInt16LE(here + 10),
      packed: directory.readUInt32LE(here + 20),
      at: directory.readUInt32LE(here + 42),
    });
    here += 46 + nameLength + directory.readUInt16LE(here + 30) + directory.readUInt16LE(here + 32);
  }
  return parts.length === count ? parts : null;
}

async function inflatePart(file: FileHandle, part: Part): Promise<string | null> {
  if (part.packed > MOST_TYPES || (part.method !== 0 && part.method !== 8)) return null;
  const head = await readAt(file, part.at, 30);
  if (head.length < 30 || head.readUInt32LE(0) !== LOCAL) return null;
  const start = part.at + 30 + head.readUInt16LE(26) + head.readUInt16LE(28);
  const packed = await readAt(file, start, part.packed);
  if (part.method === 0) return packed.toString("utf8");
  try {
    const plain = await promisify(inflateRaw)(packed, { maxOutputLength: MOST_TYPES });
    return plain.toString("utf8");
  } catch {
    return null;
  }
}
