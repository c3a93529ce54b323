import { beforeAll, describe, expect, test } from "vitest";
import { BadInput } from "@/lib/api";
import type { Role } from "@/lib/auth/permissions";
import { withClock } from "@/lib/clock";
import { runCommand } from "@/lib/commands";
import { pool, prisma } from "@/lib/db";
import { Forbidden, NotFound, Refused, Stale } from "@/lib/errors";
import { ownerOf, someActor, supervisor } from "@/lib/testing/builders";
import { type League, METRICS, savedLeague, savedSeries } from "@/lib/testing/league";
import { explain } from "./explain-queries";
import { getSeries, getTable, listSeries } from "./queries";

const NOON = new Date("2024-06-30T04:00:00Z");
let league: League;
beforeAll(async () => {
  league = await savedLeague();
});

const on = <T>(work: () => Promise<T>, at = NOON) => withClock(at, work);
const run = <R = Record<string, number>>(name: string, input: object, actor = supervisor()) =>
  on(async () => (await runCommand<R>(name, actor, input)).result);
const freeze = (seriesId: number, fields: object = {}, actor = supervisor()) =>
  run<{ editionId: number; number: number }>(
    "edition.freeze",
    { seriesId, fromDay: "2024-01-01", ...fields },
    actor,
  );
const live = (seriesId: number, actor = supervisor()) =>
  on(() => getTable(actor, seriesId, { edition: null }));
const scores = async (seriesId: number, edition: number | null = null) =>
  (await on(() => getTable(supervisor(), seriesId, { edition }))).table.rows.map(({ name, rank, score }) => [
    name,
    rank,
    score,
  ]);
const traces = async () =>
  (
    await pool().query(`SELECT (SELECT md5(string_agg(s::text, '|' ORDER BY id)) FROM "Series" s) AS series,
      (SELECT md5(string_agg(m::text, '|' ORDER BY id)) FROM "SeriesMember" m) AS members,
      (SELECT md5(string_agg(m::text, '|' ORDER BY id)) FROM "SeriesMetric" m) AS metrics,
      (SELECT md5(string_agg(e::text, '|' ORDER BY id)) FROM "Edition" e) AS editions,
      (SELECT md5(string_agg(x::text, '|' ORDER BY id)) FROM "Exemption" x) AS exemptions,
      (SELECT md5(string_agg(a::text, '|' ORDER BY id)) FROM "Appeal" a) AS appeals,
      (SELECT count(*)::int FROM "Event" WHERE kind <> 'denied') AS events`)
  ).rows[0];
/** Runs what must be refused and sees that nothing is left of it. */
async function leavesNoTrace(work: () => Promise<unknown>, error: unknown): Promise<void> {
  const before = await traces();
  await expect(work()).rejects.toEqual(error);
  expect(await traces()).toEqual(before);
}
const lastEvent = async () =>
  (await pool().query(`SELECT kind, actor, reason, changes FROM "Event" ORDER BY seq DESC LIMIT 1`)).rows[0];

describe("a series", () => {
  test("compares units by shares of their own work, live", async () => {
    const { seriesId } = await savedSeries(league);
    expect(await lastEvent()).toMatchObject({ kind: "series.define", actor: "督查员" });
    expect(await scores(seriesId)).toEqual([
      ["甲科", 1, 61],
      ["乙科", 2, 31],
    ]);
  });

  test("needs metrics with a weight, a stage where one is counted, and members that exist once at a time", async () => {
    const define = (fields: object) =>
      run("series.define", { name: "坏系列", kind: "units", metrics: METRICS, ...fields });
    const zero = [{ source: "progress", name: "进度", weight: 0 }];
    await expect(define({ metrics: zero })).rejects.toBeInstanceOf(BadInput);
    await expect(define({ metrics: [] })).rejects.toBeInstanceOf(BadInput);
    const noStage = [{ source: "stage", name: "签约率", weight: 1 }];
    await leavesNoTrace(() => define({ metrics: noStage }), new Refused("stageMissing"));
    const member = (days: object) => ({ subjectId: league.unitId, activeFrom: "2024-01-01", ...days });
    const twice = [member({ activeTo: "2024-05-31" }), member({ activeFrom: "2024-05-31" })];
    await leavesNoTrace(() => define({ members: twice }), new Refused("memberTwice"));
    await leavesNoTrace(
      () => define({ members: [member({ activeTo: "2023-12-31" })] }),
      new Refused("endBeforeStart"),
    );
    await leavesNoTrace(
      () => define({ members: [member({ activeTo: null, subjectId: 9999 })] }),
      new NotFound("unit"),
    );
    await leavesNoTrace(
      () => define({ metrics: [{ ...METRICS[0], ledgerIds: [9999] }] }),
      new NotFound("ledger"),
    );
  });

  test("is changed by one of two who change it at once; a closed one no more", async () => {
    const { seriesId } = await savedSeries(league);
    const change = (name: string) => run("series.change", { seriesId, version: 1, name });
    const both = await Promise.allSettled([change(`新名${seriesId}`), change(`另名${seriesId}`)]);
    const lost = both.filter((one) => one.status === "rejected");
    expect(lost.map(({ reason }) => reason)).toEqual([expect.any(Stale)]);
    await run("series.close", { seriesId, version: 2 });
    await leavesNoTrace(() => freeze(seriesId), new Refused("seriesClosed"));
  });

  test("lets a member go that no edition names, and only ends one that does", async () => {
    const { seriesId, memberIds } = await savedSeries(league);
    const first = { memberId: memberIds[0], subjectId: league.unitId, activeFrom: "2024-01-01" };
    await freeze(seriesId);
    const change = (members: object[]) => run("series.change", { seriesId, version: 1, members });
    await leavesNoTrace(() => change([first]), new Refused("memberNamed"));
    const second = {
      memberId: memberIds[1],
      subjectId: league.otherUnitId,
      activeFrom: "2024-01-01",
      activeTo: "2024-06-01",
    };
    await change([first, second]);
    expect(await scores(seriesId)).toEqual([
      ["甲科", 1, 61],
      ["乙科", null, null],
    ]);
  });

  test.each(["leader", "unitHead", "staff", "observer", "systemAdmin"] as Role[])(
    "is not defined, frozen or exempted by the role %s",
    async (role) => {
      const { seriesId, memberIds } = await savedSeries(league);
      const actor = { ...ownerOf(league), roles: [role] };
      const task = {
        memberId: memberIds[0],
        subjectType: "task",
        subjectId: league.tasks[0],
        reason: "台风",
      };
      const before = await traces();
      const define = { name: "不行", kind: "units", metrics: METRICS };
      await expect(run("series.define", define, actor)).rejects.toBeInstanceOf(Forbidden);
      await expect(freeze(seriesId, {}, actor)).rejects.toBeInstanceOf(Forbidden);
      await expect(run("exemption.grant", { seriesId, ...task }, actor)).rejects.toBeInstanceOf(Forbidden);
      expect(await traces()).toEqual(before);
    },
  );
});

describe("an edition", () => {
  test("never changes when the work changes later, and the next one shows where it went", async () => {
    const { seriesId, memberIds } = await savedSeries(league);
    await freeze(seriesId, { title: "上半年" });
    const kept = await on(() => getTable(supervisor(), seriesId, { edition: 1 }));
    const explained = await on(() => explain(supervisor(), seriesId, memberIds[1], { edition: 1 }));
    const change = { stage: "gone", writtenOffOn: "2024-07-01" };
    await prisma().ledgerEntry.updateMany({ where: { id: { in: league.entryIds.slice(4) } }, data: change });
    expect(await on(() => getTable(supervisor(), seriesId, { edition: 1 }))).toEqual(kept);
    const again = await on(() => explain(supervisor(), seriesId, memberIds[1], { edition: 1 }));
    // An entry is shown where it stood then.
    expect(again).toEqual(explained);
    await on(
      () => runCommand("edition.freeze", supervisor(), { seriesId, fromDay: "2024-01-01" }),
      new Date("2024-07-31T04:00:00Z"),
    );
    const next = (await on(() => getTable(supervisor(), seriesId, { edition: 2 }))).table;
    expect(next.rows.map(({ name, rank, before }) => [name, rank, before?.rank])).toEqual([
      ["乙科", 1, 2],
      ["甲科", 2, 1],
    ]);
    expect(next.improved).toEqual({ memberIds: [memberIds[1]], gain: 45 });
    const back = { stage: "open", writtenOffOn: null };
    await prisma().ledgerEntry.updateMany({ where: { id: { in: league.entryIds.slice(5) } }, data: back });
    await prisma().ledgerEntry.update({
      where: { id: league.entryIds[4] as number },
      data: { stage: "signed", writtenOffOn: null },
    });
  });

  test("keeps what was looked at: when the figures have moved since, nothing is frozen", async () => {
    const { seriesId } = await savedSeries(league);
    const { mark } = await live(seriesId);
    await prisma().task.update({ where: { id: league.tasks[2] as number }, data: { progress: 41 } });
    await leavesNoTrace(() => freeze(seriesId, { seen: mark }), new Refused("figuresMoved"));
    await prisma().task.update({ where: { id: league.tasks[2] as number }, data: { progress: 40 } });
    expect(await freeze(seriesId, { seen: mark })).toMatchObject({ number: 1 });
  });

  test("of the same day as the last one corrects it and says why; of two at once one is told so", async () => {
    const { seriesId } = await savedSeries(league);
    const both = await Promise.allSettled([freeze(seriesId), freeze(seriesId)]);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await leavesNoTrace(() => freeze(seriesId), new Refused("correctionNeedsNote"));
    expect(await freeze(seriesId, { note: "更正签约口径" })).toMatchObject({ number: 2 });
    await leavesNoTrace(
      () => freeze(seriesId, { fromDay: "2024-07-01", note: "x" }),
      new Refused("fromAfterToday"),
    );
  });

  test("needs somebody to rank", async () => {
    const { seriesId } = await savedSeries(league, { members: [] });
    await leavesNoTrace(() => freeze(seriesId), new Refused("noMembers"));
  });
});

describe("an exemption", () => {
  test("leaves an entry or a task out of its member's figures, openly, until it is withdrawn", async () => {
    const { seriesId, memberIds } = await savedSeries(league);
    const spare = (subjectType: string, subjectId: number | undefined) =>
      run("exemption.grant", {
        seriesId,
        memberId: memberIds[0],
        subjectType,
        subjectId,
        reason: "司法程序中止",
      });
    const { exemptionId } = await spare("entry", league.entryIds[3]);
    expect(await lastEvent()).toMatchObject({ kind: "exemption.grant", reason: "司法程序中止" });
    expect((await scores(seriesId))[0]).toEqual(["甲科", 1, 76]);
    expect((await live(seriesId)).exempt).toMatchObject([
      { subjectId: league.entryIds[3], reason: "司法程序中止" },
    ]);
    await leavesNoTrace(() => spare("entry", league.entryIds[3]), new Refused("alreadyExempt"));
    await leavesNoTrace(() => spare("entry", league.entryIds[5]), new Refused("notTheirs"));
    await leavesNoTrace(() => spare("task", league.tasks[2]), new Refused("notTheirs"));
    await run("exemption.withdraw", { exemptionId, reason: "程序恢复" });
    expect((await scores(seriesId))[0]).toEqual(["甲科", 1, 61]);
    await leavesNoTrace(
      () => run("exemption.withdraw", { exemptionId, reason: "x" }),
      new Refused("exemptionOver"),
    );
  });
});

describe("a later day that was granted", () => {
  test("counts only where whoever granted it said so", async () => {
    const metrics = [{ source: "deviation", name: "序时完成率", weight: 100 }];
    const { seriesId } = await savedSeries(league, { metrics });
    const leader = someActor({ roles: ["leader"] });
    const grant = async (exempt: boolean, wantedDay: string) => {
      const asked = { taskId: league.tasks[0], wantedDay, reason: "司法程序" };
      const { extensionId } = await run("extension.ask", asked, ownerOf(league));
      await run("extension.answer", { extensionId, version: 1, granted: true, exempt }, leader);
    };
    const own = async () => (await scores(seriesId)).find(([name]) => name === "甲科")?.[2] as number;
    await prisma().task.update({ where: { id: league.tasks[0] as number }, data: { progress: 10 } });
    const before = await own();
    await grant(false, "2025-03-31");
    expect(await own()).toBe(before);
    await grant(true, "2025-06-30");
    expect(await own()).toBeGreaterThan(before);
  });
});

describe("an appeal", () => {
  test("is made by the member's own people and answered once", async () => {
    const { seriesId, memberIds } = await savedSeries(league);
    const { editionId } = await freeze(seriesId);
    const say = { editionId, memberId: memberIds[0], text: "有一户口径有误" };
    const { appealId } = await run("appeal.add", say, ownerOf(league));
    const stranger = someActor({ roles: ["staff"], unitIds: [league.otherUnitId] });
    const before = await traces();
    await expect(run("appeal.add", say, stranger)).rejects.toBeInstanceOf(Forbidden);
    await expect(run("appeal.add", say, someActor({ roles: ["auditAdmin"] }))).rejects.toBeInstanceOf(
      NotFound,
    );
    await expect(
      run("appeal.answer", { appealId, version: 1, answer: "x" }, ownerOf(league)),
    ).rejects.toBeInstanceOf(Forbidden);
    expect(await traces()).toEqual(before);
    const answer = { appealId, version: 1, answer: "已核，下期更正" };
    const both = await Promise.allSettled([run("appeal.answer", answer), run("appeal.answer", answer)]);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await leavesNoTrace(() => run("appeal.answer", { ...answer, version: 2 }), new Refused("appealAnswered"));
  });
});

describe("a series of posts", () => {
  test("shows its holder the own row and nobody else's, and to everybody else does not exist", async () => {
    const posts = [league.ownerPostId, league.otherPostId].map((subjectId) => ({
      subjectId,
      activeFrom: "2024-01-01",
    }));
    const metrics = [{ source: "progress", name: "任务进度", weight: 1 }];
    const { seriesId, memberIds } = await savedSeries(league, { kind: "posts", metrics, members: posts });
    const { editionId } = await freeze(seriesId);
    const holder = ownerOf(league);
    const stranger = someActor({ roles: ["unitHead"], postIds: [9999], unitIds: [league.unitId] });
    for (const edition of [null, 1]) {
      const { table } = await on(() => getTable(holder, seriesId, { edition }));
      expect(table.rows.map(({ memberId, rank }) => [memberId, rank])).toEqual([[memberIds[0], null]]);
      await expect(getTable(stranger, seriesId, { edition })).rejects.toBeInstanceOf(NotFound);
    }
    const [own, other] = memberIds;
    expect((await on(() => getSeries(holder, seriesId))).members.map(({ id }) => id)).toEqual([own]);
    await expect(on(() => explain(holder, seriesId, other, { edition: 1 }))).rejects.toBeInstanceOf(NotFound);
    expect((await on(() => listSeries(stranger))).some(({ id }) => id === seriesId)).toBe(false);
    const say = { editionId, memberId: own, text: "x" };
    await expect(run("appeal.add", say, stranger)).rejects.toBeInstanceOf(NotFound);
    expect(await run("appeal.add", say, holder)).toMatchObject({ appealId: expect.any(Number) });
  });
});

describe("an explanation", () => {
  test("names what the reader may see and counts what is hidden", async () => {
    const { seriesId, memberIds } = await savedSeries(league);
    const hidden = league.tasks[1] as number;
    await prisma().task.update({ where: { id: hidden }, data: { label: "sensitive" } });
    const stranger = someActor({ roles: ["staff"], unitIds: [league.otherUnitId] });
    const seen = await on(() => explain(stranger, seriesId, memberIds[0], { edition: null }));
    expect(
      seen.parts.map(({ items, hidden: unseen, component }) => [items.length, unseen, component.count]),
    ).toEqual([
      [4, 0, 4],
      [1, 1, 2],
    ]);
    expect(seen.parts[0]?.items[0]).toMatchObject({
      code: "户-4",
      value: 0,
      stage: "未签约",
      href: `/ledgers/${league.ledgerId}`,
    });
    await prisma().task.update({ where: { id: hidden }, data: { label: "open" } });
  });
});
