import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/permissions";
import { withClock } from "@/lib/clock";
import { runCommand } from "@/lib/commands";
import { pool, prisma } from "@/lib/db";
import { Forbidden, Refused } from "@/lib/errors";
import { usedContents, whileUnused } from "@/lib/files/queries";
import { keepUpload } from "@/lib/files/upload";
import { ownerOf, savedOffice, savedTask, someActor, supervisor } from "@/lib/testing/builders";
import { somePicture } from "@/lib/testing/some-files";
import { savedEntry, savedLedger } from "@/lib/testing/some-ledger";
import { getPlotFile } from "./queries";

let taskId: number;
let ledgerId: number;
let owner: Actor;

const on = <T>(day: string, work: () => Promise<T>) => withClock(new Date(`${day}T10:00:00+08:00`), work);
const run = <R = Record<string, number>>(name: string, actor: Actor, input: object, day = "2024-03-20") =>
  on(day, async () => (await runCommand<R>(name, actor, input)).result);

beforeAll(async () => {
  await on("2024-03-01", async () => {
    const office = await savedOffice();
    taskId = await savedTask(office);
    ledgerId = await savedLedger(taskId);
    owner = ownerOf(office);
  });
});

const paste = (lines: string[], own: object = {}, actor: Actor = owner) =>
  run("entry.import", actor, { ledgerId, text: lines.join("\n"), ...own });
const byCode = (code: string) =>
  prisma().ledgerEntry.findUniqueOrThrow({ where: { ledgerId_code: { ledgerId, code } } });
const traces = async () => [
  (await pool().query(`SELECT count(*)::int AS n FROM "Event" WHERE kind <> 'denied'`)).rows[0].n,
  (await pool().query(`SELECT count(*)::int AS n, sum(version)::int AS v FROM "LedgerEntry"`)).rows[0],
  await prisma().ledgerMove.count(),
];
async function leavesNoTrace(work: () => Promise<unknown>, error: unknown): Promise<void> {
  const before = await traces();
  await expect(work()).rejects.toEqual(error);
  expect(await traces()).toEqual(before);
}

describe("a pasted table", () => {
  test("adds, changes and moves in one command with one row of the journal", async () => {
    await on("2024-03-04", () => savedEntry(ledgerId, "老-1", { title: "旧名" }));
    const told = await paste([
      "编号\t名称\t路径\t阶段\t类型\t面积\t责任单位\t变动日期",
      "老-1\t\t\t已签约\t\t90\t甲科\t2024-03-12",
      "新-1\t新名\t洽谈\t\t商铺\t120\t乙科\t2024-03-10",
    ]);
    expect(told).toEqual({ added: 1, updated: 1, faults: 0, moved: 1 });
    expect(await byCode("老-1")).toMatchObject({
      ...{ title: "旧名", stage: "signed", stageSince: "2024-03-12", version: 2 },
      data: { kind: "住宅", area: "90" },
    });
    expect(await byCode("新-1")).toMatchObject({
      stage: "open",
      joinedOn: "2024-03-10",
      stageDue: "2024-03-22",
    });
    const events = await pool().query(`SELECT changes FROM "Event" WHERE kind = 'entry.import'`);
    expect(events.rows).toHaveLength(1);
    expect(events.rows[0].changes).toMatchObject({
      added: [null, 1],
      updated: [null, 1],
      codes: [null, "老-1、新-1"],
    });
    const { id } = await byCode("老-1");
    expect(await prisma().ledgerMove.count({ where: { entryId: id } })).toBe(2);
  });

  test("with a fault is kept only after a preview that said so", async () => {
    const lines = ["编号\t路径\t类型", "好-1\t洽谈\t住宅", "坏-1\t洽谈\t别墅"];
    const read = { added: 1, updated: 0, faults: 1 };
    await leavesNoTrace(() => paste(lines), new Refused("importFaulty", read));
    const other = { added: 2, updated: 0, faults: 0 };
    await leavesNoTrace(() => paste(lines, { expect: other }), new Refused("importChanged", read));
    await paste(lines, { expect: read });
    expect(await byCode("好-1")).toBeTruthy();
  });

  test("of ten thousand rows with errors in three is written in one go", async () => {
    const lines = Array.from({ length: 10_000 }, (_, at) => `万-${at}\t洽谈\t住宅\t${at}`);
    const broken = lines.with(7, "万-7\t洽谈\t住宅\t-1").with(99, "万-98\t洽谈\t住宅\t1").with(500, "\t\t\t");
    const expected = { added: 9_997, updated: 0, faults: 2 };
    const told = await paste(["编号\t路径\t类型\t面积", ...broken], { expect: expected });
    expect(told).toMatchObject(expected);
    expect(await prisma().ledgerEntry.count({ where: { ledgerId, code: { startsWith: "万-" } } })).toBe(
      9_997,
    );
  });

  test("is for those who add, and moves for those who move", async () => {
    const lines = ["编号\t阶段", "老-1\t已腾空"];
    const stranger = someActor({ roles: ["staff"] });
    await leavesNoTrace(() => paste(lines, {}, stranger), new Forbidden("entry.add"));
    await leavesNoTrace(() => paste(lines, {}, supervisor()), new Forbidden("entry.move"));
    await leavesNoTrace(
      () => paste(["编号\t类型", "\t"], {}, owner),
      new Refused("nothingToImport", { added: 0, updated: 0, faults: 0 }),
    );
  });
});

describe("a plot", () => {
  const upload = async (bytes: Uint8Array, name: string) => {
    const body = new Blob([new Uint8Array(bytes)]);
    const whole = { name, declared: body.size, signal: AbortSignal.timeout(10_000) };
    return (await keepUpload(owner, { body: body.stream(), ...whole })).ticket;
  };

  test("is a picture as people see it, kept from the sweep, seen by those who see the ledger", async () => {
    const picture = await somePicture("jpeg", { width: 60, height: 30, turned: true });
    const { plotId = 0 } = await run("plot.add", owner, {
      ...{ ledgerId, name: "北区", ticket: await upload(picture, "plot.jpg") },
    });
    const file = await getPlotFile(owner, plotId);
    expect(file).toMatchObject({ width: 30, height: 60, mime: "image/jpeg" });
    expect(await usedContents([file.sha256])).toEqual(new Set([file.sha256]));
    expect(await whileUnused(file.sha256, async () => true)).toBeNull();
    await expect(getPlotFile(someActor({ roles: ["systemAdmin"] }), plotId)).rejects.toThrow(
      `ledger ${ledgerId}`,
    );
  });

  test("takes entries, and lets them go when it is taken down", async () => {
    const ticket = await upload(await somePicture("png"), "plot.png");
    const { plotId = 0 } = await run("plot.add", owner, { ledgerId, name: "南区", ticket });
    const { id, version } = await byCode("老-1");
    const place = { entryId: id, version, plotId, x: 0.25, y: 1 };
    await leavesNoTrace(() => run("entry.place", owner, { ...place, y: null }), new Refused("placeMissing"));
    await run("entry.place", owner, place);
    expect(await byCode("老-1")).toMatchObject({ plotId, x: 0.25, y: 1 });
    await run("plot.rename", owner, { plotId, version: 1, name: "南片" });
    await run("plot.remove", owner, { plotId, version: 2 });
    expect(await byCode("老-1")).toMatchObject({ plotId: null, x: null, y: null });
    await expect(getPlotFile(owner, plotId)).rejects.toThrow(`plot ${plotId}`);
  });

  test("is nothing but a picture", async () => {
    const ticket = await upload(new TextEncoder().encode("不是图"), "plot.txt");
    await leavesNoTrace(
      () => run("plot.add", owner, { ledgerId, name: "某", ticket }),
      new Refused("notAPicture"),
    );
  });
});
