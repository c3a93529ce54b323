import next from "next";
import { connectChecked } from "./database/connect";
import { type Database, openDatabase } from "./database/open";
import { exists, prepareDatabase, seedOnce } from "./database/prepare";
import { addressOf, checkEnvironment, provideEnvironment } from "./environment";
import { Fault } from "./faults.mjs";
import { type Handler, type Listening, listen } from "./http";
import { claimDataFolder } from "./steps/data-folder.mjs";
import { buildWhenStale } from "./steps/fresh.mjs";
import { say, tell } from "./steps/say.mjs";
import { stopOnSignal } from "./stop";

export interface Plan {
  root: string;
  folder: string;
  dev: boolean;
  /** Called when the end begins. */
  onStop: () => void;
}

/** Brings the product up, in the order in which things can go wrong cheaply, and serves until it is told to stop. */
export async function serve(plan: Plan): Promise<void> {
  claimDataFolder(plan.folder);
  const host = process.env.HOST || "127.0.0.1";
  const listening = await listen(host, readPort(process.env.PORT));
  provideEnvironment(plan.folder, plan.dev, addressOf(host, listening.port));
  const { database, stopper } = await openWatched(plan, listening);
  try {
    const link = await prepare(plan, database);
    const app = next({
      dev: plan.dev,
      dir: plan.root,
      hostname: host,
      port: listening.port,
      httpServer: listening.server,
    });
    await app.prepare();
    if (stopper.isStopping()) return;
    listening.serveWith(await handlerOf(plan, app.getRequestHandler()));
    await startJobs();
    announce(link, database);
  } catch (error) {
    if (!stopper.isStopping()) tell(error); // what fails because the database was just stopped is no news
    stopper.stop(1);
  }
}

/** While developing, the framework answers everything, because it alone notices that a source changed. */
async function handlerOf({ dev }: Plan, framework: Handler): Promise<Handler> {
  if (dev) return framework;
  const { directly } = await import("./direct");
  return directly(framework);
}

function readPort(text = "3000"): number {
  const port = Number(text || "3000");
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Fault("portMalformed", { port: text });
  return port;
}

/** Opens the database; from here on a signal, or a database that does not come back, stops everything in order. */
async function openWatched(plan: Plan, listening: Listening) {
  let stop = (code: number): void => process.exit(code);
  const database = await openDatabase(plan.folder, {
    onRestart: () => say("数据库", "意外中断，已重新启动"),
    onLost: (fault) => {
      tell(fault);
      stop(1);
    },
  });
  process.env.DATABASE_URL = database.url;
  const stopper = stopOnSignal(listening.server, plan.onStop, async () => {
    await endJobs();
    await database.stop();
  });
  stop = stopper.stop;
  process.once("disconnect", () => stop(0)); // a test or bench that started it has ended
  return { database, stopper };
}

/** @returns the one-time set-up link, or null where somebody has an account */
async function prepare(plan: Plan, database: Database): Promise<string | null> {
  const client = await connectChecked(database.url);
  try {
    await prepareDatabase(client, plan.root);
    await checkEnvironment();
    await seedOnce(client);
    if (!plan.dev) await buildWhenStale(plan.root);
    if (await exists(client, "Account")) return null;
    const { renewSetupLink } = await import("@/lib/auth/setup");
    return `${process.env.NEXTAUTH_URL}/setup?token=${await renewSetupLink()}`;
  } finally {
    await client.end();
  }
}

let endJobs = async (): Promise<void> => undefined;

/** After the pages, since nobody waits for it: what is to be sent and to be remembered. */
async function startJobs(): Promise<void> {
  const jobs = await import("@/lib/notifications/jobs");
  endJobs = jobs.stopJobs;
  await jobs.startJobs().catch((error) => say("提醒和通知", `没有启动：${String(error)}`));
}

function announce(link: string | null, database: Database): void {
  const url = process.env.NEXTAUTH_URL;
  say("挂图", `已就绪 ${url}`);
  if (link) say("首次设置", `${link}（只能用一次，重新启动会换新）`);
  process.send?.({ url, setupLink: link, databaseUrl: database.url });
}
