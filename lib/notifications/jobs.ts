import PgBoss from "pg-boss";
import { pool } from "../db";
import { log } from "../log";
import { dispatch } from "./dispatch";
import { onNudge } from "./nudge";
import { remind } from "./remind";

/** Work by the clock, once for the office however many processes run: the jobs stand in the database. */

const ZONE = "Asia/Shanghai";
/** Another dispatcher works: what it has not seen is looked at again soon. */
const AGAIN_SECONDS = 5;

let running: PgBoss | null = null;

/** Starts the workers of this process. The tables were made when the installation was brought up to date. */
export async function startJobs(): Promise<void> {
  if (running) return;
  const boss = new PgBoss({ db: { executeSql: ask }, schema: await schemaName(), migrate: false });
  boss.on("error", (error) => log.warn({ error: String(error) }, "a job failed"));
  await boss.start();
  running = boss;
  const worker = await boss.work("dispatch", { pollingIntervalSeconds: 10 }, () => dispatchOnce(boss));
  await boss.work("remind", { pollingIntervalSeconds: 30 }, () => quietly("remind", remind));
  await boss.schedule("dispatch", "* * * * *", {}, { tz: ZONE });
  await boss.schedule("remind", "*/15 * * * *", {}, { tz: ZONE });
  onNudge(() => {
    boss.send("dispatch", {}).then(
      () => boss.notifyWorker(worker),
      (error) => log.warn({ error: String(error) }, "the dispatcher was not called"),
    );
  });
  await boss.send("remind", {});
}

/** Lets what is being sent finish, for at most ten seconds; what does not is sent again by whoever comes next. */
export async function stopJobs(): Promise<void> {
  const boss = running;
  running = null;
  onNudge(null);
  await boss?.stop({ graceful: true, wait: true, timeout: 10_000 });
}

async function dispatchOnce(boss: PgBoss): Promise<void> {
  await quietly("dispatch", async () => {
    if ((await dispatch()) === null) await boss.send("dispatch", {}, { startAfter: AGAIN_SECONDS });
  });
}

async function quietly(what: string, work: () => Promise<unknown>): Promise<void> {
  await work().catch((error) => log.warn({ what, error: String(error) }, "a job failed"));
}

const ask = (text: string, values: unknown[]) => pool().query(text, values);

async function schemaName(): Promise<string> {
  const { rows } = await pool().query<{ name: string }>("SELECT current_schema || '_jobs' AS name");
  return rows[0]?.name ?? "";
}
