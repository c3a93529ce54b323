import type { FileHandle } from "node:fs/promises";
import { readAt } from "./read-at";

/** Numbers from here on mean “no sector”. */
const NONE = 0xfffffffa;
/** The directory of a real document fills a few sectors; a circle of sectors must end. */
const MOST_SECTORS = 256;
const MOST_TABLES = 20_000;

type Compound = { file: FileHandle; sectorSize: number; tables: number[] };

/** The names of the streams and storages in an older Office file; empty when it is damaged. Source: [MS-CFB] 2.2–2.6 */
export async function listStreams(file: FileHandle): Promise<string[]> {
  const header = await readAt(file, 0, 512);
  const shift = header.length === 512 ? header.readUInt16LE(30) : 0;
  if (shift !== 9 && shift !== 12) return [];
  const compound: Compound = { file, sectorSize: 1 << shift, tables: [] };
  compound.tables = await listTables(compound, header);
  const names: string[] = [];
  let sector = header.readUInt32LE(48);
  for (let seen = 0; sector < NONE && seen < MOST_SECTORS; seen++) {
    names.push(...namesIn(await readSector(compound, sector)));
    sector = await nextSector(compound, sector);
  }
  return names;
}

function readSector({ file, sectorSize }: Compound, sector: number): Promise<Buffer> {
  return readAt(file, (sector + 1) * sectorSize, sectorSize);
}

function namesIn(directory: Buffer): string[] {
  const names: string[] = [];
  for (let at = 0; at + 128 <= directory.length; at += 128) {
    const length = directory.readUInt16LE(at + 64);
    if (length >= 2 && length <= 64) names.push(directory.toString("utf16le", at, at + length - 2));
  }
  return names;
}

// Where the allocation table lies: 109 places in the header, the rest in a chain of sectors (a document above 7 MB has one).
async function listTables(compound: Compound, header: Buffer): Promise<number[]> {
  const tables = numbersIn(header.subarray(76));
  let sector = header.readUInt32LE(68);
  while (sector < NONE && tables.length < MOST_TABLES) {
    const numbers = numbersIn(await readSector(compound, sector));
    sector = numbers.pop() ?? NONE;
    tables.push(...numbers);
  }
  return tables;
}

function numbersIn(sector: Buffer): number[] {
  return Array.from({ length: Math.floor(sector.length / 4) }, (_, at) => sector.readUInt32LE(at * 4));
}

async function nextSector(compound: Compound, sector: number): Promise<number> {
  const perSector = compound.sectorSize / 4;
  const table = compound.tables[Math.floor(sector / perSector)] ?? NONE;
  if (table >= NONE) return NONE;
  return numbersIn(await readSector(compound, table))[sector % perSector] ?? NONE;
}
