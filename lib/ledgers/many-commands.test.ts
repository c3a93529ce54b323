import { beforeAll, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/permissions";
import { withClock } from "@/lib/clock";
import { runCommand } from "@/lib/commands";
import { pool, prisma } from "@/lib/db";
import { Forbidden, NotFound, Refused, Stale } from "@/lib/errors";
import { ownerOf, savedOffice, savedTask, someActor } from "@/lib/testing/builders";
import { savedEntry, savedLedger } from "@/lib/testing/some-ledger";

let office: Awaited<ReturnType<typeof savedOffice>>;
let ledgerId: number;
let otherLedgerId: number;
let owner: Actor;

const on = <T>(day: string, work: () => Promise<T>) => withClock(new Date(`${day}T10:00:00+08:00`), work);
const run = (name: string, actor: Actor, input: object) =>
  on("2024-03-20", async () => (await runCommand(name, actor, input)).result);

beforeAll(async () => {
  await on("2024-03-01", async () => {
    office = await savedOffice();
    const taskId = await savedTask(office);
    ledgerId = await savedLedger(taskId);
    otherLedgerId = await savedLedger(taskId, { name: "别的" });
  });
  owner = { ...ownerOf(office), unitIds: [office.unitId] };
});

let made = 0;
const entries = async (count: number, ledger = ledgerId) => {
  const ids: number[] = [];
  for (let n = 0; n < count; n++) {
    ids.push(await on("2024-03-04", () => savedEntry(ledger, `某-${++made}`)));
  }
  return ids.map((entryId) => ({ entryId, version: 1 }));
};
const rows = (chosen: { entryId: number }[]) =>
  prisma().ledgerEntry.findMany({
    where: { id: { in: chosen.map(({ entryId }) => entryId) } },
    orderBy: { id: "asc" },
  });
const lastEvent = async (kind: string) => {
  const text = `SELECT actor, changes, reason FROM "Event" WHERE kind = $1 ORDER BY seq DESC LIMIT 1`;
  return (await pool().query(text, [kind])).rows[0];
};

test("many entries are given to one unit at once, with one row of the journal", async () => {
  const chosen = await entries(3);
  await run("entry.editMany", owner, { ledgerId, entries: chosen, unitId: office.otherUnitId });
  expect((await rows(chosen)).map(({ unitId, version }) => [unitId, version])).toEqual(
    Array.from({ length: 3 }, () => [office.otherUnitId, 2]),
  );
  expect((await lastEvent("entry.editMany")).changes).toMatchObject({ count: [null, 3] });
});

test("many entries are taken out for one reason", async () => {
  const chosen = await entries(2);
  await run("entry.removeMany", owner, { ledgerId, entries: chosen, reason: "重复登记" });
  expect((await rows(chosen)).map(({ removedOn, removedWhy }) => [removedOn, removedWhy])).toEqual([
    ["2024-03-20", "重复登记"],
    ["2024-03-20", "重复登记"],
  ]);
  expect((await lastEvent("entry.removeMany")).reason).toBe("重复登记");
});

test("one that somebody else was faster with stops all of them", async () => {
  const chosen = await entries(2);
  const [first, second] = chosen as [(typeof chosen)[number], (typeof chosen)[number]];
  const stale = [first, { ...second, version: 7 }];
  const wish = { ledgerId, entries: stale, unitId: office.otherUnitId };
  await expect(run("entry.editMany", owner, wish)).rejects.toThrow(Stale);
  expect((await rows(chosen)).map(({ version }) => version)).toEqual([1, 1]);
});

test("nothing chosen, the same one twice, one that is out or one of another ledger is refused", async () => {
  const chosen = await entries(2);
  const [first] = chosen as [(typeof chosen)[number]];
  const edit = (own: object) => run("entry.editMany", owner, { ledgerId, entries: chosen, ...own });
  await expect(edit({})).rejects.toEqual(new Refused("nothingChosen"));
  await expect(edit({ entries: [first, first], unitId: 1 })).rejects.toEqual(new Refused("twiceInBatch"));
  const elsewhere = await entries(1, otherLedgerId);
  await expect(edit({ entries: elsewhere, unitId: office.unitId })).rejects.toThrow(NotFound);
  await run("entry.removeMany", owner, { ledgerId, entries: [first], reason: "误录" });
  const again = { ledgerId, entries: [{ ...first, version: 2 }], reason: "再移" };
  await expect(run("entry.removeMany", owner, again)).rejects.toThrow(Refused);
});

test("those who may not add entries may do neither", async () => {
  const chosen = await entries(1);
  const stranger = someActor({ roles: ["observer"] });
  const wish = { ledgerId, entries: chosen };
  await expect(run("entry.editMany", stranger, { ...wish, unitId: office.unitId })).rejects.toThrow(
    Forbidden,
  );
  await expect(run("entry.removeMany", stranger, { ...wish, reason: "误录" })).rejects.toThrow(Forbidden);
});
