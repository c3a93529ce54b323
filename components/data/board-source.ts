import { type BoardSnapshot, fromWire } from "@/lib/board/rules";
import { forgetKept, keep, readKept } from "./board-cache";
import { noteSession } from "./session";

/** Where the board comes from: this browser's own copy first, then the server. */

export type Copy = { snapshot: BoardSnapshot; etag: string | null };
export type Fetched = ({ kind: "board" } & Copy) | { kind: "same" } | { kind: "failed"; status: number };

/** The copy of an earlier visit, or null. */
export async function readCopy(account: string): Promise<Copy | null> {
  const kept = await readKept(account);
  const snapshot = kept && parsed(kept.text);
  return snapshot && { snapshot, etag: kept.etag };
}

/**
 * Asks the server. The browser's own cache adds what it has to the question, so that an unchanged board does not travel; a plain
 * question can also be answered by what the page has asked for ahead of its scripts.
 * @param shown the tag of the board that the page shows
 */
export async function fetchBoard(account: string, shown: () => string | null): Promise<Fetched> {
  const answer = await fetch("/api/board").catch(() => null);
  if (!answer) return { kind: "failed", status: 0 };
  noteSession(answer.status !== 401);
  if (!answer.ok) {
    // Whoever sits here now may not see it; the page itself stays, because it may hold text not yet sent.
    if (answer.status === 401 || answer.status === 403) await forgetKept();
    return { kind: "failed", status: answer.status };
  }
  const etag = answer.headers.get("etag");
  const text = await answer.text().catch(() => "");
  if (etag !== null && etag === shown()) return { kind: "same" };
  const snapshot = parsed(text);
  if (!snapshot) return { kind: "failed", status: 0 };
  if (etag !== null) void keep(account, { etag, text });
  return { kind: "board", snapshot, etag };
}

/** Null for what a broken line or something between us and the server has made of it. */
function parsed(text: string): BoardSnapshot | null {
  try {
    return fromWire(JSON.parse(text));
  } catch {
    return null;
  }
}
