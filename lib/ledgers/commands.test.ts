import { beforeAll, describe, expect, test } from "vitest";
import { BadInput } from "@/lib/api";
import type { Actor } from "@/lib/auth/permissions";
import { withClock } from "@/lib/clock";
import { runCommand } from "@/lib/commands";
import { pool, prisma } from "@/lib/db";
import { Forbidden, NotFound, Refused, Stale } from "@/lib/errors";
import { ownerOf, savedOffice, savedTask, someActor, supervisor } from "@/lib/testing/builders";
import { savedEntry, savedLedger, someLedger } from "@/lib/testing/some-ledger";

let office: Awaited<ReturnType<typeof savedOffice>>;
let taskId: number;
let ledgerId: number;
let owner: Actor;
const unitHand = () =>
  someActor({ name: "组员", accountId: null, roles: ["staff"], unitIds: [office.otherUnitId] });

const on = <T>(day: string, work: () => Promise<T>) => withClock(new Date(`${day}T10:00:00+08:00`), work);
const run = <R = Record<string, number>>(name: string, actor: Actor, input: object, day = "2024-03-20") =>
  on(day, async () => (await runCommand<R>(name, actor, input)).result);

beforeAll(async () => {
  await on("2024-03-01", async () => {
    office = await savedOffice();
    taskId = await savedTask(office);
    ledgerId = await savedLedger(taskId);
  });
  owner = ownerOf(office);
});

let made = 0;
const entry = (own: Record<string, unknown> = {}, day = "2024-03-04") =>
  on(day, () => savedEntry(ledgerId, `某-${++made}`, own));
const row = (id: number) => prisma().ledgerEntry.findUniqueOrThrow({ where: { id } });
const moves = (entryId: number) =>
  prisma().ledgerMove.findMany({ where: { entryId }, orderBy: { id: "asc" } });
const journal = async (kind: string) => {
  const text = `SELECT actor, "taskId", changes, reason FROM "Event" WHERE kind = $1 ORDER BY seq DESC LIMIT 1`;
  return (await pool().query(text, [kind])).rows[0];
};
const traces = async () => [
  (await pool().query(`SELECT count(*)::int AS n FROM "Event" WHERE kind <> 'denied'`)).rows[0].n,
  (await pool().query(`SELECT count(*)::int AS n, sum(version)::int AS v FROM "LedgerEntry"`)).rows[0],
  await prisma().ledgerMove.count(),
  await prisma().ledger.aggregate({ _sum: { version: true } }),
];
async function leavesNoTrace(work: () => Promise<unknown>, error: unknown): Promise<void> {
  const before = await traces();
  await expect(work()).rejects.toEqual(error);
  expect(await traces()).toEqual(before);
}

describe("a ledger", () => {
  test("is defined by a supervisor, with its record", async () => {
    const { ledgerId: id } = await run("ledger.define", supervisor(), {
      ...{ taskId, name: "另一清单", entryWord: "件" },
      stages: someLedger().stages.map(({ tracks: _, ...stage }) => stage),
    });
    expect(await prisma().ledger.findUniqueOrThrow({ where: { id: id ?? 0 } })).toMatchObject({
      taskId,
      order: 1,
    });
    expect(await journal("ledger.define")).toMatchObject({ actor: "督查员", taskId });
  });

  test("is not defined by the owner, nor of half a definition", async () => {
    const input = { taskId, name: "某", entryWord: "件", stages: someLedger().stages };
    await leavesNoTrace(() => run("ledger.define", owner, input), new Forbidden("ledger.define"));
    await leavesNoTrace(() => run("ledger.define", supervisor(), input), new Refused("stageOnUnknownTrack"));
  });

  test("keeps a stage in which an entry stands, and lets its name change", async () => {
    const own = await on("2024-03-01", () => savedLedger(taskId, { name: "改动清单" }));
    const id = await on("2024-03-04", () => savedEntry(own, "甲"));
    const { stages } = someLedger();
    const gone = stages.filter(({ key }) => key !== "open");
    const change = (version: number, more: object) =>
      run("ledger.change", supervisor(), { ledgerId: own, version, ...more });
    await leavesNoTrace(() => change(1, { stages: gone }), new Refused("stageInUse"));
    const renamed = stages.map((stage) =>
      stage.key === "open" ? { ...stage, name: "待签", days: 3 } : stage,
    );
    await change(1, { stages: renamed });
    expect((await row(id)).stageDue).toBe("2024-03-07");
    await expect(change(1, { name: "再改" })).rejects.toThrow(Stale);
  });

  test("that is closed takes no more moves", async () => {
    const own = await on("2024-03-01", () => savedLedger(taskId, { name: "关闭清单" }));
    const id = await on("2024-03-04", () => savedEntry(own, "甲"));
    await run("ledger.close", supervisor(), { ledgerId: own, version: 1, reason: "完成" });
    const move = () => run("entry.move", owner, { entryId: id, version: 1, stage: "signed" });
    await leavesNoTrace(move, new Refused("ledgerClosed", { entry: "甲" }));
  });
});

describe("an entry", () => {
  test("begins at the head of its track, with its deadline in working days", async () => {
    const id = await entry({ track: "court", unitId: office.otherUnitId });
    expect(await row(id)).toMatchObject({ stage: "open", stageSince: "2024-03-04", stageDue: "2024-03-18" });
    expect(await moves(id)).toMatchObject([{ fromStage: null, toStage: "open", toTrack: "court" }]);
  });

  test("has a code of its own in its ledger", async () => {
    await entry({}, "2024-03-04");
    const add = () => run("entry.add", owner, { ledgerId, code: `某-${made}`, data: { kind: "住宅" } });
    await leavesNoTrace(add, new Refused("codeTaken"));
  });

  test.each([
    [{ data: {} }, new Refused("fieldRequired", { field: "类型" })],
    [{ data: { kind: "住宅", area: "-2" } }, new Refused("fieldNegative", { field: "面积" })],
    [{ joinedOn: "2024-03-21" }, new Refused("dayAhead")],
    [{ stage: "ruled", track: "talks" }, new Refused("stageNotOnTrack")],
    [{ unitId: 999_999 }, new NotFound("unit")],
  ])("is not added with %j", async (own, error) => {
    const input = { ledgerId, code: "不成", data: { kind: "住宅" }, ...own };
    await leavesNoTrace(() => run("entry.add", owner, input), error);
  });

  test.each([
    { weight: 0 },
    { weight: -1 },
    { code: " " },
    { joinedOn: "2024-02-30" },
    { data: { KEY: "1" } },
  ])("is not even looked at with %j", async (own) => {
    await expect(run("entry.add", owner, { ledgerId, code: "不成", ...own })).rejects.toThrow(BadInput);
  });

  test("is filled in by the unit that answers for it, which does not change who that is", async () => {
    const id = await entry({ unitId: office.otherUnitId });
    await run("entry.edit", unitHand(), { entryId: id, version: 1, data: { area: "80" } });
    expect(await row(id)).toMatchObject({ version: 2, data: { kind: "住宅", area: "80" } });
    const seize = { entryId: id, version: 2, weight: 9 };
    await leavesNoTrace(() => run("entry.edit", unitHand(), seize), new Forbidden("entry.add"));
  });

  test("keeps a sensitive value that comes back masked, and tells the journal nothing of it", async () => {
    const id = await entry({ data: { kind: "住宅", owner: "王小明", phone: "13812341234" } });
    const data = { owner: "王＊", phone: "13900001111" };
    await run("entry.edit", owner, { entryId: id, version: 1, data });
    expect((await row(id)).data).toMatchObject({ owner: "王小明", phone: "13900001111" });
    const { changes } = await journal("entry.edit");
    expect(changes).toMatchObject({
      hidden: [null, "电话"],
      "·电话": ["138＊＊＊＊1234", "139＊＊＊＊1111"],
    });
    const all = (await pool().query(`SELECT string_agg(changes::text, '') AS text FROM "Event"`)).rows[0]
      .text;
    expect(all).not.toMatch(/王小明|13812341234|13900001111/);
  });

  test("leaves the figures from the day of its removal and comes back whole", async () => {
    const id = await entry();
    await run("entry.remove", owner, { entryId: id, version: 1, reason: "重复登记", day: "2024-03-19" });
    expect(await row(id)).toMatchObject({ removedOn: "2024-03-19", removedWhy: "重复登记" });
    const move = () => run("entry.move", owner, { entryId: id, version: 2, stage: "signed" });
    await leavesNoTrace(move, new Refused("entryRemoved", { entry: (await row(id)).code }));
    await run("entry.restore", owner, { entryId: id, version: 2 });
    expect(await row(id)).toMatchObject({ removedOn: null, removedWhy: null, version: 3 });
  });

  test("of a sensitive ledger does not exist for others, and is revealed to its unit with a record", async () => {
    const secret = await on("2024-03-01", () => savedLedger(taskId, { name: "信访", label: "sensitive" }));
    const own = { title: "土地纠纷", unitId: office.otherUnitId, data: { kind: "住宅", owner: "赵某" } };
    const id = await on("2024-03-04", () => savedEntry(secret, "信-1", own));
    const stranger = someActor({ roles: ["staff"] });
    await leavesNoTrace(
      () => run("entry.reveal", stranger, { entryId: id }),
      new NotFound(`ledger ${secret}`),
    );
    const { detail } = await run<{ detail: { masked: boolean; entry: { title: string; data: object } } }>(
      ...(["entry.reveal", unitHand(), { entryId: id }] as const),
    );
    expect(detail).toMatchObject({ masked: false, entry: { title: "土地纠纷", data: { owner: "赵某" } } });
    expect(await journal("entry.reveal")).toMatchObject({ actor: "组员", taskId });
  });
});
