import path from "node:path";
import type { Client } from "pg";
import { migrate } from "../migrate";
import { say } from "../steps/say.mjs";
import { prepareJobs } from "./jobs";

/** Beside Prisma's own key: two instances on one server must not both sow the plan. */
const SEED_LOCK = 72707370;

/** Brings the tables up to this version and sows the plan where there is none. */
export async function prepareDatabase(client: Client, root: string): Promise<void> {
  const applied = await migrate(client, path.join(root, "prisma/migrations"), (name) => say("迁移", name));
  if (applied.length === 0) say("迁移", "无需更新");
  if (!(await prepareJobs(client)))
    say("提示", "数据库用户不能建立任务队列的模式，提醒和对外通知不会发出；请授予它在数据库中建立模式的权限");
  process.env.GUATU_APP_ROLE ??= await roleOf(client);
}

/** The role under which the product works; "none" where the server's owner did not let it be made. */
async function roleOf(client: Client): Promise<string> {
  const { rows } = await client.query(
    `SELECT pg_has_role(current_user, oid, 'MEMBER') AS usable FROM pg_roles WHERE rolname = 'guatu_app'`,
  );
  if (rows[0]?.usable) return "guatu_app";
  say("提示", "数据库用户不能建立角色 guatu_app，权限隔离较弱；处理办法见 npm run doctor");
  return "none";
}

/** Sows the plan of the year once. */
export async function seedOnce(client: Client): Promise<void> {
  await client.query("SELECT pg_advisory_lock($1)", [SEED_LOCK]);
  try {
    if (await exists(client, "Plan")) return;
    say("工作要点", "正在写入");
    const { seed } = await import("@/prisma/seed/seed");
    await seed();
    say("工作要点", "已写入");
  } finally {
    await client.query("SELECT pg_advisory_unlock($1)", [SEED_LOCK]);
  }
}

/** Whether a table has a row. */
export async function exists(client: Client, table: "Plan" | "Account"): Promise<boolean> {
  const { rows } = await client.query(`SELECT EXISTS (SELECT 1 FROM "${table}") AS any`);
  return rows[0].any;
}
