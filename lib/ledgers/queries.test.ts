import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/permissions";
import { withClock } from "@/lib/clock";
import { runCommand, SYSTEM } from "@/lib/commands";
import { pool, prisma } from "@/lib/db";
import { NotFound, Stale } from "@/lib/errors";
import { getTaskDetail } from "@/lib/tasks/detail";
import { ownerOf, savedOffice, savedTask, someActor, supervisor } from "@/lib/testing/builders";
import { savedEntry, savedLedger, someLedger } from "@/lib/testing/some-ledger";
import { readChanges, readTallies } from "./figure-queries";
import { figuresOf } from "./figure-rules";
import { getAccess } from "./ledger-queries";
import { getEntry, getFigures, getLedger, listLedgers, listLedgersOfTask } from "./queries";
import { type MoveFacts, replay } from "./replay-rules";
import { stagesOn } from "./rules";
import { fedValues, ledgerParts } from "./standing";

let office: Awaited<ReturnType<typeof savedOffice>>;
let taskId: number;
let secretId: number;
let secretEntry: number;
let owner: Actor;

const on = <T>(day: string, work: () => Promise<T>) => withClock(new Date(`${day}T10:00:00+08:00`), work);
const run = <R = Record<string, number>>(name: string, actor: Actor, input: object, day = "2024-03-20") =>
  on(day, async () => (await runCommand<R>(name, actor, input)).result);

const TITLE = "宅基地确权纠纷";
const DATA = { kind: "住宅", owner: "周吴郑王", phone: "13566667777" };
const REMARK = "周吴郑王昨日来电";
const SECRETS = [TITLE, DATA.owner, DATA.phone, REMARK, "来电"];

beforeAll(async () => {
  await on("2024-03-01", async () => {
    office = await savedOffice();
    taskId = await savedTask(office);
    secretId = await savedLedger(taskId, { name: "积案", label: "sensitive" });
  });
  owner = ownerOf(office);
  secretEntry = await on("2024-03-04", () =>
    savedEntry(secretId, "信-1", { title: TITLE, data: DATA, unitId: office.otherUnitId }),
  );
  await on("2024-03-04", () => savedEntry(secretId, "信-2", { title: TITLE, data: DATA }));
  await run("entry.move", owner, {
    entryId: secretEntry,
    version: 1,
    stage: "open",
    track: "court",
    reason: REMARK,
  });
});

const member = () => someActor({ roles: ["staff"], unitIds: [office.otherUnitId] });

describe("what is sensitive", () => {
  const everywhere = async (actor: Actor) => [
    await listLedgers(actor),
    await listLedgersOfTask(actor, taskId),
    await getLedger(actor, secretId),
    await getEntry(actor, secretEntry),
    await getTaskDetail(actor, taskId),
  ];

  test("never leaves the server before it is revealed, in no query and to nobody", async () => {
    for (const actor of [owner, supervisor(), member(), SYSTEM]) {
      const sent = JSON.stringify(await everywhere(actor));
      expect(SECRETS.filter((secret) => sent.includes(secret))).toEqual([]);
    }
    const sent = JSON.stringify(await getFigures(supervisor(), secretId));
    expect(SECRETS.filter((secret) => sent.includes(secret))).toEqual([]);
  });

  test("is not in the journal, and not in what a conflict tells", async () => {
    const { rows } = await pool().query(
      `SELECT string_agg(changes::text || coalesce(reason, ''), '') AS text FROM "Event"`,
    );
    expect(SECRETS.filter((secret) => rows[0].text.includes(secret))).toEqual([]);
    const stale = await run("entry.edit", owner, {
      entryId: secretEntry,
      version: 1,
      data: { area: "3" },
    }).catch((error: unknown) => error);
    expect(stale).toBeInstanceOf(Stale);
    const told = JSON.stringify((stale as Stale).current);
    expect(SECRETS.filter((secret) => told.includes(secret))).toEqual([]);
  });

  test("is masked whatever it is", async () => {
    await fc.assert(
      fc.asyncProperty(fc.stringMatching(/^[一-龥]{2,12}$/), async (text) => {
        await prisma().ledgerEntry.update({
          where: { id: secretEntry },
          data: { title: text, data: { owner: text } },
        });
        const { entry } = await getEntry(supervisor(), secretEntry);
        const row = (await getLedger(supervisor(), secretId)).entries.find(([id]) => id === secretEntry);
        expect([entry.title, entry.data.owner, row?.[3]]).toEqual(Array(3).fill(`${[...text][0]}＊`));
      }),
      { numRuns: 20 },
    );
  });
});

describe("who sees a ledger", () => {
  test("a unit sees the entries that it answers for, and nothing of the others", async () => {
    const view = await getLedger(member(), secretId);
    expect([view.ownOnly, view.entries.map(([id]) => id)]).toEqual([true, [secretEntry]]);
    expect(view.movable).toEqual([secretEntry]);
    expect((await listLedgers(member())).map(({ ownOnly, count }) => [ownOnly, count])).toEqual([[true, 1]]);
    await expect(getFigures(member(), secretId)).rejects.toThrow(NotFound);
    const other = await prisma().ledgerEntry.findFirstOrThrow({
      where: { ledgerId: secretId, code: "信-2" },
    });
    await expect(getEntry(member(), other.id)).rejects.toThrow(NotFound);
  });

  test.each(["leader", "observer", "systemAdmin", "auditAdmin"] as const)(
    "a %s sees no sensitive one",
    async (role) => {
      const actor = someActor({
        roles: [role],
        ...(role === "observer" && { unitIds: [office.otherUnitId] }),
      });
      expect(await listLedgers(actor)).toEqual([]);
      await expect(getLedger(actor, secretId)).rejects.toThrow(NotFound);
      await expect(getEntry(actor, secretEntry)).rejects.toThrow(NotFound);
    },
  );

  test("rights are told as the commands will ask for them", async () => {
    const { may, movable, choices } = await getLedger(owner, secretId);
    expect(may).toEqual({ define: false, add: true, plot: true, recheck: false, reveal: true });
    expect([movable, choices.units.length > 0]).toEqual(["all", true]);
    const supervised = await getEntry(supervisor(), secretEntry);
    expect(supervised.may).toMatchObject({ move: false, recheck: true, undo: true, edit: true, place: true });
    expect(supervised.refusals).toMatchObject({ recheck: "notWrittenOff", undo: null, move: null });
  });
});

describe("the figures", () => {
  let ledgerId: number;
  beforeAll(async () => {
    ledgerId = await on("2024-03-01", () => savedLedger(taskId, { name: "重放" }));
  });

  const DEEDS = ["off", "off", "undo", "undo", "on", "back", "track", "remove", "recheck"] as const;
  type Act = { entry: number; deed: (typeof DEEDS)[number]; wait: number };
  const act = fc.record({ entry: fc.nat(3), deed: fc.constantFrom(...DEEDS), wait: fc.nat(9) });
  const acts = fc.array(act, { minLength: 6, maxLength: 16 });

  /** One random deed on one of four entries; what a rule refuses changes nothing. */
  async function perform(
    codes: readonly string[],
    { entry: at, deed, wait }: Act,
    day: string,
  ): Promise<void> {
    const where = { ledgerId_code: { ledgerId, code: codes[at] ?? "" } };
    const { id: entryId, version, track } = await prisma().ledgerEntry.findUniqueOrThrow({ where });
    const on = { entryId, version, reason: "理由" };
    const stages = stagesOn(someLedger().stages, track).map(({ key }) => key);
    const deeds: Record<Act["deed"], [string, object]> = {
      off: ["entry.move", { ...on, stage: "gone" }],
      on: ["entry.move", { ...on, stage: stages[1 + (wait % 2)] }],
      back: ["entry.move", { ...on, stage: stages[0] }],
      track: ["entry.move", { ...on, track: track === "court" ? "talks" : "court" }],
      undo: ["entry.undoMove", on],
      remove: ["entry.remove", on],
      recheck: ["entry.recheck", { entryId, version, passed: wait % 2 === 0, note: "记" }],
    };
    const [name, input] = deeds[deed];
    await run(name, SYSTEM, input, day).catch(() => undefined);
  }

  test("of the database are those of its moves replayed", async () => {
    let round = 0;
    await fc.assert(
      fc.asyncProperty(acts, async (list) => {
        round++;
        const codes = Array.from({ length: 4 }, (_, at) => `重-${round}-${at}`);
        for (const code of codes) await on("2024-03-04", () => savedEntry(ledgerId, code));
        let day = 4;
        for (const act of list) {
          day = Math.min(28, day + act.wait);
          await perform(codes, act, `2024-03-${String(day).padStart(2, "0")}`);
        }
        await on("2024-03-31", compare);
      }),
      { numRuns: 8 },
    );
  });

  async function compare(): Promise<void> {
    const { ledger } = await getAccess(SYSTEM, ledgerId);
    const course = { startDay: "2024-03-01", dueDay: "2024-12-31", today: "2024-03-31" };
    const tallies = await readTallies(prisma(), [ledger], { dated: true });
    const fromDatabase = figuresOf(ledger, tallies, await readChanges(prisma(), ledger), course);
    const entries = await prisma().ledgerEntry.findMany({
      where: { ledgerId },
      include: { rechecks: { orderBy: { id: "asc" } } },
    });
    const moves: MoveFacts[] = await prisma().ledgerMove.findMany({
      where: { ledgerId },
      orderBy: { id: "asc" },
    });
    const counted = entries.map(({ weight, rechecks, ...entry }) => ({
      ...entry,
      weight: Number(weight),
      recheck: rechecks.at(-1)?.passed ?? null,
    }));
    const again = replay(ledger.stages, counted, moves, course.today);
    expect(fromDatabase).toEqual(figuresOf(ledger, again.tallies, again.changes, course));
  }

  test("are what the ledger tells its task, and what it supplies to measures", async () => {
    const { figures } = await on("2024-03-31", () => getFigures(supervisor(), ledgerId));
    const part = (await on("2024-03-31", () => ledgerParts(prisma(), [taskId])))
      .get(taskId)
      ?.find(({ id }) => id === ledgerId);
    expect(part).toMatchObject({
      kind: "ledger",
      actual: figures.progress,
      done: figures.writtenOff,
      of: figures.count,
    });
    expect(part?.complete).toBe(figures.count === figures.writtenOff);
    const feeds = [
      { ledger: ledgerId, count: "all" },
      { ledger: ledgerId, count: "reached", stage: "empty" },
      { ledger: ledgerId, count: "reached" },
      { ledger: 999_999, count: "all" },
      "none",
    ];
    const reached = figures.funnel.find(({ stage }) => stage === "empty")?.reached ?? -1;
    expect(await fedValues(prisma(), feeds)).toEqual([figures.count, reached, null, null, null]);
  });
});
