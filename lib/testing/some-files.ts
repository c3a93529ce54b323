import { readdir } from "node:fs/promises";
import path from "node:path";
import { crc32, deflateRawSync } from "node:zlib";
import sharp from "sharp";

/** The bytes of small files of every kind, and what lies in a folder. */

export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** A picture of one colour; `turned` as a phone held upright writes it: lying, with a note to turn it. */
export async function somePicture(
  kind: "png" | "jpeg" | "gif" | "webp" = "png",
  { width = 640, height = 320, turned = false, red = 200 } = {},
): Promise<Buffer> {
  const picture = sharp({ create: { width, height, channels: 3, background: { r: red, g: 30, b: 30 } } });
  if (!turned) return picture.toFormat(kind).toBuffer();
  const exif = { IFD0: { Make: "SecretCamera", Copyright: "SecretPlace" } };
  return picture.withExif(exif).withMetadata({ orientation: 6, exif }).toFormat(kind).toBuffer();
}

/** A zip package with these parts. */
export function someZip(parts: Record<string, string>): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, text] of Object.entries(parts)) {
    const packed = deflateRawSync(text);
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(8, 4);
    facts.writeUInt32LE(crc32(text), 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(Buffer.byteLength(text), 18);
    facts.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04"), facts, Buffer.from(name), packed]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    directory.push(Buffer.concat([Buffer.from("PK\x01\x02\x14\x00"), facts, place, Buffer.from(name)]));
    locals.push(local);
    at += local.length;
  }
  const end = Buffer.alloc(18);
  end.writeUInt16LE(directory.length, 4);
  end.writeUInt16LE(directory.length, 6);
  end.writeUInt32LE(Buffer.concat(directory).length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...locals, ...directory, Buffer.from("PK\x05\x06"), end]);
}

const MAIN = {
  docx: "wordprocessingml.document",
  xlsx: "spreadsheetml.sheet",
  pptx: "presentationml.presentation",
};
const FOLDER = { docx: "word/document.xml", xlsx: "xl/workbook.xml", pptx: "ppt/presentation.xml" };

export function someOffice(kind: keyof typeof MAIN, more: Record<string, string> = {}): Buffer {
  const type = `application/vnd.openxmlformats-officedocument.${MAIN[kind]}.main+xml`;
  const types = `<Types><Override PartName="/${FOLDER[kind]}" ContentType="${type}"/></Types>`;
  return someZip({ "_rels/.rels": "<r/>", [FOLDER[kind]]: "<x/>", ...more, "[Content_Types].xml": types });
}

/** An older Office file with these streams; its directory lies at the far end, in the sectors `chain` says. */
export function someCompound(streams: string[]): Buffer {
  const sector = (fill: number) => Buffer.alloc(512, fill);
  const header = sector(0);
  Buffer.from("d0cf11e0a1b11ae1", "hex").copy(header);
  header.writeUInt16LE(9, 30);
  header.writeUInt32LE(1, 48);
  header.writeUInt32LE(0xfffffffe, 68);
  header.fill(0xff, 76);
  header.writeUInt32LE(0, 76);
  const table = sector(0xff);
  const names = ["Root Entry", ...streams];
  const folders: Buffer[] = [];
  for (let at = 0; at < names.length; at += 4) {
    const folder = sector(0);
    for (const [slot, name] of names.slice(at, at + 4).entries()) {
      folder.write(name, slot * 128, "utf16le");
      folder.writeUInt16LE(name.length * 2 + 2, slot * 128 + 64);
    }
    folders.push(folder);
  }
  for (const at of folders.keys())
    table.writeUInt32LE(at + 1 < folders.length ? at + 2 : 0xfffffffe, (at + 1) * 4);
  return Buffer.concat([header, table, ...folders]);
}

export function someVideo(brand: string): Buffer {
  return Buffer.concat([
    Buffer.from([0, 0, 0, 20]),
    Buffer.from(`ftyp${brand}\0\0\0\0${brand}`),
    Buffer.alloc(64),
  ]);
}

/** A request body that arrives in pieces of `piece` bytes; after `breakAfter` bytes the connection breaks. */
export function someBody(bytes: Uint8Array, { piece = 65_536, breakAfter = Number.POSITIVE_INFINITY } = {}) {
  let at = 0;
  return new ReadableStream<Uint8Array>({
    pull(controller) {
      if (at >= breakAfter) return controller.error(new Error("aborted"));
      if (at >= bytes.length) return controller.close();
      const end = Math.min(at + piece, bytes.length, breakAfter);
      controller.enqueue(bytes.subarray(at, end));
      at = end;
    },
  });
}

/** Every file below a folder, by its path from there. */
export async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .sort();
}
