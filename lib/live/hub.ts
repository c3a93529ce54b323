import pg from "pg";
import type { Actor } from "../auth/permissions";
import { visibilityKey } from "../auth/permissions";
import { getChanges, headSeq, keepUp, type Moved, movedSince } from "../board/queries";
import type { LiveMessage } from "../board/rules";
import { connectionConfig, pool } from "../db";
import { env } from "../env";
import { log } from "../log";
import { forgetSettings } from "../settings/queries";
import { ringBell } from "./bell";
import { endWithServer } from "./stream";

/** Tells open browsers what the journal says happened: one listener for the process, one message for all who see the same. */

export type Client = {
  actor: Actor;
  /** The journal's number that the browser already has. */
  seq: number;
  send: (bytes: Uint8Array) => void;
  close: () => void;
};

type Hub = {
  clients: Set<Client>;
  seq: number;
  listener: pg.Client | null;
  timers: NodeJS.Timeout[];
  pumping: boolean;
  again: boolean;
};
const holder = globalThis as unknown as { __guatuHub?: Hub | undefined };
const QUIET_MS = 20;
const HEARTBEAT_MS = 20_000;
const POLL_MS = 5_000;
// After these, rights or names may have changed: the streams end and the browsers come back with what holds now.
const RENEWING = [
  "account",
  "session",
  "token",
  "person",
  "holding",
  "post",
  "unit",
  "section",
  "plan",
  "setting",
  "calendar",
];

function hub(): Hub {
  if (holder.__guatuHub) return holder.__guatuHub;
  const made: Hub = { clients: new Set(), seq: -1, listener: null, timers: [], pumping: false, again: false };
  holder.__guatuHub = made;
  endWithServer(closeAll);
  made.timers.push(setInterval(() => void pump(), POLL_MS).unref());
  made.timers.push(setInterval(() => beat(), HEARTBEAT_MS).unref());
  void listen(made);
  return made;
}

async function listen(to: Hub): Promise<void> {
  try {
    const client = new pg.Client({ ...connectionConfig(), application_name: "guatu-live" });
    client.on("error", () => retry(to, client));
    client.on("end", () => retry(to, client));
    client.on("notification", ({ channel, payload }) =>
      channel === "guatu_inbox" ? void ringBell(to.clients, payload ?? "") : void pump(),
    );
    await client.connect();
    await client.query("LISTEN guatu_journal");
    await client.query("LISTEN guatu_inbox");
    to.listener = client;
    void pump();
  } catch {
    retry(to, null);
  }
}

function retry(to: Hub, from: pg.Client | null): void {
  if (holder.__guatuHub !== to || (from !== null && to.listener !== from)) return;
  to.listener = null;
  setTimeout(() => void listen(to), 1000).unref();
}

/** Adds an open stream; what it missed since its number is sent first. @returns how to take it off again */
export async function join(client: Client): Promise<() => void> {
  const to = hub();
  if (to.seq < 0) to.seq = await headSeq();
  // It joins only once it stands where the hub stands: a round in between would carry a number that hides what was missed.
  await keepUp();
  do await catchUp(client);
  while (to.seq > client.seq);
  to.clients.add(client);
  // What rang since its page was made, or while its line was broken, rang for nobody.
  void ringBell(new Set([client]), String(client.actor.accountId));
  return () => to.clients.delete(client);
}

async function catchUp(client: Client): Promise<void> {
  const missed = await movedSince(client.seq);
  if (missed.seq <= client.seq) return;
  await keepUp();
  sendTo(client, encode(await getChanges(client.actor, missed), missed.seq));
  client.seq = missed.seq;
}

// To bytes once for all who see the same.
function encode(message: LiveMessage | "reset" | null, seq: number): Uint8Array | null {
  if (message === null) return null;
  const text =
    message === "reset" ? `event: reset\ndata: ${seq}\n\n` : `data: ${JSON.stringify(message)}\n\n`;
  return Buffer.from(text);
}

function sendTo(client: Client, bytes: Uint8Array | null): void {
  if (bytes !== null) client.send(bytes);
}

/** Reads the journal's news and passes it on; calls that come meanwhile are one more round, not many. */
async function pump(): Promise<void> {
  const to = hub();
  if (to.pumping) {
    to.again = true;
    return;
  }
  to.pumping = true;
  try {
    do {
      to.again = false;
      await round(to);
      if (to.again) await new Promise((resolve) => setTimeout(resolve, QUIET_MS));
    } while (to.again);
  } catch (error) {
    log.warn({ error: String(error) }, "live round failed");
  } finally {
    to.pumping = false;
  }
}

async function round(to: Hub): Promise<void> {
  const from = to.seq < 0 ? await headSeq() : to.seq;
  const moved = await movedSince(from);
  if (moved.seq <= from) {
    to.seq = Math.max(to.seq, from);
    return;
  }
  const renewed = await renewedSince(from);
  if (renewed.includes("setting") || renewed.includes("calendar")) forgetSettings();
  await keepUp();
  to.seq = moved.seq;
  await pass(to, moved);
  if (renewed.length > 0) await renew(to, renewed);
}

async function pass(to: Hub, moved: Moved): Promise<void> {
  const ready = new Map<string, Uint8Array | null>();
  for (const client of to.clients) {
    if (client.seq >= moved.seq) continue;
    const key = visibilityKey(client.actor);
    let bytes = ready.get(key);
    if (bytes === undefined) {
      bytes = encode(await getChanges(client.actor, moved), moved.seq);
      ready.set(key, bytes);
    }
    sendTo(client, bytes);
    client.seq = moved.seq;
  }
}

async function renewedSince(seq: number): Promise<string[]> {
  const { rows } = await pool().query<{ type: string }>({
    name: "renewed",
    text: `SELECT DISTINCT "subjectType" AS type FROM "Event" WHERE seq > $1 AND "subjectType" = ANY($2::text[])`,
    values: [seq, RENEWING],
  });
  return rows.map(({ type }) => type);
}

/** What ends sessions where it must: others need not come back because somebody signed in. */
const OF_ONE = ["account", "session", "token"];

/** Ends the streams whose session or account is no more; after a change of posts, all of them. */
async function renew(to: Hub, types: string[]): Promise<void> {
  const everyone = types.some((type) => !OF_ONE.includes(type));
  const dead = everyone ? null : await lapsed([...to.clients]);
  for (const client of [...to.clients]) {
    if (dead === null || dead.has(leaveOf(client))) end(to, client);
  }
}

/** What lets a stream stay open: its session, or the access token of a script. */
const leaveOf = ({ actor }: Client): string =>
  actor.tokenId === undefined ? `s${actor.sessionId}` : `t${actor.tokenId}`;

/** The sessions and tokens of these streams that hold no longer. */
async function lapsed(clients: Client[]): Promise<Set<string>> {
  const sessions = clients.flatMap(({ actor }) => (actor.tokenId === undefined ? [actor.sessionId] : []));
  const tokens = clients.flatMap(({ actor }) => actor.tokenId ?? []);
  const { rows } = await pool().query<{ leave: string }>({
    name: "held",
    text: `SELECT 's' || s.id AS leave FROM "Session" s JOIN "Account" a ON a.id = s."accountId"
      WHERE s.id = ANY($1::text[]) AND s."endedAt" IS NULL AND s."expiresAt" > now() AND a."disabledAt" IS NULL
        AND s."lastActiveAt" > now() - make_interval(mins => $3)
      UNION ALL SELECT 't' || k.id FROM "AccessToken" k JOIN "Account" a ON a.id = k."accountId"
      WHERE k.id = ANY($2::int[]) AND k."revokedAt" IS NULL AND k."expiresAt" > now() AND a."disabledAt" IS NULL`,
    values: [[...new Set(sessions)], [...new Set(tokens)], env().GUATU_IDLE_MINUTES],
  });
  const held = new Set(rows.map(({ leave }) => leave));
  return new Set(clients.map(leaveOf).filter((leave) => !held.has(leave)));
}

function end(to: Hub, client: Client): void {
  to.clients.delete(client);
  client.close();
}

const BEAT = Buffer.from(": \n\n");

function beat(): void {
  const to = hub();
  for (const client of to.clients) client.send(BEAT);
  void lapsed([...to.clients])
    .then((dead) => {
      for (const client of [...to.clients]) if (dead.has(leaveOf(client))) end(to, client);
    })
    .catch(() => undefined);
}

/** Ends every stream, so that the server can stop. */
export function closeAll(): void {
  const to = holder.__guatuHub;
  if (!to) return;
  for (const client of [...to.clients]) end(to, client);
}

export function countClients(): number {
  return holder.__guatuHub?.clients.size ?? 0;
}

/** Ends the hub itself, its listener and clocks; for tests. */
export async function leaveAll(): Promise<void> {
  const to = holder.__guatuHub;
  holder.__guatuHub = undefined;
  for (const timer of to?.timers ?? []) clearInterval(timer);
  await to?.listener?.end();
}
