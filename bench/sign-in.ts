import type { Product } from "../e2e/harness";
import { cpuOf, memoryOf } from "./measure/cpu";
import { type Figure, quantile } from "./measure/figures";
import { addPeople, signIn } from "./measure/people";

const PEOPLE = 300;
const MINUTE_MS = 60_000;

/** Three hundred people sign in within a minute, from one address; beside it, what somebody who works already waits. */
export async function storm(product: Product, headers: Record<string, string>): Promise<Figure[]> {
  await addPeople(product.databaseUrl, PEOPLE);
  const calm = await waits(product, headers, 20);
  const begun = performance.now();
  const cpu = cpuOf(product.pid);
  const times: number[] = [];
  let busy = true;
  const others: number[] = [];
  const working = (async () => {
    while (busy) others.push(...(await waits(product, headers, 1)));
  })();
  await Promise.all(
    Array.from({ length: PEOPLE }, async (_, n) => {
      await new Promise((resolve) => setTimeout(resolve, (n / PEOPLE) * MINUTE_MS));
      const at = performance.now();
      await signIn(product.url, `b${n + 1}x`);
      times.push(performance.now() - at);
    }),
  );
  busy = false;
  await working;
  return [
    {
      what: "300 sign in within a minute: slowest",
      value: Math.max(...times),
      floor: null,
      unit: "ms",
      aim: "≤ 3,000 ms",
    },
    {
      what: "300 sign in within a minute: p50",
      value: quantile(times, 0.5),
      floor: null,
      unit: "ms",
      aim: "",
    },
    {
      what: "300 sign in within a minute: server each",
      value: (cpuOf(product.pid) - cpu) / PEOPLE,
      floor: null,
      unit: "ms cpu",
      aim: "",
    },
    {
      what: "meanwhile somebody opens the board: p99",
      value: quantile(others, 0.99),
      floor: quantile(calm, 0.5),
      unit: "ms",
      aim: "≤ 1,000 ms",
    },
    { what: "the whole took", value: (performance.now() - begun) / 1000, floor: 60, unit: "s", aim: "" },
    { what: "memory after it", value: memoryOf(product.pid), floor: null, unit: "MB", aim: "≤ 400 MB" },
  ];
}

async function waits(product: Product, headers: Record<string, string>, times: number): Promise<number[]> {
  const seen: number[] = [];
  for (let n = 0; n < times; n++) {
    const at = performance.now();
    await (await fetch(`${product.url}/api/board`, { headers })).arrayBuffer();
    seen.push(performance.now() - at);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return seen;
}
