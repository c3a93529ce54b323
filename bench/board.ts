import type { Product } from "../e2e/harness";
import { perCall } from "./measure/cpu";
import type { Figure } from "./measure/figures";
import { emptyTasks, fill } from "./measure/fill";
import { bareServer } from "./measure/floor";
import { withDb } from "./measure/people";

const SIZES = [500, 5_000, 20_000] as const;
const AIMS = {
  500: ["≤ 8 ms", "≤ 15 kB"],
  5000: ["≤ 40 ms", "≤ 130 kB"],
  20000: ["≤ 150 ms", "≤ 500 kB"],
} as const;

/** Opening the board: processor time of the server and bytes, against a bare server that sends the same bytes. */
export async function board(product: Product, headers: Record<string, string>): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const size of SIZES) figures.push(...(await atSize(product, headers, size)));
  return figures;
}

async function atSize(
  product: Product,
  headers: Record<string, string>,
  size: (typeof SIZES)[number],
): Promise<Figure[]> {
  await emptyTasks(product.databaseUrl);
  await fill(product.databaseUrl, size);
  await touchEverything(product.databaseUrl);
  const open = async () =>
    Buffer.from(
      await (
        await fetch(`${product.url}/api/board`, { headers: { ...headers, "accept-encoding": "identity" } })
      ).arrayBuffer(),
    );
  const first = await perCall(product.pid, 1, open);
  const bytes = await rawBytes(`${product.url}/api/board`, headers);
  const miss = await perCall(product.pid, 10, async () => {
    await oneChange(product.databaseUrl);
    await open();
  });
  const cached = await perCall(product.pid, 200, open);
  const noop = await perCall(product.pid, 200, () =>
    fetch(`${product.url}/api/commands/none`).then((answer) => answer.text()),
  );
  const bare = await bareServer(bytes);
  const floor = await perCall(bare.pid, 200, () => fetch(bare.url).then((answer) => answer.arrayBuffer()));
  bare.stop();
  const [cpuAim, byteAim] = AIMS[size];
  const name = `board of ${size}`;
  return [
    { what: `${name}: first read`, value: first.cpu, floor: null, unit: "ms cpu", aim: "" },
    { what: `${name}: open after a change`, value: miss.cpu, floor: floor.cpu, unit: "ms cpu", aim: cpuAim },
    {
      what: `${name}: open again, against a bare server`,
      value: cached.cpu,
      floor: floor.cpu,
      unit: "ms cpu",
      aim: "",
    },
    {
      what: `${name}: open again, against a route that does nothing`,
      value: cached.cpu,
      floor: noop.cpu,
      unit: "ms cpu",
      aim: "≤ 2 ×",
    },
    { what: `${name}: bytes`, value: bytes.length / 1000, floor: null, unit: "kB gzip", aim: byteAim },
  ];
}

// The rows came past the journal, so the server is told by one that makes it read everything again.
async function touchEverything(databaseUrl: string): Promise<void> {
  await journal(databaseUrl, `(SELECT id FROM "Task")`);
}

async function oneChange(databaseUrl: string): Promise<void> {
  await journal(databaseUrl, `(SELECT id FROM "Task" ORDER BY random() LIMIT 1)`);
}

async function journal(databaseUrl: string, tasks: string): Promise<void> {
  await withDb(databaseUrl, (db) =>
    db.query(`INSERT INTO "Event" (at, actor, command, kind, "subjectType", "subjectId", "taskId", seq, "previousHash", hash)
      SELECT now(), 'bench', 'bench', 'bench', 'task', id, id, 0, '', '' FROM ${tasks} t`),
  );
}

/** The bytes as they travel; `fetch` would unpack them. */
async function rawBytes(url: string, headers: Record<string, string>): Promise<Buffer> {
  const { request } = await import("node:http");
  return new Promise((resolve, reject) => {
    const asked = request(url, { headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("end", () => resolve(Buffer.concat(chunks)));
    });
    asked.on("error", reject);
    asked.end();
  });
}
