import { getPriority, setPriority } from "node:os";
import { parentPort } from "node:worker_threads";
import { Forbidden, NotFound, Refused } from "../errors";
import { forgetSettings, getSettings } from "../settings/queries";
import { DEFAULT_FONTS, type PaperFonts } from "../settings/rules";
import { printPdf } from "./chromium";
import { type Document, tablesOf } from "./document-rules";
import { writeExcel } from "./excel-writer";
import { fontsOf } from "./font-rules";
import { writePage } from "./page-writer";
import { paperOf } from "./paper-queries";
import { writeWord } from "./word-writer";
import type { Answered, Asked, Format, Job, Written } from "./writing";

const BEHIND = 10;

// A thread of its own, with connections of its own: reading and writing thousands of rows takes seconds, in which nobody
// else's page would move. On Linux a thread has a priority of its own, which what it starts inherits: whoever waits for a page
// goes first. Elsewhere it would be that of the whole product.
if (process.platform === "linux") setPriority(Math.max(BEHIND, getPriority()));
parentPort?.on("message", async ({ id, format, job }: Asked) => {
  const answer: Answered = await perform(format, job).then(
    (written) => ({ id, written }),
    (error) => ({ id, ...problemOf(error) }),
  );
  parentPort?.postMessage(answer, "written" in answer ? [answer.written.bytes.buffer as ArrayBuffer] : []);
});

async function perform(format: Format, job: Job): Promise<Written> {
  if ("document" in job) {
    const { document, fonts = DEFAULT_FONTS } = job;
    return { bytes: await write(format, document, fonts), title: document.title, origin: null };
  }
  // The office may have changed its mind since the last paper; the product's own memory of it is another thread's.
  forgetSettings();
  const { actor, kind, search, locale, reveal } = job;
  const { document, origin } = await paperOf(actor, kind, new URLSearchParams(search), locale, reveal);
  const { settings } = await getSettings();
  return { bytes: await write(format, document, settings.paperFonts), title: document.title, origin };
}

async function write(format: Format, document: Document, chosen: PaperFonts): Promise<Uint8Array> {
  if (format === "pdf") return new Uint8Array(await printPdf(writePage(document, chosen)));
  const fonts = fontsOf(chosen);
  if (format === "xlsx" && tablesOf(document).length === 0) throw new NotFound("table");
  // A copy of its own, because only that can be handed over without another.
  return new Uint8Array(
    format === "docx" ? await writeWord(document, fonts) : await writeExcel(document, fonts),
  );
}

function problemOf(error: unknown): {
  problem: "notFound" | "forbidden" | "refused" | "failed";
  told: string;
} {
  if (error instanceof NotFound) return { problem: "notFound", told: error.message };
  if (error instanceof Forbidden) return { problem: "forbidden", told: error.action };
  if (error instanceof Refused) return { problem: "refused", told: error.code };
  return { problem: "failed", told: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}
