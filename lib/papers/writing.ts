import { existsSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { Worker } from "node:worker_threads";
import type { Document } from "./document-rules";

/** Has files written by a thread of their own, one after the other; the thread ends when nobody asked for a while. */

export type Format = "docx" | "xlsx";
export type Asked = { id: number; format: Format; document: Document };
export type Answered = { id: number; bytes: Uint8Array; error?: undefined } | { id: number; error: string };

type Waiting = { resolve: (bytes: Uint8Array) => void; reject: (error: Error) => void };
type Thread = { worker: Worker; waiting: Map<number, Waiting>; rest: NodeJS.Timeout | null };

const REST_MS = 20_000;
/** A runaway paper ends its thread and not the product. */
const LIMITS = { maxOldGenerationSizeMb: 512 };
const COMPILED = ".next/cache/start/papers-worker.mjs";
const SOURCE = "lib/papers/worker.ts";

const holder = globalThis as unknown as { __guatuPapers?: Thread | undefined };
let count = 0;

/** The bytes of a paper as a file. */
export function writeFile(format: Format, document: Document): Promise<Uint8Array> {
  holder.__guatuPapers ??= begin();
  const thread = holder.__guatuPapers;
  if (thread.rest) clearTimeout(thread.rest);
  thread.rest = null;
  thread.worker.ref();
  count += 1;
  const id = count;
  return new Promise((resolve, reject) => {
    thread.waiting.set(id, { resolve, reject });
    thread.worker.postMessage({ id, format, document } satisfies Asked);
  });
}

function begin(): Thread {
  const thread: Thread = { worker: start(), waiting: new Map(), rest: null };
  thread.worker.on("message", (answer: Answered) => {
    const waiting = thread.waiting.get(answer.id);
    thread.waiting.delete(answer.id);
    if (answer.error === undefined) waiting?.resolve(answer.bytes);
    else waiting?.reject(new Error(answer.error));
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
  const compiled = path.join(process.cwd(), COMPILED);
  if (process.env.NODE_ENV === "production" && existsSync(compiled))
    return new Begun(compiled, { resourceLimits: LIMITS, execArgv: [] });
  const source = JSON.stringify(pathToFileURL(path.join(process.cwd(), SOURCE)).href);
  const bootstrap = `import("tsx/esm/api").then(({ register }) => { register(); return import(${source}); })`;
  return new Begun(bootstrap, { eval: true, resourceLimits: LIMITS, execArgv: [] });
}
