import { pool } from "./db";
import { anchorJournal } from "./events/anchors";
import { sweepContents, sweepIncoming } from "./files/sweep";
import { log } from "./log";
import { forgetMessages } from "./notifications/purge";
import { drawOpenRounds, openDueRounds } from "./rounds/opening";
import { refreshStandings } from "./standings/refresh";

/** What the server does beside answering: forgetting answers that nobody will ask for again, anchoring the journal, sweeping files. */

const HOUR_MS = 3_600_000;
const ANCHOR_MS = 300_000;
/** With the age that a temporary file must have, ten minutes after an interrupted upload nothing of it is left. */
const INCOMING_MS = 300_000;
/** A round opens within this time after midnight, and after a start. */
const ROUNDS_MS = 600_000;
/** After the start, when the first pages are served. */
const START_MS = 30_000;
const holder = globalThis as unknown as { __guatuHousekeeping?: true };

export function keepHouse(): void {
  if (holder.__guatuHousekeeping) return;
  holder.__guatuHousekeeping = true;
  setInterval(() => quietly("forget", forgetAnswers), HOUR_MS).unref();
  setInterval(() => quietly("forget messages", forgetMessages), HOUR_MS).unref();
  setInterval(() => quietly("anchor", anchorJournal), ANCHOR_MS).unref();
  setInterval(() => quietly("sweep incoming", sweepIncoming), INCOMING_MS).unref();
  setInterval(() => quietly("sweep contents", sweepContents), HOUR_MS).unref();
  setInterval(() => quietly("refresh standings", refreshStandings), HOUR_MS).unref();
  setInterval(() => quietly("open rounds", openDueRounds), ROUNDS_MS).unref();
  setInterval(() => quietly("draw into rounds", drawOpenRounds), ROUNDS_MS).unref();
  setTimeout(() => quietly("open rounds", openDueRounds), START_MS).unref();
  setTimeout(() => quietly("refresh standings", refreshStandings), START_MS).unref();
}

function quietly(what: string, work: () => Promise<unknown>): void {
  work().catch((error) => log.warn({ what, error: String(error) }, "housekeeping failed"));
}

/** Answers are kept for two days; a repeat after that is a new command. */
export async function forgetAnswers(): Promise<void> {
  await pool().query(`DELETE FROM "IdempotencyKey" WHERE "createdAt" < now() - interval '48 hours'`);
}
