import pg from "pg";
import { beforeEach, describe, expect, test } from "vitest";
import { pool, prisma, type Tx } from "./db";
import { problemOf } from "./door";
import { Prisma } from "./generated/prisma/client";
import { databaseUrl, freshDatabase } from "./testing/database";
import { finish, transact } from "./transaction";

beforeEach(freshDatabase);

const put = (key: string) => `INSERT INTO "Setting" (key, value) VALUES ('${key}', '1') RETURNING key`;
const keys = async () =>
  (await pool().query(`SELECT key FROM "Setting" ORDER BY key`)).rows.map(({ key }) => key);
const withModels = (tx: Tx, key: string) => tx.setting.create({ data: { key, value: 1 } });

describe("a transaction", () => {
  test("keeps raw statements and models together, and sees its own of both kinds", async () => {
    const seen = await transact(async (tx) => {
      await tx.$queryRawUnsafe(put("raw"));
      await withModels(tx, "model");
      expect(await keys()).toEqual([]);
      const rows = await tx.$queryRaw<{ key: string }[]>`SELECT key FROM "Setting" ORDER BY key`;
      return [rows.map(({ key }) => key), await tx.setting.count()];
    });
    expect(seen).toEqual([["model", "raw"], 2]);
    expect(await keys()).toEqual(["model", "raw"]);
  });

  test.each<[string, (tx: Tx) => Promise<unknown>]>([
    ["its own code", () => Promise.reject(new Error("no"))],
    ["a raw statement", (tx) => tx.$executeRawUnsafe("SELECT 1 / 0")],
    ["a model", (tx) => withModels(tx, "raw")],
    ["its last statement", (tx) => finish(tx, put("raw"), [])],
    ["a failure that was hidden", (tx) => tx.$executeRawUnsafe("SELECT 1 / 0").catch(() => undefined)],
  ])("leaves nothing after a failure of %s", async (_, fail) => {
    const all = transact(async (tx) => {
      await tx.$queryRawUnsafe(put("raw"));
      await withModels(tx, "model");
      await fail(tx);
    });
    await expect(all).rejects.toThrow();
    expect(await keys()).toEqual([]);
    await transact((tx) => finish(tx, put("after"), []));
    expect(await keys()).toEqual(["after"]);
  });

  test("on a connection that the database cut is told as unavailable, and the next one works", async () => {
    const cut = transact(async (tx) => {
      const [own] = await tx.$queryRaw<{ pid: number }[]>`SELECT pg_backend_pid() AS pid`;
      const owner = new pg.Client(databaseUrl());
      await owner.connect();
      const waiting = tx.$queryRaw`SELECT 1 FROM pg_sleep(10)`;
      const ended = owner.query("SELECT pg_terminate_backend($1)", [own?.pid]).then(() => owner.end());
      await Promise.all([waiting, ended]);
    });
    const error = await cut.catch((caught: unknown) => caught);
    expect(problemOf(error)).toMatchObject({ status: 503, code: "unavailable" });
    expect(await transact((tx) => finish(tx, put("after"), []))).toEqual([{ key: "after" }]);
  });

  test("is over with its last statement", async () => {
    await transact(async (tx) => {
      await withModels(tx, "model");
      expect(await finish(tx, put("last"), [])).toEqual([{ key: "last" }]);
      expect(await keys()).toEqual(["last", "model"]);
      expect(() => tx.$queryRawUnsafe(put("late"))).toThrow("ended");
    });
  });

  test("twenty at once do not take each other's statements", async () => {
    const one = (n: number) =>
      transact(async (tx) => {
        await tx.$queryRawUnsafe(put(`r${n}`));
        if (n % 2) await withModels(tx, `m${n}`);
        if (n % 3 === 0) throw new Error("no");
        await finish(tx, put(`z${n}`), []);
      }).catch(() => undefined);
    await Promise.all(Array.from({ length: 20 }, (_, n) => one(n)));
    const kept = Array.from({ length: 20 }, (_, n) => n).filter((n) => n % 3 !== 0);
    const expected = kept.flatMap((n) => [`r${n}`, `z${n}`, ...(n % 2 ? [`m${n}`] : [])]);
    expect(await keys()).toEqual(expected.sort());
  });
});

test("raw values come as Prisma gives them", async () => {
  const sql = Prisma.sql`SELECT 7::int8 AS big, 1.50::numeric AS exact, ${[1, 2]}::int[] AS list,
    ${new Date("2024-09-30T01:02:03.004Z")}::timestamptz AS at, ${JSON.stringify({ a: 1 })}::jsonb AS json, 1.5::float8 AS float`;
  const ours = await transact((tx) => tx.$queryRaw(sql));
  expect(ours).toEqual(await prisma().$queryRaw(sql));
});
