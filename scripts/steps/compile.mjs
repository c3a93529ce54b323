// @ts-check
// Compiles the start: node scripts/steps/compile.mjs <folder>
import { build } from "esbuild";

await build({
  entryPoints: { serve: "scripts/serve.ts", "papers-worker": "lib/papers/worker.ts" },
  outdir: process.argv[2],
  outExtension: { ".js": ".mjs" },
  bundle: true,
  splitting: true, // what only a first start needs stays apart
  format: "esm",
  platform: "node",
  target: "node20",
  packages: "external",
  logLevel: "warning",
});
