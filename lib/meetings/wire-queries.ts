import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { Actor } from "../auth/permissions";
import { journalHead } from "../events/queries";
import { getReview } from "./review-queries";
import { toWire } from "./wire-rules";

const compress = promisify(gzip);

// What one person writes every screen of the room asks for at once: it is packed once for all who see the same.
const packed = new Map<string, Promise<Buffer>>();
const PACKED_KEPT = 6; // a megabyte or less each

/**
 * The review as gzip bytes of a ReviewWire. @throws NotFound, Forbidden
 * @param tag what the bytes depend on beside the journal: the meeting as it is now, and what this person may see
 */
export async function getReviewBytes(actor: Actor, meetingId: number, tag: string): Promise<Buffer> {
  const key = `${await journalHead()} ${tag}`;
  const known = packed.get(key);
  if (known) return known;
  const packing = pack(actor, meetingId);
  packed.set(key, packing);
  if (packed.size > PACKED_KEPT) packed.delete(packed.keys().next().value as string);
  packing.catch(() => packed.delete(key));
  return packing;
}

async function pack(actor: Actor, meetingId: number): Promise<Buffer> {
  const { review } = await getReview(actor, meetingId);
  return compress(JSON.stringify(toWire(review)), { level: 1 });
}
