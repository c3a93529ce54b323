import { fork } from "node:child_process";
import { once } from "node:events";
import pg from "pg";
import { quantile } from "./figures";

/** The least that could do the job on this machine, measured in the same run. */

/** A bare HTTP server in a process of its own that sends the same bytes. */
export async function bareServer(bytes: Buffer): Promise<{ url: string; pid: number; stop: () => void }> {
  const child = fork(new URL("./bare-server.mjs", import.meta.url), { serialization: "advanced" });
  child.send(bytes);
  const [port] = (await once(child, "message")) as [number];
  return { url: `http://127.0.0.1:${port}/`, pid: child.pid ?? 0, stop: () => child.kill() };
}

export type Writes = { p50: number; p95: number; perSecond: number };

/** UPDATE and INSERT in one transaction, four trips, straight through `pg`: each caller on a row of its own. */
export async function rawWrites(databaseUrl: string, callers: number, each: number): Promise<Writes> {
  const setUp = new pg.Client(databaseUrl);
  await setUp.connect();
  await setUp.query(
    "CREATE TABLE IF NOT EXISTS bench_row (id int PRIMARY KEY, n int); CREATE TABLE IF NOT EXISTS bench_event (id bigserial, row int, text text)",
  );
  await setUp.query("INSERT INTO bench_row SELECT n, 0 FROM generate_series(1, 64) n ON CONFLICT DO NOTHING");
  const pool = new pg.Pool({ connectionString: databaseUrl, max: callers });
  const figures = await timed(callers, each, async (caller) => {
    const client = await pool.connect();
    await client.query("BEGIN");
    await client.query({
      name: "u",
      text: "UPDATE bench_row SET n = n + 1 WHERE id = $1",
      values: [caller + 1],
    });
    await client.query({
      name: "i",
      text: "INSERT INTO bench_event (row, text) VALUES ($1, $2)",
      values: [caller + 1, "x".repeat(200)],
    });
    await client.query("COMMIT");
    client.release();
  });
  await pool.end();
  await setUp.query("DROP TABLE bench_row, bench_event");
  await setUp.end();
  return figures;
}

/** Runs `work` `each` times for every caller, the callers beside each other. */
export async function timed(
  callers: number,
  each: number,
  work: (caller: number, turn: number) => Promise<unknown>,
): Promise<Writes> {
  const times: number[] = [];
  const begun = performance.now();
  await Promise.all(
    Array.from({ length: callers }, async (_, caller) => {
      for (let turn = 0; turn < each; turn++) {
        const at = performance.now();
        await work(caller, turn);
        times.push(performance.now() - at);
      }
    }),
  );
  const seconds = (performance.now() - begun) / 1000;
  return { p50: quantile(times, 0.5), p95: quantile(times, 0.95), perSecond: times.length / seconds };
}
