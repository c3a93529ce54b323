import { beforeAll, describe, expect, test } from "vitest";
import { runCommand } from "@/lib/commands";
import { pool, prisma } from "@/lib/db";
import { Forbidden, NotFound, Refused, Stale } from "@/lib/errors";
import { savedOffice, savedTask, someActor, supervisor } from "@/lib/testing/builders";

let office: Awaited<ReturnType<typeof savedOffice>>;
let rootId: number;

beforeAll(async () => {
  office = await savedOffice();
  rootId = (await prisma().unit.findFirstOrThrow({ where: { parentId: null } })).id;
});

let names = 0;
const name = () => `单位${++names}`;
const keeper = () => someActor({ name: "系统管理员", roles: ["systemAdmin"] });

async function add(input: Record<string, unknown> = {}): Promise<number> {
  const unit = { parentId: rootId, kind: "department", name: name(), ...input };
  return (await runCommand<{ unitId: number }>("unit.add", keeper(), unit)).result.unitId;
}
async function addPost(unitId: number, postName = name()): Promise<number> {
  const post = { unitId, name: postName };
  return (await runCommand<{ postId: number }>("post.add", keeper(), post)).result.postId;
}
const unitOf = (id: number) => prisma().unit.findUniqueOrThrow({ where: { id } });
const postOf = (id: number) => prisma().post.findUniqueOrThrow({ where: { id } });
const edit = (unitId: number, fields: object, version = 1) =>
  runCommand("unit.edit", keeper(), { unitId, version, ...fields });
const close = (unitId: number, version = 1) => runCommand("unit.close", keeper(), { unitId, version });
const editPost = (postId: number, fields: object, version = 1) =>
  runCommand("post.edit", keeper(), { postId, version, ...fields });
const closePost = (postId: number, version = 1) =>
  runCommand("post.close", keeper(), { postId, version, reason: "机构调整" });
const lastEvent = async (subjectType: string, id: number) =>
  (
    await pool().query(
      `SELECT kind, actor, changes, reason FROM "Event" WHERE "subjectType" = $1 AND "subjectId" = $2 ORDER BY seq DESC LIMIT 1`,
      [subjectType, id],
    )
  ).rows[0];
const traces = async () =>
  (
    await pool().query(`SELECT (SELECT md5(string_agg(u::text, '|' ORDER BY id)) FROM "Unit" u) AS units,
      (SELECT md5(string_agg(p::text, '|' ORDER BY id)) FROM "Post" p) AS posts,
      (SELECT count(*)::int FROM "Event" WHERE kind <> 'denied') AS events`)
  ).rows[0];

/** Runs what must be refused and sees that nothing is left of it. */
async function leavesNoTrace(work: () => Promise<unknown>, error: unknown): Promise<void> {
  const before = await traces();
  await expect(work()).rejects.toEqual(error);
  expect(await traces()).toEqual(before);
}
const orderOf = async (parentId: number) =>
  (await prisma().unit.findMany({ where: { parentId }, orderBy: { order: "asc" } })).map(({ id }) => id);

describe("units", () => {
  test("a new one stands last among its siblings and says so in the journal", async () => {
    const parentId = await add();
    const ids = [await add({ parentId }), await add({ parentId, name: "丙科", shortName: "丙" })];
    expect(await orderOf(parentId)).toEqual(ids);
    expect(await unitOf(ids[1] ?? 0)).toMatchObject({ name: "丙科", shortName: "丙", order: 1, version: 1 });
    expect(await lastEvent("unit", ids[1] ?? 0)).toMatchObject({
      kind: "unit.add",
      actor: "系统管理员",
      changes: { name: [null, "丙科"], parentId: [null, parentId] },
    });
  });

  test("renaming tells the old name and the new one", async () => {
    const id = await add({ name: "旧名" });
    await edit(id, { name: "新名" });
    expect(await unitOf(id)).toMatchObject({ name: "新名", version: 2 });
    expect((await lastEvent("unit", id)).changes).toEqual({ name: ["旧名", "新名"] });
  });

  test("a unit moves among its siblings and everything else keeps its order", async () => {
    const parentId = await add();
    const [a, b, c] = [await add({ parentId }), await add({ parentId }), await add({ parentId })];
    await edit(c, { order: 0 });
    expect(await orderOf(parentId)).toEqual([c, a, b]);
    await edit(c, { order: 2 }, 2);
    expect(await orderOf(parentId)).toEqual([a, b, c]);
  });

  test("a unit moves below another one, to the end, with all that is below it", async () => {
    const [from, to] = [await add(), await add()];
    const child = await add({ parentId: from });
    const grandchild = await add({ parentId: child });
    const there = await add({ parentId: to });
    await edit(child, { parentId: to });
    expect(await orderOf(to)).toEqual([there, child]);
    expect((await unitOf(grandchild)).parentId).toBe(child);
  });

  test("a name is free once in each unit", async () => {
    const parentId = await add();
    await add({ parentId, name: "同名" });
    await leavesNoTrace(() => add({ parentId, name: "同名" }), new Refused("nameTaken"));
    const other = await add({ parentId });
    await leavesNoTrace(() => edit(other, { name: "同名" }), new Refused("nameTaken"));
    const elsewhere = await add({ name: "同名" });
    await leavesNoTrace(() => edit(elsewhere, { parentId }), new Refused("nameTaken"));
  });

  test("no circle is closed, not even by two moves at once", async () => {
    const a = await add();
    const b = await add({ parentId: a });
    await leavesNoTrace(() => edit(a, { parentId: b }), new Refused("unitCircle"));
    const [c, d] = [await add(), await add()];
    const both = await Promise.allSettled([edit(c, { parentId: d }), edit(d, { parentId: c })]);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  test("two who add the same name at once: one is told that it is taken", async () => {
    const parentId = await add();
    const both = await Promise.allSettled([0, 1].map(() => add({ parentId, name: "抢名" })));
    const lost = both.find((one) => one.status === "rejected");
    expect(lost?.reason).toEqual(new Refused("nameTaken"));
    expect(await prisma().unit.count({ where: { parentId, name: "抢名" } })).toBe(1);
  });

  test("an old version is refused with what stands now", async () => {
    const id = await add({ name: "甲名" });
    await edit(id, { name: "乙名" });
    const late = edit(id, { name: "丙名" });
    await expect(late).rejects.toBeInstanceOf(Stale);
    await expect(late).rejects.toMatchObject({ yours: 1, current: { name: "乙名", version: 2 } });
  });

  test("one with open work, parts or holders is not closed", async () => {
    const parentId = await add();
    const part = await add({ parentId });
    const left = { work: 0, parts: 1, holders: 0 };
    await leavesNoTrace(() => close(parentId), new Refused("unitHasWork", left));
    const taskId = await savedTask(office, { leadUnitId: part, ownerPostId: await addPost(part) });
    await runCommand("task.assign", supervisor(), { tasks: [{ taskId, version: 1 }] });
    await leavesNoTrace(() => close(part), new Refused("unitHasWork", { work: 1, parts: 0, holders: 0 }));
    const held = await add();
    await seat(await addPost(held));
    await leavesNoTrace(() => close(held), new Refused("unitHasWork", { work: 0, parts: 0, holders: 1 }));
  });

  test("a closed one keeps its history, closes its posts and takes nothing new", async () => {
    const id = await add();
    const postId = await addPost(id);
    await close(id);
    expect((await unitOf(id)).closedOn).not.toBeNull();
    expect((await postOf(postId)).closedOn).not.toBeNull();
    const other = await add();
    for (const work of [
      () => close(id, 2),
      () => edit(id, { name: name() }, 2),
      () => add({ parentId: id }),
      () => addPost(id),
      () => edit(other, { parentId: id }),
    ])
      await leavesNoTrace(work, new Refused("unitClosed"));
  });

  test("what does not exist is not found", async () => {
    await expect(edit(9999, { name: name() })).rejects.toBeInstanceOf(NotFound);
    await expect(add({ parentId: 9999 })).rejects.toBeInstanceOf(NotFound);
    await expect(edit(await add(), { parentId: 9999 })).rejects.toBeInstanceOf(NotFound);
  });
});

async function seat(postId: number, from = "2024-01-01"): Promise<{ holdingId: number; personId: number }> {
  const { result } = await runCommand<{ personId: number }>("person.add", keeper(), { name: "张三" });
  const { personId } = result;
  const begun = await runCommand<{ holdingId: number }>("holding.begin", keeper(), {
    postId,
    personId,
    from,
  });
  return { personId, holdingId: begun.result.holdingId };
}

describe("posts", () => {
  test("a post is added last, renamed, made head, moved up and moved to another unit", async () => {
    const [unitId, other] = [await add(), await add()];
    const [a, b] = [await addPost(unitId), await addPost(unitId)];
    await editPost(b, { name: "主任", isHead: true, order: 0 });
    expect(await postOf(b)).toMatchObject({ name: "主任", isHead: true, order: 0, version: 2 });
    expect(await postOf(a)).toMatchObject({ order: 1, version: 1 });
    await editPost(b, { unitId: other }, 2);
    expect((await postOf(b)).unitId).toBe(other);
    expect((await lastEvent("post", b)).changes).toEqual({ unitId: [unitId, other] });
  });

  test("a name is free once in each unit, also on arrival", async () => {
    const [unitId, other] = [await add(), await add()];
    await addPost(unitId, "经办");
    await leavesNoTrace(() => addPost(unitId, "经办"), new Refused("nameTaken"));
    const coming = await addPost(other, "经办");
    await leavesNoTrace(() => editPost(coming, { unitId }), new Refused("nameTaken"));
  });

  test("one that answers for open work or is held is not closed", async () => {
    const unitId = await add();
    const [owner, sponsor, held] = [await addPost(unitId), await addPost(unitId), await addPost(unitId)];
    const taskId = await savedTask(office, {
      leadUnitId: unitId,
      ownerPostId: owner,
      sponsorPostId: sponsor,
    });
    await runCommand("task.assign", supervisor(), { tasks: [{ taskId, version: 1 }] });
    await seat(held);
    await leavesNoTrace(() => closePost(owner), new Refused("postHasWork", { work: 1, holders: 0 }));
    await leavesNoTrace(() => closePost(sponsor), new Refused("postHasWork", { work: 1, holders: 0 }));
    await leavesNoTrace(() => closePost(held), new Refused("postHasWork", { work: 0, holders: 1 }));
  });

  test("a closed one is only read", async () => {
    const postId = await addPost(await add());
    await closePost(postId);
    expect(await lastEvent("post", postId)).toMatchObject({ kind: "post.close", reason: "机构调整" });
    await leavesNoTrace(() => editPost(postId, { name: name() }, 2), new Refused("postClosed"));
    await leavesNoTrace(() => closePost(postId, 2), new Refused("postClosed"));
    await expect(seat(postId)).rejects.toEqual(new Refused("postClosed"));
  });

  test("one of two who rename at once wins", async () => {
    const postId = await addPost(await add());
    const both = await Promise.allSettled([
      editPost(postId, { name: "甲" }),
      editPost(postId, { name: "乙" }),
    ]);
    const lost = both.filter((one) => one.status === "rejected");
    expect(lost).toHaveLength(1);
    expect(lost[0]?.reason).toBeInstanceOf(Stale);
  });
});

describe("who may", () => {
  const commands: [string, () => object][] = [
    ["unit.add", () => ({ parentId: rootId, kind: "department", name: name() })],
    ["unit.edit", () => ({ unitId: office.unitId, version: 1, name: name() })],
    ["unit.close", () => ({ unitId: office.unitId, version: 1 })],
    ["post.add", () => ({ unitId: office.unitId, name: name() })],
    ["post.edit", () => ({ postId: office.ownerPostId, version: 1, name: name() })],
    ["post.close", () => ({ postId: office.ownerPostId, version: 1 })],
  ];

  test.each(commands)(
    "%s is forbidden to everybody but supervisors and the system administrator",
    async (command, input) => {
      for (const role of [
        "leader",
        "unitHead",
        "staff",
        "observer",
        "securityAdmin",
        "auditAdmin",
      ] as const) {
        const before = await traces();
        await expect(runCommand(command, someActor({ roles: [role] }), input())).rejects.toBeInstanceOf(
          Forbidden,
        );
        expect(await traces()).toEqual(before);
      }
      await runCommand("unit.add", supervisor(), { parentId: rootId, kind: "department", name: name() });
    },
  );
});
