import { existsSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { Worker } from "node:worker_threads";
import type { Actor } from "../auth/permissions";
import { Forbidden, NotFound, Refused } from "../errors";
import type { Locale } from "../message-format";
import type { PaperFonts } from "../settings/rules";
import type { Document } from "./document-rules";
import type { Origin } from "./paper-queries";

/** Has papers made by a thread of their own, one after the other; the thread ends when nobody asked for a while. */

export type Format = "docx" | "xlsx" | "pdf";
/** A paper in hand, or one that the thread makes itself as somebody may see it. */
export type Job =
  | { document: Document; fonts?: PaperFonts }
  | { actor: Actor; kind: string; search: string; locale: Locale; reveal: boolean };
export type Written = { bytes: Uint8Array; title: string; origin: Origin | null };
export type Asked = { id: number; format: Format; job: Job };
export type Answered =
  | { id: number; written: Written }
  | { id: number; problem: "notFound" | "forbidden" | "refused" | "failed"; told: string };

type Waiting = { resolve: (written: Written) => void; reject: (error: Error) => void };
type Thread = { worker: Worker; waiting: Map<number, Waiting>; rest: NodeJS.Timeout | null };

const REST_MS = 60_000;
/** One paper at a time needs few connections. */
const CONNECTIONS = "2";
/** A runaway paper ends its thread and not the product. */
const LIMITS = { maxOldGenerationSizeMb: 512 };
const COMPILED = ".next/cache/start/papers-worker.mjs";
const SOURCE = "lib/papers/worker.ts";

const holder = globalThis as unknown as { __guatuPapers?: Thread | undefined };
let count = 0;

/** A paper as a file. @throws NotFound, Forbidden when this person may not see it */
export function writeFile(format: Format, job: Job): Promise<Written> {
  holder.__guatuPapers ??= begin();
  const thread = holder.__guatuPapers;
  if (thread.rest) clearTimeout(thread.rest);
  thread.rest = null;
  thread.worker.ref();
  count += 1;
  const id = count;
  return new Promise((resolve, reject) => {
    thread.waiting.set(id, { resolve, reject });
    thread.worker.postMessage({ id, format, job } satisfies Asked);
  });
}

function begin(): Thread {
  const thread: Thread = { worker: start(), waiting: new Map(), rest: null };
  thread.worker.on("message", (answer: Answered) => {
    const waiting = thread.waiting.get(answer.id);
    thread.waiting.delete(answer.id);
    if ("written" in answer) waiting?.resolve(answer.written);
    else waiting?.reject(errorOf(answer));
    if (thread.waiting.size === 0) rest(thread);
  });
  const end = (error: Error) => {
    if (holder.__guatuPapers === thread) holder.__guatuPapers = undefined;
    for (const { reject } of thread.waiting.values()) reject(error);
    thread.waiting.clear();
  };
  thread.worker.on("error", end);
  thread.worker.on("exit", () => end(new Error("the papers' thread ended")));
  return thread;
}

function errorOf({ problem, told }: Extract<Answered, { problem: unknown }>): Error {
  if (problem === "notFound") return new NotFound(told);
  if (problem === "refused") return new Refused(told);
  return problem === "forbidden" ? new Forbidden(told) : new Error(told);
}

function rest(thread: Thread): void {
  // Nobody waits for it: it keeps no test and no stop from ending.
  thread.worker.unref();
  thread.rest = setTimeout(() => {
    if (thread.waiting.size > 0) return;
    if (holder.__guatuPapers === thread) holder.__guatuPapers = undefined;
    void thread.worker.terminate();
  }, REST_MS);
  thread.rest.unref();
}

/** The compiled thread where the product was started from what is compiled; tests and development read the source. */
function start(): Worker {
  // Asked for at run time: a bundler that sees a thread begin wants to bundle its file.
  const { Worker: Begun } = process.getBuiltinModule("node:worker_threads");
  const env = { ...process.env, GUATU_POOL: CONNECTIONS };
  const compiled = path.join(process.cwd(), COMPILED);
  if (process.env.NODE_ENV === "production" && existsSync(compiled))
    return new Begun(compiled, { env, resourceLimits: LIMITS, execArgv: [] });
  const source = JSON.stringify(pathToFileURL(path.join(process.cwd(), SOURCE)).href);
  const bootstrap = `import("tsx/esm/api").then(({ register }) => { register(); return import(${source}); })`;
  return new Begun(bootstrap, { env, eval: true, resourceLimits: LIMITS, execArgv: [] });
}
