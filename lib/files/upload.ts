import { demand } from "../auth/demand";
import type { Actor } from "../auth/permissions";
import { env } from "../env";
import { chunksOf } from "./chunks";
import { isPicture, KINDS } from "./kind-rules";
import { cleanName } from "./name-rules";
import { holdingContent } from "./queries";
import { recognise } from "./recognise";
import { contentPath, discard, freeBytes, type Received, receive, settle } from "./store";
import { makeThumb } from "./thumbnail";
import { makeTicket, type StoredFile } from "./tickets";
import { UploadRefused } from "./upload-refused";

export type Upload = {
  body: ReadableStream<Uint8Array> | null;
  /** As sent: percent-encoded UTF-8. */
  name: string | null;
  /** What Content-Length says; null when nothing is said. */
  declared: number | null;
  signal: AbortSignal;
};
export type Uploaded = Omit<StoredFile, "sha256"> & { ticket: string };

/** What stays free, so that a full disk never stops the database that may live beside. */
const RESERVE = 200 * 1_048_576;
const AT_ONCE = 8;
const inFlight = new Map<number | null, number>();

export function uploadLimit(): number {
  return env().GUATU_UPLOAD_MB * 1_048_576;
}

/** Keeps what somebody uploads until a command attaches it. @throws Forbidden, UploadRefused */
export async function keepUpload(actor: Actor, upload: Upload): Promise<Uploaded> {
  demand(actor, "file.upload");
  const name = decodeName(upload.name);
  const limit = uploadLimit();
  if ((upload.declared ?? 0) > limit)
    throw new UploadRefused("tooLarge", { megabytes: env().GUATU_UPLOAD_MB });
  const leave = enter(actor.accountId);
  try {
    await demandRoom(upload.declared ?? limit);
    const file = await store(await receive(chunksOf(upload.body, upload.signal), limit), name, upload);
    const { sha256: _, ...told } = file;
    return { ...told, ticket: makeTicket(file, actor) };
  } finally {
    leave();
  }
}

async function store(received: Received, name: string, { declared }: Upload): Promise<StoredFile> {
  const { temp, sha256, size } = received;
  try {
    if (declared !== null && declared !== size) throw new UploadRefused("cutShort");
    if (size === 0) throw new UploadRefused("empty");
    const kind = await recognise(temp, name);
    if (kind === null) throw new UploadRefused("kind");
    await holdingContent(sha256, () => settle(temp, contentPath(sha256)));
    const hasThumb = isPicture(kind) && (await makeThumb(contentPath(sha256), sha256));
    return { name: cleanName(name, kind), mime: KINDS[kind].mime, sha256, size, hasThumb };
  } finally {
    await discard(temp);
  }
}

function decodeName(sent: string | null): string {
  try {
    const name = decodeURIComponent(sent ?? "");
    if (name !== "") return name;
  } catch {
    // not UTF-8: as good as none
  }
  throw new UploadRefused("nameMissing");
}

function enter(accountId: number | null): () => void {
  const count = inFlight.get(accountId) ?? 0;
  if (count >= AT_ONCE) throw new UploadRefused("tooMany", { most: AT_ONCE });
  inFlight.set(accountId, count + 1);
  return () => {
    const left = (inFlight.get(accountId) ?? 1) - 1;
    if (left === 0) inFlight.delete(accountId);
    else inFlight.set(accountId, left);
  };
}

async function demandRoom(bytes: number): Promise<void> {
  if ((await freeBytes()) < bytes + RESERVE) throw new UploadRefused("diskFull");
}
