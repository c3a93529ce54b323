import { type BoardSnapshot, fromWire } from "@/lib/board/rules";
import { forgetKept, keep, readKept } from "./board-cache";
import { noteSession } from "./session";

/** Where the board comes from: this browser's own copy first, then the server, which sends it only when it differs. */

export type Copy = { snapshot: BoardSnapshot; etag: string | null };
export type Fetched = ({ kind: "board" } & Copy) | { kind: "same" } | { kind: "failed"; status: number };

const PREFIX = "guatu-board-etag-";

/** The tag of the copy. Kept beside it because it can be read without waiting, so that the question goes out at once. */
export function tagOfCopy(account: string): string | null {
  try {
    return localStorage.getItem(PREFIX + account);
  } catch {
    return null;
  }
}

/** The copy of an earlier visit if it carries this tag, otherwise null. */
export async function readCopy(account: string, etag: string): Promise<Copy | null> {
  const kept = await readKept(account);
  const snapshot = kept?.etag === etag ? parsed(kept.text) : null;
  return snapshot && { snapshot, etag };
}

/** Asks the server for what differs from the board with this tag; null asks for all of it. */
export async function fetchBoard(account: string, etag: string | null): Promise<Fetched> {
  const headers: HeadersInit = etag === null ? {} : { "if-none-match": etag };
  const answer = await fetch("/api/board", { headers, cache: "no-store" }).catch(() => null);
  if (!answer) return { kind: "failed", status: 0 };
  noteSession(answer.status !== 401);
  if (answer.status === 304) return { kind: "same" };
  if (!answer.ok) {
    // Whoever sits here now may not see it; the page itself stays, because it may hold text not yet sent.
    if (answer.status === 401 || answer.status === 403) await forgetCopies();
    return { kind: "failed", status: answer.status };
  }
  const text = await answer.text().catch(() => "");
  const snapshot = parsed(text);
  if (!snapshot) return { kind: "failed", status: 0 };
  const copy: Copy = { snapshot, etag: answer.headers.get("etag") };
  void keepCopy(account, copy.etag, text);
  return { kind: "board", ...copy };
}

/** Null for what a broken line or something between us and the server has made of it. */
function parsed(text: string): BoardSnapshot | null {
  try {
    return fromWire(JSON.parse(text));
  } catch {
    return null;
  }
}

async function keepCopy(account: string, etag: string | null, text: string): Promise<void> {
  if (etag === null) return;
  await keep(account, { etag, text });
  try {
    localStorage.setItem(PREFIX + account, etag);
  } catch {
    // Without it the next visit fetches the whole board, nothing worse.
  }
}

/** Leaves nothing of any board in this browser. */
export async function forgetCopies(): Promise<void> {
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX)) localStorage.removeItem(key);
  } catch {
    // Storage is switched off: nothing was kept.
  }
  await forgetKept();
}
