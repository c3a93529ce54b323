import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/permissions";
import { withClock } from "@/lib/clock";
import { runCommand } from "@/lib/commands";
import { pool, prisma } from "@/lib/db";
import { Forbidden, NotFound, Refused, Stale } from "@/lib/errors";
import { keepUpload } from "@/lib/files/upload";
import { ownerOf, savedOffice, savedTask, someActor, supervisor } from "@/lib/testing/builders";
import { savedEntry, savedLedger, someLedger } from "@/lib/testing/some-ledger";

let office: Awaited<ReturnType<typeof savedOffice>>;
let taskId: number;
let ledgerId: number;
let owner: Actor;

const on = <T>(day: string, work: () => Promise<T>) => withClock(new Date(`${day}T10:00:00+08:00`), work);
const run = <R = Record<string, number>>(name: string, actor: Actor, input: object, day = "2024-03-20") =>
  on(day, async () => (await runCommand<R>(name, actor, input)).result);

beforeAll(async () => {
  await on("2024-03-01", async () => {
    office = await savedOffice();
    taskId = await savedTask(office, { supportUnitIds: [office.otherUnitId] });
    const stages = someLedger().stages.map((stage) =>
      stage.key === "gone" ? { ...stage, asksEvidence: true } : stage,
    );
    ledgerId = await savedLedger(taskId, { stages });
  });
  owner = { ...ownerOf(office), unitIds: [office.unitId] };
});

let made = 0;
const entry = (own: Record<string, unknown> = {}) =>
  on("2024-03-04", () => savedEntry(ledgerId, `某-${++made}`, own));
const row = (id: number) => prisma().ledgerEntry.findUniqueOrThrow({ where: { id } });
const moves = (entryId: number) =>
  prisma().ledgerMove.findMany({ where: { entryId }, orderBy: { id: "asc" } });
const move = (entryId: number, own: object, actor = owner, day = "2024-03-20") =>
  run("entry.move", actor, { entryId, version: 1, ...own }, day);
const standing = async () => (await prisma().standing.findUnique({ where: { taskId } }))?.progress;
const journal = async (kind: string) => {
  const text = `SELECT actor, "taskId", changes, reason FROM "Event" WHERE kind = $1 ORDER BY seq DESC`;
  return (await pool().query(text, [kind])).rows;
};
const traces = async () => [
  (await pool().query(`SELECT count(*)::int AS n FROM "Event" WHERE kind <> 'denied'`)).rows[0].n,
  (await pool().query(`SELECT sum(version)::int AS v, string_agg(stage, '' ORDER BY id) FROM "LedgerEntry"`))
    .rows[0],
  ...[await prisma().ledgerMove.count(), await prisma().evidence.count(), await prisma().recheck.count()],
];
async function leavesNoTrace(work: () => Promise<unknown>, error: unknown): Promise<void> {
  const before = await traces();
  await expect(work()).rejects.toEqual(error);
  expect(await traces()).toEqual(before);
}
async function ticket(): Promise<string> {
  const body = new Blob(["样例"]);
  const whole = { name: "a.txt", declared: body.size, signal: AbortSignal.timeout(10_000) };
  return (await keepUpload(owner, { body: body.stream(), ...whole })).ticket;
}

describe("a move", () => {
  test("goes on, is dated and recorded, and tells the task", async () => {
    const id = await entry();
    await move(id, { stage: "signed", day: "2024-03-15" });
    expect(await row(id)).toMatchObject({
      stage: "signed",
      stageSince: "2024-03-15",
      stageDue: null,
      version: 2,
    });
    expect((await moves(id)).at(-1)).toMatchObject({
      fromStage: "open",
      toStage: "signed",
      author: "责任人",
    });
    const [event] = await journal("entry.move");
    expect(event).toMatchObject({ actor: "责任人", taskId, changes: { stage: ["未签约", "已签约"] } });
    expect(await standing()).not.toBeNull();
  });

  test("to the other track is a move of its own, with its reason", async () => {
    const id = await entry();
    const to = { stage: "ruled", track: "court" };
    await leavesNoTrace(() => move(id, to), new Refused("reasonMissing", { entry: `某-${made}` }));
    await move(id, { ...to, reason: "谈不成" });
    const told = (await moves(id)).map(({ toStage, toTrack, reason }) => [toStage, toTrack, reason]);
    expect(told).toEqual([
      ["open", "talks", ""],
      ["open", "court", "谈不成"],
      ["ruled", "court", "谈不成"],
    ]);
  });

  test("into the last stage waits for the evidence, which then belongs to the move and the task", async () => {
    const id = await entry({ stage: "empty" });
    await leavesNoTrace(
      () => move(id, { stage: "gone" }),
      new Refused("evidenceMissing", { entry: `某-${made}` }),
    );
    const { moveId } = await move(id, { stage: "gone", tickets: [await ticket()] });
    expect(await prisma().evidence.findFirstOrThrow({ where: { moveId: moveId ?? 0 } })).toMatchObject({
      taskId,
    });
    expect((await row(id)).writtenOffOn).toBe("2024-03-20");
  });

  test("is for those who answer for it: not for a supervisor, nor another unit's member", async () => {
    const id = await entry({ unitId: office.unitId });
    const other = someActor({ roles: ["staff"], unitIds: [office.otherUnitId] });
    const denied = new Forbidden("entry.move");
    await leavesNoTrace(() => move(id, { stage: "signed" }, supervisor()), denied);
    await leavesNoTrace(() => move(id, { stage: "signed" }, other), denied);
    const free = await entry();
    await move(free, { stage: "signed" }, other);
  });

  test("of an unknown entry is not found", async () => {
    await leavesNoTrace(() => move(999_999, { stage: "signed" }), new NotFound("entry 999999"));
  });

  test("is won by one of two callers", async () => {
    const id = await entry();
    const both = await Promise.allSettled([move(id, { stage: "signed" }), move(id, { stage: "empty" })]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const lost = both.find((one) => one.status === "rejected");
    expect(lost?.reason).toBeInstanceOf(Stale);
    expect(await moves(id)).toHaveLength(2);
  });
});

describe("many at once", () => {
  const many = (entries: object[], own: object, actor = owner) =>
    run("entry.moveMany", actor, { ledgerId, entries, ...own });

  test("move with one row of the journal, each with its own history", async () => {
    const ids = [await entry(), await entry(), await entry()];
    const before = (await journal("entry.moveMany")).length;
    await many(
      ids.map((entryId) => ({ entryId, version: 1 })),
      { stage: "signed" },
    );
    const events = await journal("entry.moveMany");
    expect(events).toHaveLength(before + 1);
    expect(events[0].changes).toMatchObject({ count: [null, 3], stage: [null, "已签约"] });
    expect((await Promise.all(ids.map(row))).map(({ stage }) => stage)).toEqual([
      "signed",
      "signed",
      "signed",
    ]);
  });

  test("are moved all or none", async () => {
    const [a, b] = [await entry(), await entry({ track: "court" })];
    const chosen = [a, b].map((entryId) => ({ entryId, version: 1 }));
    const refused = new Refused("stageNotOnTrack", { entry: `某-${made}` });
    await leavesNoTrace(() => many(chosen, { stage: "signed" }), refused);
    const stale = () => many([{ entryId: a, version: 7 }], { stage: "signed" });
    await expect(stale()).rejects.toThrow(Stale);
    await leavesNoTrace(
      () => many([chosen[0] as object, chosen[0] as object], {}),
      new Refused("twiceInBatch"),
    );
  });

  test("belong to the ledger that was named", async () => {
    const other = await on("2024-03-01", () => savedLedger(taskId, { name: "别的" }));
    const id = await on("2024-03-04", () => savedEntry(other, "甲"));
    await leavesNoTrace(
      () => many([{ entryId: id, version: 1 }], { stage: "signed" }),
      new NotFound(`entry ${id}`),
    );
  });
});

describe("taking a move back", () => {
  const undo = (entryId: number, version: number, actor: Actor, day = "2024-03-20") =>
    run("entry.undoMove", actor, { entryId, version, reason: "点错了" }, day);

  test("restores where the entry stood and since when, and stays in the history", async () => {
    const id = await entry();
    const before = await row(id);
    const me = { ...owner, accountId: null };
    await move(id, { stage: "signed" }, me);
    await undo(id, 2, supervisor(), "2024-03-25");
    const { version: _, ...after } = await row(id);
    expect(before).toMatchObject(after);
    const last = (await moves(id)).at(-1);
    expect(last).toMatchObject({ fromStage: "signed", toStage: "open", reason: "点错了" });
    expect(last?.undoesId).toBe((await moves(id)).at(-2)?.id);
    await leavesNoTrace(() => undo(id, 3, supervisor()), new Refused("nothingToUndo"));
  });

  test("is refused to others than the one who moved", async () => {
    const id = await entry();
    await move(id, { stage: "signed" });
    await leavesNoTrace(() => undo(id, 2, owner), new Refused("undoTooLate"));
  });
});

describe("a re-check", () => {
  const check = (entryId: number, version: number, own: object, actor = supervisor()) =>
    run("entry.recheck", actor, { entryId, version, passed: true, ...own });
  const written = async () => {
    const id = await entry({ stage: "empty", unitId: office.otherUnitId });
    await move(id, { stage: "gone", tickets: [await ticket()] });
    return id;
  };

  test("that passes leaves the entry written off", async () => {
    const id = await written();
    await check(id, 2, {});
    expect(await row(id)).toMatchObject({ stage: "gone", version: 3 });
    expect(await prisma().recheck.count({ where: { entryId: id, passed: true } })).toBe(1);
  });

  test("that fails sends it back with a recorded move and a note", async () => {
    const id = await written();
    await leavesNoTrace(() => check(id, 2, { passed: false }), new Refused("reasonMissing"));
    await check(id, 2, { passed: false, note: "没拆净" });
    expect(await row(id)).toMatchObject({ stage: "empty", writtenOffOn: null, stageDue: "2024-03-27" });
    expect((await moves(id)).at(-1)).toMatchObject({ fromStage: "gone", toStage: "empty", reason: "没拆净" });
  });

  test("is not for the owner, nor for a supervisor of the responsible unit", async () => {
    const id = await written();
    await leavesNoTrace(() => check(id, 2, {}, owner), new Forbidden("entry.recheck"));
    const inside = { ...supervisor(), unitIds: [office.otherUnitId] };
    await leavesNoTrace(() => check(id, 2, {}, inside), new Refused("recheckerInUnit"));
  });
});
