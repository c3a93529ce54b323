import { type Embedded, startEmbedded } from "../embedded";
import type { Watchers } from "../embedded/supervise";
import { say } from "../steps/say.mjs";
import { connectChecked } from "./connect";

export const DATABASE = "guatu";

/** The database of this run, open and fit for use. */
export interface Database {
  url: string;
  /** Stops what this run started; an outside server is left alone. */
  stop: () => Promise<void>;
}

/** The server that DATABASE_URL names, else the embedded one of the data folder. @throws Fault where there is none */
export async function openDatabase(folder: string, watchers: Watchers): Promise<Database> {
  const outside = process.env.DATABASE_URL;
  if (outside) {
    await (await connectChecked(outside)).end();
    say("数据库", "已连接");
    return { url: outside, stop: async () => undefined };
  }
  const onNew = () => say("数据库", "正在新建");
  const embedded = await startEmbedded({ folder, database: DATABASE, onNew, ...watchers });
  say("数据库", stateOf(embedded));
  return { url: embedded.url, stop: embedded.stop };
}

function stateOf(embedded: Embedded): string {
  return embedded.adopted ? "已接管（上次没有正常停止）" : "已启动";
}
