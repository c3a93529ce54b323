import { beforeAll, expect, test } from "vitest";
import { POST } from "@/app/api/commands/[command]/route";
import { Forbidden, NotFound, Refused } from "@/lib/errors";
import { dueDays, moment, PLAN, type RoundScene, savedRoundScene } from "@/lib/testing/some-round";
import { at } from "@/lib/testing/some-supervision";
import { withClock } from "../clock";
import { runCommand, SYSTEM } from "../commands";
import { pool, prisma } from "../db";
import { actorOfLink, listLinks } from "./link-queries";
import { getMyReport } from "./report-queries";
import { listWriters } from "./writer-queries";

let scene: RoundScene;
let roundId: number;
beforeAll(async () => {
  scene = await savedRoundScene();
  roundId = (await at(moment("09-23 09:00"), "round.open", scene.boss, PLAN)).roundId as number;
});

const make = (fields: object = {}, actor = scene.boss) =>
  at<{ linkId: number; token: string }>(moment("09-23 10:00"), "reportLink.make", actor, {
    ...{ roundId, accountId: scene.owner.accountId, days: 7 },
    ...fields,
  });
/** Sends a command as the page of the link does. */
async function send(token: string, name: string, input: unknown, method = "POST") {
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  const request = new Request("http://127.0.0.1/x", { method, headers, body: JSON.stringify(input) });
  return withClock(moment("09-24 10:00"), () =>
    POST(request, { params: Promise.resolve({ command: name }) }),
  );
}
const said = async (taskId: number) => {
  const { version } = await prisma().task.findUniqueOrThrow({ where: { id: taskId } });
  return { taskId, version, done: "已完成摸排" };
};

test("a link reports for one person in one round, and every use of it is recorded", async () => {
  const { token, linkId } = await make();
  const holder = await withClock(moment("09-24 10:00"), () => actorOfLink(token));
  expect(holder).toMatchObject({ roundId, linkId, actor: { accountId: scene.owner.accountId, linkId } });
  const mine =
    holder && (await withClock(moment("09-24 10:00"), () => getMyReport(holder.actor, { roundId })));
  expect(mine?.items.map(({ task }) => task.title)).toEqual(["甲"]);
  expect((await send(token, "reportLink.use", {})).status).toBe(200);
  expect((await send(token, "checkIn.add", await said(scene.taskIds[0]))).status).toBe(200);
  expect((await dueDays(scene.taskIds))[0]).toBeNull();
  const checkIn = await prisma().checkIn.findFirstOrThrow({ orderBy: { id: "desc" } });
  expect(checkIn).toMatchObject({ linkId, accountId: scene.owner.accountId });
  expect(await listLinks(scene.boss, roundId)).toMatchObject([
    { id: linkId, uses: 1, madeBy: scene.boss.name },
  ]);
  const { rows } = await pool().query(
    `SELECT kind FROM "Event" WHERE "subjectType" = 'reportLink' ORDER BY seq`,
  );
  expect(rows.map(({ kind }) => kind)).toEqual(["reportLink.make", "reportLink.use"]);
});

test("it opens nothing else: no other task, no other command, no reading", async () => {
  const { token } = await make();
  expect((await send(token, "checkIn.add", await said(scene.taskIds[1]))).status).toBe(403);
  expect((await send(token, "comment.add", { taskId: scene.taskIds[0], text: "x" })).status).toBe(403);
  expect((await send(token, "draft.save", { key: "report:1", value: {} })).status).toBe(403);
  const other = await at(moment("09-23 09:00"), "round.open", scene.boss, {
    ...PLAN,
    scope: { sectionIds: [], unitIds: [scene.otherUnitId], statuses: [] },
  });
  const elsewhere = await make({ roundId: other.roundId });
  const answer = await send(elsewhere.token, "checkIn.add", await said(scene.taskIds[0]));
  expect([answer.status, (await answer.json()).code]).toEqual([409, "linkElsewhere"]);
});

test("it reports for a supporting unit what its round asks of that unit, and for no other", async () => {
  const plan = { ...PLAN, title: "含配合", who: "ownerAndSupporting" };
  const asked = (await at(moment("09-23 09:00"), "round.open", scene.boss, plan)).roundId as number;
  const { helper, taskIds, otherUnitId, unitId } = scene;
  const writers = () => withClock(moment("09-24 10:00"), () => listWriters(scene.boss, asked));
  const waits = async () =>
    (await writers()).find(({ accountId }) => accountId === helper.accountId)?.waiting;
  expect(await waits()).toBe(2);
  const { token, linkId } = await make({ roundId: asked, accountId: helper.accountId });
  const part = { taskId: taskIds[0], supportUnitId: otherUnitId, done: "已派两人配合" };
  expect((await send(token, "checkIn.support", part)).status).toBe(200);
  expect(await waits()).toBe(1);
  const kept = await prisma().checkIn.findFirstOrThrow({ orderBy: { id: "desc" } });
  expect(kept).toMatchObject({ linkId, supportUnitId: otherUnitId, accountId: helper.accountId });
  expect((await send(token, "checkIn.support", { ...part, supportUnitId: unitId })).status).toBe(409);
  const plain = await make({ accountId: helper.accountId });
  const answer = await send(plain.token, "checkIn.support", part);
  expect([answer.status, (await answer.json()).code]).toEqual([409, "linkElsewhere"]);
});

test("it ends when it is revoked, has expired, its round closes or the office switches links off", async () => {
  const alive = async (token: string) => (await actorOfLink(token)) !== null;
  const revoked = await make();
  await at(moment("09-24 10:00"), "reportLink.revoke", scene.boss, { linkId: revoked.linkId });
  expect(await alive(revoked.token)).toBe(false);
  await expect(
    at(moment("09-24 10:00"), "reportLink.revoke", scene.boss, { linkId: revoked.linkId }),
  ).rejects.toBeInstanceOf(NotFound);
  const kept = await make();
  expect(await alive(kept.token)).toBe(true);
  await runCommand("setting.set", SYSTEM, { reportLinks: false });
  expect(await alive(kept.token)).toBe(false);
  await expect(make()).rejects.toEqual(new Refused("linksOff"));
  await runCommand("setting.set", SYSTEM, { reportLinks: true });
  await pool().query(`UPDATE "ReportLink" SET "expiresAt" = now() - interval '1 second' WHERE id = $1`, [
    kept.linkId,
  ]);
  expect(await alive(kept.token)).toBe(false);
  const last = await make();
  await at(moment("09-28 10:00"), "round.close", scene.boss, { roundId, version: 1 });
  expect(await alive(last.token)).toBe(false);
});

test("links are made by a supervisor", async () => {
  await expect(make({}, scene.owner)).rejects.toBeInstanceOf(Forbidden);
  await expect(make({ accountId: 9999 })).rejects.toBeInstanceOf(NotFound);
});

test("a draft is kept for its writer alone, leaves no record, and ends with the report", async () => {
  const key = `report:${scene.taskIds[1]}`;
  const events = async () => (await pool().query(`SELECT count(*) FROM "Event"`)).rows;
  const before = await events();
  const save = (value: unknown) => at(moment("09-24 10:00"), "draft.save", scene.helper, { key, value });
  await save({ done: "写了一半" });
  await save({ done: "又写了一点" });
  expect(await events()).toEqual(before);
  await at(moment("09-24 10:00"), "round.open", scene.boss, PLAN);
  const draftOf = async () =>
    (await withClock(moment("09-24 10:00"), () => getMyReport(scene.helper))).items.find(
      (one) => one.key === key,
    )?.draft;
  expect((await draftOf())?.value).toEqual({ done: "又写了一点" });
  await at(moment("09-24 11:00"), "checkIn.add", scene.helper, await said(scene.taskIds[1]));
  expect(await draftOf()).toBeNull();
  await save({ done: "x" });
  await save(null);
  expect(await prisma().draft.count()).toBe(0);
  await expect(save({ done: "长".repeat(50_000) })).rejects.toThrow("badInput");
});
