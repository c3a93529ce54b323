import { createHmac, timingSafeEqual } from "node:crypto";
import { appendFile, mkdir, readFile } from "node:fs/promises";
import path from "node:path";
import { realNow } from "../clock";
import { pool } from "../db";
import { env } from "../env";

/** The journal's head, signed and written outside the database: a chain that somebody rewrote as a whole no longer fits. */
export type Anchor = { at: string; seq: number; hash: string; mac: string };

function anchorFile(): string {
  return path.join(env().GUATU_DATA, "journal-anchors.jsonl");
}

function macOf(seq: number, hash: string): string {
  return createHmac("sha256", `journal anchor ${env().NEXTAUTH_SECRET}`)
    .update(`${seq} ${hash}`)
    .digest("hex");
}

/** Adds the present head to the file, unless it stands there already. */
export async function anchorJournal(): Promise<Anchor> {
  const { rows } = await pool().query(`SELECT seq::int8 AS seq, hash FROM "JournalHead" WHERE id = 1`);
  const seq = Number(rows[0]?.seq ?? 0);
  const hash = String(rows[0]?.hash);
  const last = (await readAnchors()).at(-1);
  if (last?.seq === seq && last.hash === hash) return last;
  const anchor = { at: realNow().toISOString(), seq, hash, mac: macOf(seq, hash) };
  await mkdir(env().GUATU_DATA, { recursive: true });
  await appendFile(anchorFile(), `${JSON.stringify(anchor)}\n`, { mode: 0o600 });
  return anchor;
}

export async function readAnchors(): Promise<Anchor[]> {
  const text = await readFile(anchorFile(), "utf8").catch(() => "");
  const lines = text.split("\n").filter((line) => line !== "");
  return lines.map((line) => JSON.parse(line) as Anchor);
}

/** The first anchor that the journal does not fit, or null. `forged`: the line was not written by this installation. */
export async function firstBrokenAnchor(): Promise<{ seq: number; fault: "forged" | "rewritten" } | null> {
  const anchors = await readAnchors();
  const { rows } = await pool().query<{ seq: string; hash: string }>(
    `SELECT seq, hash FROM "Event" WHERE seq = ANY($1::bigint[])`,
    [anchors.map((anchor) => anchor.seq)],
  );
  const standing = new Map(rows.map((row) => [Number(row.seq), row.hash]));
  standing.set(0, "0".repeat(64));
  for (const anchor of anchors) {
    if (!sameText(anchor.mac, macOf(anchor.seq, anchor.hash))) return { seq: anchor.seq, fault: "forged" };
    if (standing.get(anchor.seq) !== anchor.hash) return { seq: anchor.seq, fault: "rewritten" };
  }
  return null;
}

function sameText(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}
