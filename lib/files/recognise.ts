import { type FileHandle, open } from "node:fs/promises";
import { fileTypeFromBuffer } from "file-type";
import { listStreams } from "./compound-parts";
import {
  beginsAsMarkup,
  compoundKindOf,
  isPlainText,
  type Kind,
  packageKindOf,
  textKindOf,
} from "./kind-rules";
import { extensionOf } from "./name-rules";
import { readPackage } from "./package-parts";
import { readAt } from "./read-at";

const HEAD = 4100;
const CHUNK = 65_536;
const BY_SIGNATURE: Record<string, Kind> = {
  pdf: "pdf",
  jpg: "jpg",
  png: "png",
  apng: "png",
  gif: "gif",
  webp: "webp",
  heic: "heic",
  mp4: "mp4",
  m4v: "mp4",
  mov: "mov",
};

/** What the stored bytes are, whatever the browser said; null when they may not be evidence. */
export async function recognise(path: string, name: string): Promise<Kind | null> {
  const file = await open(path, "r");
  try {
    const { size } = await file.stat();
    const head = await readAt(file, 0, HEAD);
    const signature = await signatureOf(head);
    if (signature === "zip") return await packageKind(file, size);
    if (signature === "cfb") return compoundKindOf(await listStreams(file));
    return BY_SIGNATURE[signature] ?? (await textKind(file, head, name));
  } finally {
    await file.close();
  }
}

async function signatureOf(head: Buffer): Promise<string> {
  // Asked first, since the library would unpack parts of a zip to name its kind.
  if (head.toString("latin1", 0, 4) === "PK\x03\x04") return "zip";
  try {
    return (await fileTypeFromBuffer(head))?.ext ?? "";
  } catch {
    return "";
  }
}

async function packageKind(file: FileHandle, size: number): Promise<Kind | null> {
  const parts = await readPackage(file, size);
  return parts && packageKindOf(parts.names, parts.contentTypes);
}

async function textKind(file: FileHandle, head: Buffer, name: string): Promise<Kind | null> {
  const kind = textKindOf(extensionOf(name));
  if (kind === null || head.includes(0) || beginsAsMarkup(head.toString("utf8"))) return null;
  const isText = (await decodesAs(file, "utf-8")) || (await decodesAs(file, "gb18030"));
  return isText ? kind : null;
}

async function decodesAs(file: FileHandle, encoding: string): Promise<boolean> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for (let at = 0; ; at += CHUNK) {
      const bytes = await readAt(file, at, CHUNK);
      const text = decoder.decode(bytes, { stream: bytes.length === CHUNK });
      if (!isPlainText(text)) return false;
      if (bytes.length < CHUNK) return true;
    }
  } catch {
    return false;
  }
}
