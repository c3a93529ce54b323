import pg from "pg";
import { beforeAll, describe, expect, test } from "vitest";
import { runCommand } from "@/lib/commands";
import { Forbidden } from "@/lib/errors";
import { savedHouse } from "@/lib/testing/accounts";
import { savedOffice, savedTask, supervisor } from "@/lib/testing/builders";
import { databaseUrl } from "@/lib/testing/database";
import { checkChain, listJournal, PAGE_SIZE } from "./queries";
import { type Filter, filterOf } from "./rules";

let house: Awaited<ReturnType<typeof savedHouse>>;
const SECRET = "某户的门牌号码";
const all: Filter = { from: null, to: null, actor: null, area: null, before: null };
const read = (filter: Partial<Filter> = {}) => listJournal(house.audit, { ...all, ...filter });

beforeAll(async () => {
  house = await savedHouse();
  const office = await savedOffice();
  const taskId = await savedTask(office, { title: SECRET, goal: SECRET });
  const edit = { taskId, version: 1, goal: `${SECRET}变了`, reason: SECRET };
  await runCommand("task.edit", supervisor(), edit);
  await runCommand("comment.add", supervisor(), { taskId, text: SECRET });
  await runCommand("account.add", house.staff, { name: "lisi" }).catch(() => undefined);
});

describe("the journal for the audit administrator", () => {
  test("tells that work happened, by whom and to which task, and nothing of what it says", async () => {
    const { rows } = await read({ area: "work" });
    expect(rows.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(["task.add", "task.edit", "comment.add"]),
    );
    expect(rows.every(({ changes, reason }) => changes === null && reason === null)).toBe(true);
    expect(JSON.stringify(rows)).not.toContain(SECRET);
  });

  test("tells administration whole", async () => {
    const { rows } = await read({ area: "accounts" });
    expect(rows[0]).toMatchObject({ kind: "account.setRoles", changes: { roles: [[], ["staff"]] } });
  });

  test("tells what was denied, and sign-ins with their source", async () => {
    expect((await read({ area: "denied" })).rows).toMatchObject([
      { actor: "张三", changes: { command: [null, "account.add"] } },
    ]);
    expect((await read({ area: "signIn" })).rows[0]).toMatchObject({
      kind: "session.begin",
      source: "10.0.0.1",
    });
  });

  test("is filtered by actor, literally, and by day", async () => {
    expect(new Set((await read({ actor: "张" })).rows.map(({ actor }) => actor))).toEqual(new Set(["张三"]));
    expect((await read({ actor: "%" })).rows).toEqual([]);
    expect((await read({ to: "2020-01-01" })).rows).toEqual([]);
    expect((await read({ from: "2020-01-01" })).rows.length).toBeGreaterThan(5);
  });

  test("is read page by page without a gap or a twin", async () => {
    for (let i = 0; i < PAGE_SIZE; i++)
      await runCommand("setting.set", house.system, { reportFrom: (i % 20) + 1 });
    const first = await read();
    const second = await read({ before: first.next });
    expect(first.rows).toHaveLength(PAGE_SIZE);
    expect(second.rows[0]?.seq).toBe((first.rows.at(-1)?.seq ?? 0) - 1);
  });

  test("is closed to everybody else", async () => {
    for (const actor of [house.system, house.security, house.staff, supervisor()]) {
      await expect(listJournal(actor, all)).rejects.toBeInstanceOf(Forbidden);
      await expect(checkChain(actor)).rejects.toBeInstanceOf(Forbidden);
    }
  });
});

test("the check finds the journal whole, and then the row that somebody changed", async () => {
  expect(await checkChain(house.audit)).toMatchObject({ fault: null, events: expect.any(Number) });
  const owner = new pg.Client(databaseUrl());
  await owner.connect();
  // As somebody with every right over the server would: past the triggers.
  await owner.query("SET session_replication_role = replica");
  await owner.query(`UPDATE "Event" SET actor = '别人' WHERE seq = 7`);
  await owner.end();
  expect((await checkChain(house.audit)).fault).toEqual({ seq: 7, fault: "content" });
});

test("a filter is read from the address, and nonsense is left out", () => {
  const readDay = (text: string) => (/^\d{4}-\d{2}-\d{2}$/.test(text) ? text : null);
  const sent = { from: "2024-03-01", to: "soon", actor: " 张三 ", area: "signIn", before: "17" };
  expect(filterOf(sent, readDay)).toEqual({
    from: "2024-03-01",
    to: null,
    actor: "张三",
    area: "signIn",
    before: 17,
  });
  expect(filterOf({ area: "everything", before: "-1", actor: ["a", "b"] }, readDay)).toEqual(all);
});
