import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { pool, prisma } from "@/lib/db";
import { databaseUrl } from "@/lib/testing/database";
import { robotSays, robotSink } from "@/lib/testing/some-sinks";
import { transact } from "@/lib/transaction";
import { prepareJobs } from "@/scripts/database/jobs";
import { seal } from "../seal";
import { startJobs, stopJobs } from "./jobs";
import { SEALED_FOR } from "./sealed-outlet";
import { writeMessages } from "./write-messages";

const robot = await robotSink(() => ({ takes: true, with: robotSays(0) }));
process.env.GUATU_OUTBOUND_HOSTS = `127.0.0.1:${robot.port}`;

beforeAll(async () => {
  const client = new pg.Client(databaseUrl());
  await client.connect();
  await prepareJobs(client);
  await prepareJobs(client); // a second start finds everything made
  await client.end();
  const address = `http://127.0.0.1:${robot.port}/`;
  const secret = seal(JSON.stringify({ address, secret: null }), SEALED_FOR);
  await prisma().outlet.create({
    data: { channel: "wecom", address, secret, enabled: true, updatedAt: new Date() },
  });
  await startJobs();
});
afterAll(async () => {
  await stopJobs();
  await robot.close();
});

test("the product's own role runs the jobs: a message leaves a moment after its command, without waiting for the minute", async () => {
  const who = await pool().query<{ name: string }>("SELECT current_user AS name");
  expect(who.rows[0]?.name).toBe("guatu_app");
  const { id } = await prisma().account.create({
    data: { name: "reader", passwordHash: "", roles: ["staff"] },
  });
  const said = {
    kind: "urged",
    taskId: null,
    link: "/",
    params: { count: 1 },
    sensitive: false,
    key: null,
  } as const;
  await transact((tx) => writeMessages(tx, [{ accountId: id, ...said }]));
  for (let n = 0; n < 200 && robot.heard.length === 0; n++) await new Promise((done) => setTimeout(done, 50));
  expect(robot.heard).toHaveLength(1);
  const { rows } = await pool().query("SELECT name, cron FROM public_jobs.schedule ORDER BY name");
  expect(rows).toEqual([
    { name: "dispatch", cron: "* * * * *" },
    { name: "remind", cron: "*/15 * * * *" },
  ]);
});
