import { board } from "../bench/board";
import { browser } from "../bench/browser";
import { commands } from "../bench/commands";
import { coverage } from "../bench/coverage";
import { dashboard } from "../bench/dashboard";
import { leagues } from "../bench/leagues";
import { ledgers } from "../bench/ledgers";
import { live } from "../bench/live";
import { memoryOf } from "../bench/measure/cpu";
import { type Figure, show } from "../bench/measure/figures";
import { fill } from "../bench/measure/fill";
import { addPeople, tokenHeader } from "../bench/measure/people";
import { meetings } from "../bench/meetings";
import { outbox } from "../bench/outbox";
import { papers } from "../bench/papers";
import { rollup } from "../bench/rollup";
import { rounds } from "../bench/rounds";
import { samplings } from "../bench/samplings";
import { storm } from "../bench/sign-in";
import { type Product, startProduct } from "../e2e/harness";

/** Measures an installation of its own: `npm run bench`, or some of it: `npm run bench -- board live`. */

type Part = (product: Product, headers: Record<string, string>) => Promise<Figure[]>;
const PARTS: Record<string, Part> = {
  board,
  commands,
  live,
  storm,
  browser,
  rollup,
  coverage,
  dashboard,
  leagues,
  ledgers,
  meetings,
  outbox,
  papers,
  rounds,
  samplings,
};

const asked = process.argv.slice(2).filter((name) => name in PARTS);
const names = asked.length > 0 ? asked : Object.keys(PARTS);

const product = await startProduct({
  env: { GUATU_TODAY: "2024-09-30", GUATU_COMMANDS_PER_MINUTE: "1000000" },
});
try {
  await addPeople(product.databaseUrl, 1);
  const headers = await tokenHeader(product.databaseUrl);
  await fill(product.databaseUrl, 500);
  await (await fetch(`${product.url}/api/board`, { headers })).arrayBuffer();
  console.log(
    show([{ what: "memory idle", value: memoryOf(product.pid), floor: null, unit: "MB", aim: "≤ 200 MB" }]),
  );
  for (const name of names) console.log(`\n${name}\n${show((await PARTS[name]?.(product, headers)) ?? [])}`);
} finally {
  await product.stop();
}
