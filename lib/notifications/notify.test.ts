import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Actor, Role } from "@/lib/auth/permissions";
import { runCommand, SYSTEM } from "@/lib/commands";
import { prisma } from "@/lib/db";
import { savedAccount } from "@/lib/testing/accounts";
import { savedOffice, savedTask, someActor, supervisor } from "@/lib/testing/builders";
import { freshDatabase } from "@/lib/testing/database";
import { at, later, NOW } from "@/lib/testing/some-supervision";
import { listInbox } from "./queries";

let office: Awaited<ReturnType<typeof savedOffice>>;
let owner: Actor;
let sponsor: Actor;
let boss: Actor;

/** Somebody with an account who holds a post since long ago. */
async function seated(name: string, roles: Role[], postId: number, unitId: number): Promise<Actor> {
  const accountId = await savedAccount(roles, { name, personName: name });
  const { personId } = await prisma().account.findUniqueOrThrow({ where: { id: accountId } });
  await prisma().holding.create({ data: { postId, personId: personId ?? 0, fromDay: "2020-01-01" } });
  return someActor({ accountId, personId, name, roles, postIds: [postId], unitIds: [unitId] });
}

beforeAll(async () => {
  await freshDatabase();
  office = await savedOffice();
  owner = await seated("zhang", ["staff"], office.ownerPostId, office.unitId);
  sponsor = await seated("li", ["leader"], office.otherPostId, office.otherUnitId);
  const bossId = await savedAccount(["supervisor"], { name: "boss" });
  boss = { ...supervisor(), accountId: bossId };
});

beforeEach(async () => {
  await prisma().notification.deleteMany();
});

const inbox = async (actor: Actor) => (await listInbox(actor)).items;
const told = async (actor: Actor) => (await inbox(actor)).map(({ kind, params }) => [kind, params.count]);
const assign = (ids: number[], by = boss) =>
  at(NOW, "task.assign", by, { tasks: ids.map((taskId) => ({ taskId, version: 1 })) });

describe("a command tells", () => {
  test("a person once, however many tasks it hands over", async () => {
    const ids = [];
    for (let n = 0; n < 35; n++) ids.push(await savedTask(office, { title: `任务${n}` }));
    await assign(ids);
    expect(await told(owner)).toEqual([["assigned", 35]]);
    expect(await prisma().notification.count()).toBe(1);
  });

  test("names and leads to the task when it is one", async () => {
    const taskId = await savedTask(office, { title: "清淤" });
    await assign([taskId]);
    expect(await inbox(owner)).toMatchObject([
      { kind: "assigned", link: `/tasks/${taskId}`, params: { title: "清淤", by: "督查员" }, seenAt: null },
    ]);
  });

  test("nothing of a sensitive task but that it waits", async () => {
    await assign([await savedTask(office, { title: "秘密", label: "sensitive" })]);
    const row = await prisma().notification.findFirstOrThrow();
    expect(row.sensitive).toBe(true);
    expect(JSON.stringify(row)).not.toContain("秘密");
  });

  test("not whoever did it, and nobody when it is refused", async () => {
    const taskId = await savedTask(office);
    await assign([taskId], { ...SYSTEM, accountId: owner.accountId });
    await expect(assign([taskId, 999_999])).rejects.toThrow();
    expect(await prisma().notification.count()).toBe(0);
  });

  test("whoever asked, and the sponsor who must answer", async () => {
    const taskId = await savedTask(office, { dueDay: "2024-10-31", sponsorPostId: office.otherPostId });
    await assign([taskId]);
    const wanted = { taskId, wantedDay: "2024-11-30", reason: "汛期" };
    const { extensionId } = await at(NOW, "extension.ask", owner, wanted);
    expect(await told(sponsor)).toEqual([["extensionAsked", 1]]);
    const answer = { extensionId, version: 1, granted: true, day: "2024-11-20", text: "同意" };
    await at(NOW, "extension.answer", sponsor, answer);
    expect((await told(owner))[0]).toEqual(["extensionAnswered", 1]);
  });

  test("the successor in the post, not who left it", async () => {
    await prisma().holding.updateMany({
      where: { postId: office.ownerPostId },
      data: { toDay: "2024-09-01" },
    });
    const successor = await seated("wang", ["staff"], office.ownerPostId, office.unitId);
    await assign([await savedTask(office)]);
    expect([await told(owner), await told(successor)]).toEqual([[], [["assigned", 1]]]);
    await prisma().holding.updateMany({ where: { personId: owner.personId ?? 0 }, data: { toDay: null } });
    await prisma().holding.deleteMany({ where: { personId: successor.personId ?? 0 } });
  });
});

test("the decisions of one meeting are one message until it is read", async () => {
  const open = { title: "例会", heldOn: "2024-09-30", sinceDay: "2024-09-01" };
  const { meetingId } = await at(NOW, "meeting.open", boss, open);
  const decide = (title: string) =>
    at(NOW, "outcome.add", boss, {
      ...{ meetingId, kind: "assignment" },
      task: { title, sectionId: office.sectionId, dueDay: "2024-12-31", ownerPostId: office.ownerPostId },
    });
  for (const title of ["一", "二", "三"]) await decide(title);
  expect(await told(owner)).toEqual([["assigned", 3]]);
  await runCommand("inbox.see", owner, { all: true });
  await decide("四");
  expect(await told(owner)).toEqual([
    ["assigned", 1],
    ["assigned", 3],
  ]);
});

test("a message outlives the right to see its task, its words do not", async () => {
  const taskId = await savedTask(office, { title: "清淤" });
  await assign([taskId]);
  await prisma().task.update({
    where: { id: taskId },
    data: { label: "internal", leadUnitId: office.otherUnitId, ownerPostId: office.otherPostId },
  });
  const stranger = { ...owner, postIds: [], unitIds: [] };
  expect(await inbox(stranger)).toMatchObject([{ sensitive: true, link: "/inbox", taskId: null }]);
  expect(JSON.stringify(await inbox(stranger))).not.toContain("清淤");
});

test("only one's own messages are read, and reading is counted", async () => {
  await assign([await savedTask(office)]);
  const [one] = await inbox(owner);
  const { result } = await runCommand("inbox.see", sponsor, { ids: [one?.id ?? 0] });
  expect(result).toEqual({ seen: 0, unseen: 0 });
  expect((await runCommand("inbox.see", owner, { ids: [one?.id ?? 0] })).result).toEqual({
    seen: 1,
    unseen: 0,
  });
});

test("a preference is kept under its version, and impossible hours are refused", async () => {
  const wish = { kinds: { urged: [] }, quietFrom: 1320, quietTo: 420, digestAt: null, mail: "a@b.cn" };
  await runCommand("preference.set", owner, { version: 0, ...wish });
  await expect(runCommand("preference.set", owner, { version: 0, ...wish })).rejects.toMatchObject({
    yours: 0,
  });
  const digest = { ...wish, version: 1, digestAt: 0 };
  await expect(runCommand("preference.set", owner, digest)).rejects.toMatchObject({ code: "digestInQuiet" });
});

test("an urge after three days reaches the owner as a new message", async () => {
  const taskId = await savedTask(office, { dueDay: "2024-10-31" });
  await assign([taskId]);
  await at(later(1), "urge.send", boss, { taskId, text: "请抓紧" });
  await at(later(4), "urge.send", boss, { taskId, text: "请抓紧" });
  expect((await told(owner)).map(([kind]) => kind)).toEqual(["urged", "urged", "assigned"]);
});

test("whoever is invited hears that a meeting is planned, moved and called off, each once", async () => {
  const planned = { title: "专题会", heldOn: "2024-10-10", startTime: "09:00", minutes: 60, place: "三楼" };
  const { meetingId } = await at(NOW, "meeting.plan", boss, planned);
  await prisma().notification.deleteMany();
  const invite = { meetingId: meetingId ?? 0, postId: office.ownerPostId, name: "zhang" };
  await prisma().attendance.createMany({ data: [invite], skipDuplicates: true });
  await at(NOW, "meeting.edit", boss, { meetingId, version: 1, heldOn: "2024-10-11" });
  await at(NOW, "meeting.edit", boss, { meetingId, version: 2, minutes: 30 });
  await at(NOW, "meeting.cancel", boss, { meetingId, version: 3 });
  expect((await inbox(owner)).map(({ kind, params, link }) => [kind, params.day, link])).toEqual([
    ["meetingCancelled", "2024-10-11", "/meetings"],
    ["meetingMoved", "2024-10-11", `/meetings/${meetingId}`],
  ]);
});
