// @ts-check
// The one way in: `npm start`, `npm run dev`, and `npm run doctor|account|demo|bench` (--run=…). Plain JavaScript,
// because it runs before anything is installed; what comes after the installation is TypeScript.
import path from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";
import { Fault } from "./faults.mjs";
import { tell } from "./steps/say.mjs";
import { loadTypeScript } from "./steps/typescript.mjs";

const ROOT = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), "..");

async function main() {
  checkNode(process.versions.node);
  process.chdir(ROOT);
  process.env.NEXT_TELEMETRY_DISABLED ??= "1";
  const { installWhenStale } = await import("./steps/install.mjs");
  const { compileWhenStale, generateWhenStale } = await import("./steps/fresh.mjs");
  const [option = "", ...rest] = process.argv.slice(2);
  if (option.startsWith("--run=")) {
    await installWhenStale(ROOT);
    await generateWhenStale(ROOT);
    const { runScript } = await loadTypeScript(path.join(ROOT, "scripts/run.ts"));
    process.exit(await runScript(option.slice("--run=".length), rest, ROOT));
  }
  const { makeDataFolder } = await import("./steps/data-folder.mjs");
  const folder = makeDataFolder(ROOT);
  const held = await holdDataFolder(folder);
  await installWhenStale(ROOT);
  await generateWhenStale(ROOT);
  const { serve } = await import(pathToFileURL(await compileWhenStale(ROOT)).href);
  await serve({ root: ROOT, folder, dev: option === "--dev", onStop: () => held?.announceEnd() });
}

/** @param {string} version */
function checkNode(version) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19)) throw new Fault("nodeTooOld", { version });
}

/** @param {string} folder */
async function holdDataFolder(folder) {
  // Several instances over one outside database may share the folder of the evidence files.
  if (process.env.DATABASE_URL && process.env.GUATU_SHARED_DATA === "1") return null;
  const { lockAfterEnd } = await import("./steps/lock.mjs");
  const held = await lockAfterEnd(folder, "data");
  if (held === null) throw new Fault("running", { folder });
  return held;
}

// Whoever reads the output may go away (a closed terminal, `| head`); the product goes on without a reader.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);

main().catch((error) => {
  tell(error);
  process.exit(1);
});
