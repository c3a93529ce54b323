import { randomUUID } from "node:crypto";
import type { Product } from "../e2e/harness";
import { cpuOf } from "./measure/cpu";
import type { Figure } from "./measure/figures";
import { rawWrites, timed } from "./measure/floor";
import { withDb } from "./measure/people";
import { post } from "./measure/sender";

const EACH = 60;

/** Moving a card through the door, against UPDATE and INSERT in one transaction straight through `pg`. */
export async function commands(product: Product, headers: Record<string, string>): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const callers of [1, 16, 32]) {
    const ids = await cards(product.databaseUrl, callers);
    const floor = await rawWrites(product.databaseUrl, callers, callers === 1 ? 300 : EACH);
    const versions = new Map(ids);
    await timed(callers, 5, (caller) => move(product.url, headers, ids[caller]?.[0] ?? 0, versions));
    const cpu = cpuOf(product.pid);
    const ours = await timed(callers, callers === 1 ? 300 : EACH, (caller) =>
      move(product.url, headers, ids[caller]?.[0] ?? 0, versions),
    );
    const name = `move a card, ${callers} ${callers === 1 ? "caller" : "callers"}`;
    figures.push(
      {
        what: `${name}: p50`,
        value: ours.p50,
        floor: floor.p50,
        unit: "ms",
        aim: callers === 1 ? "≤ 5 ms" : "",
      },
      {
        what: `${name}: p95`,
        value: ours.p95,
        floor: floor.p95,
        unit: "ms",
        aim: callers === 1 ? "≤ 12 ms" : "",
      },
      {
        what: `${name}: rate`,
        value: ours.perSecond,
        floor: floor.perSecond,
        unit: "/s",
        aim: callers === 16 ? "≥ 0.4 ×" : "",
      },
      {
        what: `${name}: server each`,
        value: (cpuOf(product.pid) - cpu) / (callers * (callers === 1 ? 300 : EACH)),
        floor: null,
        unit: "ms cpu",
        aim: "",
      },
    );
  }
  return figures;
}

async function cards(databaseUrl: string, count: number): Promise<[id: number, version: number][]> {
  const { rows } = await withDb(databaseUrl, (db) =>
    db.query(`SELECT id, version FROM "Task" ORDER BY id DESC LIMIT $1`, [count]),
  );
  return rows.map((row) => [row.id, row.version]);
}

async function move(
  url: string,
  headers: Record<string, string>,
  taskId: number,
  versions: Map<number, number>,
): Promise<void> {
  const version = versions.get(taskId) ?? 1;
  const input = { taskId, version, afterTaskId: null, beforeTaskId: null };
  await post(`${url}/api/commands/task.reorder`, { ...headers, "idempotency-key": randomUUID() }, input);
  versions.set(taskId, version + 1);
}
