import { parentPort } from "node:worker_threads";
import { writeExcel } from "./excel-writer";
import { writeWord } from "./word-writer";
import type { Answered, Asked } from "./writing";

// A thread of its own: three thousand rows take seconds, in which nobody else's page would move.
parentPort?.on("message", async ({ id, format, document }: Asked) => {
  try {
    const bytes = format === "docx" ? await writeWord(document) : await writeExcel(document);
    const copy = new Uint8Array(bytes);
    parentPort?.postMessage({ id, bytes: copy } satisfies Answered, [copy.buffer]);
  } catch (error) {
    parentPort?.postMessage({
      id,
      error: error instanceof Error ? (error.stack ?? error.message) : String(error),
    } satisfies Answered);
  }
});
