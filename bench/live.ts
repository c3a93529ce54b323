import { randomUUID } from "node:crypto";
import { get } from "node:http";
import type { Product } from "../e2e/harness";
import { cpuOf, memoryOf } from "./measure/cpu";
import { type Figure, quantile } from "./measure/figures";
import { withDb } from "./measure/people";
import { post } from "./measure/sender";

const CHANGES = 20;

/** From a command's sending to the arrival at every open browser; the floor is the command's own answer. */
export async function live(product: Product, headers: Record<string, string>): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const viewers of [300, 1000]) figures.push(...(await atViewers(product, headers, viewers)));
  return figures;
}

async function atViewers(
  product: Product,
  headers: Record<string, string>,
  viewers: number,
): Promise<Figure[]> {
  const idle = memoryOf(product.pid);
  const head = (await (await fetch(`${product.url}/api/health`)).json()) as { seq: number };
  let sentAt = 0;
  let delays: number[] = [];
  const streams: (() => void)[] = [];
  const open = () =>
    stream(`${product.url}/api/live?after=${head.seq}`, headers, () =>
      delays.push(performance.now() - sentAt),
    );
  while (streams.length < viewers) streams.push(...(await Promise.all(Array.from({ length: 50 }, open))));
  await new Promise((resolve) => setTimeout(resolve, 2000));
  const all: number[] = [];
  const answers: number[] = [];
  const cpu = cpuOf(product.pid);
  for (let n = 0; n < CHANGES; n++) {
    delays = [];
    sentAt = performance.now();
    await oneMove(product, headers);
    answers.push(performance.now() - sentAt);
    const until = performance.now() + 5000;
    while (delays.length < viewers && performance.now() < until)
      await new Promise((resolve) => setTimeout(resolve, 5));
    if (delays.length < viewers) throw new Error(`only ${delays.length} of ${viewers} viewers heard`);
    all.push(...delays.slice(0, viewers));
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
  const spent = (cpuOf(product.pid) - cpu) / CHANGES;
  const loaded = memoryOf(product.pid);
  for (const close of streams) close();
  const floor = quantile(answers, 0.5);
  return [
    {
      what: `live, ${viewers} viewers: p50`,
      value: quantile(all, 0.5),
      floor,
      unit: "ms",
      aim: viewers === 300 ? "≤ 40 ms" : "",
    },
    {
      what: `live, ${viewers} viewers: p95`,
      value: quantile(all, 0.95),
      floor,
      unit: "ms",
      aim: viewers === 300 ? "≤ 100 ms" : "",
    },
    {
      what: `live, ${viewers} viewers: p99`,
      value: quantile(all, 0.99),
      floor,
      unit: "ms",
      aim: viewers === 1000 ? "≤ 250 ms" : "",
    },
    {
      what: `live, ${viewers} viewers: server per change`,
      value: spent,
      floor: null,
      unit: "ms cpu",
      aim: "",
    },
    { what: `live, ${viewers} viewers: memory`, value: loaded, floor: idle, unit: "MB", aim: "≤ 400 MB" },
  ];
}

function stream(url: string, headers: Record<string, string>, heard: () => void): Promise<() => void> {
  return new Promise((resolve, reject) => {
    const asked = get(url, { headers, agent: false }, (answer) => {
      if (answer.statusCode !== 200) reject(new Error(`stream: ${answer.statusCode}`));
      answer.on("data", (chunk: Buffer) => {
        if (chunk.includes("data: {")) heard();
      });
      resolve(() => asked.destroy());
    });
    asked.on("error", () => undefined);
  });
}

async function oneMove(product: Product, headers: Record<string, string>): Promise<void> {
  const { rows } = await withDb(product.databaseUrl, (db) =>
    db.query(`SELECT id, version FROM "Task" ORDER BY id DESC LIMIT 1`),
  );
  const { id: taskId, version } = rows[0];
  const input = { taskId, version, afterTaskId: null, beforeTaskId: null };
  await post(
    `${product.url}/api/commands/task.reorder`,
    { ...headers, "idempotency-key": randomUUID() },
    input,
  );
}
