import { CommandProblem, problemOf } from "./command-problem";
import { noteSession } from "./session";

export type Answer<R> = { seq: number; result: R };

/** Browsers allow 64 kB in all for requests that outlive their page. */
const MOST_KEPT_ALIVE = 16_000;

/** Waits before the same command is sent again, in milliseconds. */
const PAUSES = [400, 1200, 3000];

/** What is said when no server answers; replaced by the reader's language once the page knows it. */
const words = { offline: "offline", unreadable: "unexpected" };

export function speakOf(said: typeof words) {
  Object.assign(words, said);
}

/**
 * Sends one command to the door. A lost connection is tried again under the same key, so that nothing is done twice.
 * @param key the key of an earlier attempt at the same input
 * @throws CommandProblem
 */
export async function sendCommand<R>(
  name: string,
  input: unknown,
  { key = newKey() }: { key?: string } = {},
): Promise<Answer<R>> {
  const answer = await post(`/api/commands/${name}`, JSON.stringify(input), key);
  noteSession(answer.status !== 401);
  if (!answer.ok) throw await problemOf(answer, words.unreadable);
  return answer.json();
}

async function post(path: string, body: string, key: string): Promise<Response> {
  const headers = { "content-type": "application/json", "idempotency-key": key };
  // A change that is shown already must arrive even when the page is closed right after it.
  const keepalive = body.length < MOST_KEPT_ALIVE;
  for (const pause of [...PAUSES, null]) {
    const answer = await fetch(path, { method: "POST", headers, body, keepalive }).catch(() => null);
    if (answer && (answer.status !== 503 || pause === null)) return answer;
    if (pause === null) break;
    await new Promise((resolve) => setTimeout(resolve, pause * (0.5 + Math.random())));
  }
  throw new CommandProblem({ status: 0, code: "offline", title: words.offline });
}

/** A random UUID; `crypto.randomUUID` is missing on plain http, where many offices run. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 15) | 64;
  bytes[8] = ((bytes[8] ?? 0) & 63) | 128;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
