import { beforeAll, describe, expect, test } from "vitest";
import type { Role } from "@/lib/auth/permissions";
import { withClock } from "@/lib/clock";
import { runCommand } from "@/lib/commands";
import { pool } from "@/lib/db";
import { Forbidden, NotFound, Refused, Stale } from "@/lib/errors";
import { ownerOf, supervisor } from "@/lib/testing/builders";
import { type League, savedLeague, savedSeries } from "@/lib/testing/league";
import { getIncentives } from "./queries";

let league: League;
beforeAll(async () => {
  league = await savedLeague();
});

const run = <R = Record<string, number>>(name: string, input: object, actor = supervisor()) =>
  withClock(new Date("2024-06-30T04:00:00Z"), async () => (await runCommand<R>(name, actor, input)).result);
const traces = async () =>
  (
    await pool().query(`SELECT (SELECT md5(string_agg(r::text, '|' ORDER BY id)) FROM "IncentiveRule" r) AS rules,
      (SELECT md5(string_agg(a::text, '|' ORDER BY id)) FROM "Award" a) AS awards,
      (SELECT count(*)::int FROM "Event" WHERE kind <> 'denied') AS events`)
  ).rows[0];
async function leavesNoTrace(work: () => Promise<unknown>, error: unknown): Promise<void> {
  const before = await traces();
  await expect(work()).rejects.toEqual(error);
  expect(await traces()).toEqual(before);
}

async function frozen() {
  const { seriesId, memberIds } = await savedSeries(league);
  const rule = { seriesId, name: "第一名", condition: { kind: "rank", n: 1 }, award: "授流动红旗" };
  const { ruleId } = await run("incentive.define", rule);
  const { editionId } = await run("edition.freeze", { seriesId, fromDay: "2024-01-01" });
  const first = { ruleId, editionId, memberId: memberIds[0] };
  return { seriesId, memberIds, ruleId: Number(ruleId), editionId: Number(editionId), first };
}

describe("an award", () => {
  test("is proposed by the edition, granted by a click, and stands in the record with who granted it", async () => {
    const { seriesId, editionId, first, memberIds } = await frozen();
    const before = await getIncentives(supervisor(), seriesId, editionId);
    expect(before.proposals).toMatchObject([{ memberId: memberIds[0], award: "授流动红旗" }]);
    await run("award.grant", first);
    const after = await getIncentives(supervisor(), seriesId, editionId);
    expect([after.proposals, after.awards]).toEqual([
      [],
      [
        expect.objectContaining({
          text: "授流动红旗",
          day: "2024-06-30",
          author: "督查员",
          withdrawnWhy: null,
        }),
      ],
    ]);
    expect((await getIncentives(ownerOf(league), seriesId, editionId)).proposals).toEqual([]);
  });

  test("is not granted twice, to who did not earn it, or from another series' edition", async () => {
    const { first, memberIds } = await frozen();
    const both = await Promise.allSettled([run("award.grant", first), run("award.grant", first)]);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await leavesNoTrace(() => run("award.grant", first), new Refused("alreadyGranted"));
    const last = { ...first, memberId: memberIds[1] };
    await leavesNoTrace(() => run("award.grant", last), new Refused("notEarned"));
    const other = await frozen();
    const foreign = { ...first, editionId: other.editionId };
    await leavesNoTrace(() => run("award.grant", foreign), new NotFound("edition"));
  });

  test("is taken back with a reason that stays, and may be granted again", async () => {
    const { seriesId, editionId, first } = await frozen();
    const { awardId } = await run("award.grant", first);
    await run("award.withdraw", { awardId, reason: "核查有误" });
    const { awards, proposals } = await getIncentives(supervisor(), seriesId, editionId);
    expect([awards[0]?.withdrawnWhy, proposals.length]).toEqual(["核查有误", 1]);
    await leavesNoTrace(() => run("award.withdraw", { awardId, reason: "x" }), new Refused("awardWithdrawn"));
    await run("award.grant", first);
    expect((await getIncentives(supervisor(), seriesId, editionId)).awards[0]?.withdrawnWhy).toBeNull();
  });
});

describe("an incentive rule", () => {
  test("is changed by one of two, keeps what was granted, and ends", async () => {
    const { seriesId, editionId, first, ruleId } = await frozen();
    await run("award.grant", first);
    const changed = {
      ruleId,
      version: 1,
      name: "第一名",
      condition: { kind: "rank", n: 1 },
      award: "通报表扬",
    };
    await run("incentive.change", changed);
    await leavesNoTrace(
      () => run("incentive.change", changed),
      new Stale({ id: ruleId, name: "第一名", version: 2 }, 1),
    );
    expect((await getIncentives(supervisor(), seriesId, editionId)).awards[0]?.text).toBe("授流动红旗");
    await run("incentive.close", { ruleId, version: 2 });
    await leavesNoTrace(() => run("award.grant", first), new Refused("ruleClosed"));
  });

  test.each(["leader", "unitHead", "staff", "observer"] as Role[])("is not for the role %s", async (role) => {
    const { seriesId, first } = await frozen();
    const actor = { ...ownerOf(league), roles: [role] };
    const before = await traces();
    const rule = { seriesId, name: "x", condition: { kind: "improved" }, award: "x" };
    await expect(run("incentive.define", rule, actor)).rejects.toBeInstanceOf(Forbidden);
    await expect(run("award.grant", first, actor)).rejects.toBeInstanceOf(Forbidden);
    expect(await traces()).toEqual(before);
  });
});
