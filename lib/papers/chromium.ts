import { spawn } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { env } from "../env";
import { Refused } from "../errors";

/** Pages printed by a Chromium that is installed on this computer; none is ever downloaded. */

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
/** A page that takes longer is given up. */
const LIMIT_MS = 120_000;
/** It starts with nothing of this process but where programs lie, reads one file, whose own policy lets no script run, and reaches no network. */
const FLAGS = [
  ...["--headless", "--no-pdf-header-footer", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run"],
  ...[
    "--disable-extensions",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
  ...["--disable-quic", "--host-resolver-rules=MAP * ~NOTFOUND"],
];

let found: string | null | undefined;

/** Where it lies, by the setting or on the path; null where there is none or the setting is "off". */
export function findChromium(): string | null {
  found ??= look(env().GUATU_CHROMIUM);
  return found;
}

function look(set: string): string | null {
  if (set === "off") return null;
  if (set !== "") return isProgram(set) ? set : null;
  const folders = (process.env.PATH ?? "").split(path.delimiter).filter(Boolean);
  const places = NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return places.find(isProgram) ?? null;
}

function isProgram(place: string): boolean {
  try {
    accessSync(place, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

let last: Promise<unknown> = Promise.resolve();

/** One page after the other as a PDF; it needs nothing from outside. @throws Refused */
export function printPdf(html: string): Promise<Uint8Array> {
  const printed = last.then(() => print(html));
  last = printed.catch(() => undefined);
  return printed;
}

async function print(html: string): Promise<Uint8Array> {
  const program = findChromium();
  if (!program) throw new Refused("pdfNotHere");
  const folder = await mkdtemp(path.join(tmpdir(), "guatu-pdf-"));
  try {
    const [page, pdf] = [path.join(folder, "page.html"), path.join(folder, "page.pdf")];
    await writeFile(page, html, { mode: 0o600 });
    await run(
      program,
      [`--user-data-dir=${folder}`, `--print-to-pdf=${pdf}`, pathToFileURL(page).href],
      folder,
    );
    return await readFile(pdf);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

function run(program: string, more: readonly string[], folder: string): Promise<void> {
  // Root has no sandbox; everybody else keeps it.
  const root = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const given = { PATH: process.env.PATH ?? "", HOME: folder, TMPDIR: folder, LANG: "C.UTF-8" };
  const child = spawn(program, [...FLAGS, ...root, ...more], {
    env: given as unknown as NodeJS.ProcessEnv,
    stdio: "ignore",
    detached: true,
  });
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => {
      // With all that it began.
      if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
      reject(new Refused("pdfTooSlow"));
    }, LIMIT_MS);
    child.on("error", reject);
    child.on("close", (code) => {
      clearTimeout(late);
      if (code === 0) resolve();
      else reject(new Error(`chromium ended with ${code}`));
    });
  });
}
