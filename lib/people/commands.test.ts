import { beforeAll, describe, expect, test } from "vitest";
import { withClock } from "@/lib/clock";
import { runCommand } from "@/lib/commands";
import { pool, prisma } from "@/lib/db";
import { Forbidden, NotFound, Refused, Stale } from "@/lib/errors";
import { savedOffice, someActor, supervisor } from "@/lib/testing/builders";
import { soundsOf } from "./commands";

const TODAY = "2024-09-30";
let unitId: number;
let posts = 0;

beforeAll(async () => {
  unitId = (await savedOffice()).unitId;
});

const keeper = () => someActor({ name: "系统管理员", roles: ["systemAdmin"] });
const run = <R = unknown>(name: string, input: unknown, actor = keeper()) =>
  withClock(new Date(`${TODAY}T10:00:00+08:00`), () => runCommand<R>(name, actor, input));

async function person(name = "张三"): Promise<number> {
  return (await run<{ personId: number }>("person.add", { name, phone: "13800000000" })).result.personId;
}
async function post(): Promise<number> {
  return (await run<{ postId: number }>("post.add", { unitId, name: `岗位${++posts}` })).result.postId;
}
async function seat(postId: number, personId: number, from = "2024-01-01"): Promise<number> {
  const { result } = await run<{ holdingId: number }>("holding.begin", { postId, personId, from });
  return result.holdingId;
}
const personOf = (id: number) => prisma().person.findUniqueOrThrow({ where: { id } });
const holdingOf = (id: number) => prisma().holding.findUniqueOrThrow({ where: { id } });
const leave = (personId: number, on = TODAY, version = 1) => run("person.leave", { personId, version, on });
const end = (holdingId: number, on: string) => run("holding.end", { holdingId, on });
const lastEvent = async () =>
  (await pool().query(`SELECT kind, actor, changes FROM "Event" ORDER BY seq DESC LIMIT 1`)).rows[0];
const traces = async () =>
  (
    await pool().query(`SELECT (SELECT md5(string_agg(p::text, '|' ORDER BY id)) FROM "Person" p) AS people,
      (SELECT md5(string_agg(h::text, '|' ORDER BY id)) FROM "Holding" h) AS holdings,
      (SELECT count(*)::int FROM "Event" WHERE kind <> 'denied') AS events`)
  ).rows[0];

async function leavesNoTrace(work: () => Promise<unknown>, error: unknown): Promise<void> {
  const before = await traces();
  await expect(work()).rejects.toEqual(error);
  expect(await traces()).toEqual(before);
}

describe("a name by its sound", () => {
  test.each([
    ["张三", "zhangsan", "zs"],
    ["单雄信", "shanxiongxin", "sxx"],
    ["曾国", "zengguo", "zg"],
    ["欧阳修", "ouyangxiu", "oyx"],
    ["阿依古丽·买买提", "ayiguli·maimaiti", "aygl·mmt"],
    ["Ann", "ann", "a"],
  ])("%s", (name, pinyin, initials) => {
    expect(soundsOf(name)).toEqual({ pinyin, initials });
  });

  test("a rare character does not break it", () => {
    expect(soundsOf("𠮷〇").pinyin).not.toBe("");
  });
});

describe("people", () => {
  test("somebody is added with the sounds of the name; the number stays out of the journal", async () => {
    const id = await person("李雷");
    expect(await personOf(id)).toMatchObject({ name: "李雷", pinyin: "lilei", initials: "ll", leftOn: null });
    expect(await lastEvent()).toEqual({
      kind: "person.add",
      actor: "系统管理员",
      changes: { name: [null, "李雷"] },
    });
  });

  test("a corrected name is found by its new sound", async () => {
    const personId = await person("李雷");
    await run("person.edit", { personId, version: 1, name: "韩梅梅" });
    expect(await personOf(personId)).toMatchObject({ pinyin: "hanmeimei", initials: "hmm", version: 2 });
    expect((await personOf(personId)).phone).toBe("13800000000");
    const late = run("person.edit", { personId, version: 1, name: "别名" });
    await expect(late).rejects.toBeInstanceOf(Stale);
  });

  test("who leaves gives up every post on that day; the history and the posts stay", async () => {
    const personId = await person();
    const [a, b, past] = [await post(), await post(), await post()];
    const holdings = [await seat(a, personId), await seat(b, personId)];
    const before = await seat(past, personId, "2023-01-01");
    await end(before, "2024-12-31");
    await leave(personId, "2024-09-15");
    for (const id of [...holdings, before]) expect((await holdingOf(id)).toDay).toBe("2024-09-15");
    expect((await personOf(personId)).leftOn).toBe("2024-09-15");
    expect((await lastEvent()).changes).toMatchObject({ leftOn: [null, "2024-09-15"] });
    expect((await lastEvent()).changes.postsGivenUp[1]).toEqual(expect.arrayContaining([a, b, past]));
    expect(await prisma().post.count({ where: { id: { in: [a, b] }, closedOn: null } })).toBe(2);
  });

  test("nobody leaves twice or before a post begins", async () => {
    const personId = await person();
    await seat(await post(), personId, "2024-09-20");
    await leavesNoTrace(() => leave(personId, "2024-09-19"), new Refused("endBeforeStart"));
    await leave(personId, "2024-09-20");
    await leavesNoTrace(() => leave(personId, TODAY, 2), new Refused("personLeft"));
  });

  test("who left takes no post until back", async () => {
    const personId = await person();
    await leavesNoTrace(() => run("person.return", { personId, version: 1 }), new Refused("personHere"));
    await leave(personId);
    const postId = await post();
    await leavesNoTrace(() => seat(postId, personId), new Refused("personLeft"));
    await run("person.return", { personId, version: 2 });
    expect((await lastEvent()).changes).toEqual({ leftOn: [TODAY, null] });
    await seat(postId, personId);
  });
});

describe("holdings", () => {
  test("a post may be held by several, each once at a time", async () => {
    const postId = await post();
    const [a, b] = [await person(), await person()];
    await seat(postId, a);
    await seat(postId, b);
    await leavesNoTrace(() => seat(postId, a, "2024-05-01"), new Refused("alreadyHolds"));
  });

  test("the same person may come back after the last day, not on it", async () => {
    const [postId, personId] = [await post(), await person()];
    await end(await seat(postId, personId), TODAY);
    await leavesNoTrace(() => seat(postId, personId, TODAY), new Refused("alreadyHolds"));
    await seat(postId, personId, "2024-10-01");
  });

  test("of many who seat the same person at once, one does and the others are told", async () => {
    const [postId, personId] = [await post(), await person()];
    // Open connections: otherwise the first caller is done before the others have one.
    await Promise.all(Array.from({ length: 10 }, () => pool().query("SELECT pg_sleep(0.1)")));
    const all = await Promise.allSettled(Array.from({ length: 8 }, () => seat(postId, personId)));
    const lost = all.filter((one) => one.status === "rejected");
    expect(lost.map(({ reason }) => reason)).toEqual(Array(7).fill(new Refused("alreadyHolds")));
  });

  test("an end may be moved until it has passed", async () => {
    const id = await seat(await post(), await person());
    await end(id, "2024-12-31");
    await end(id, "2024-09-29");
    expect(await lastEvent()).toMatchObject({
      kind: "holding.end",
      changes: { toDay: ["2024-12-31", "2024-09-29"] },
    });
    await leavesNoTrace(() => end(id, TODAY), new Refused("holdingEnded"));
  });

  test("nothing ends before it began", async () => {
    const id = await seat(await post(), await person(), "2024-05-01");
    await leavesNoTrace(() => end(id, "2024-04-30"), new Refused("endBeforeStart"));
  });

  test("what does not exist is not found", async () => {
    await expect(seat(9999, await person())).rejects.toBeInstanceOf(NotFound);
    await expect(seat(await post(), 9999)).rejects.toBeInstanceOf(NotFound);
    await expect(end(9999, TODAY)).rejects.toBeInstanceOf(NotFound);
  });
});

describe("who may", () => {
  test("people are the system administrator's, posts also the supervisor's", async () => {
    const personId = await person();
    const denied = async (name: string, input: object, actor = supervisor()) => {
      const before = await traces();
      await expect(run(name, input, actor)).rejects.toBeInstanceOf(Forbidden);
      expect(await traces()).toEqual(before);
    };
    await denied("person.add", { name: "王五" });
    await denied("person.edit", { personId, version: 1, name: "王五" });
    await denied("person.leave", { personId, version: 1, on: TODAY });
    await denied("person.return", { personId, version: 1 });
    const postId = await post();
    await run("holding.begin", { postId, personId, from: TODAY }, supervisor());
    for (const role of ["leader", "unitHead", "staff", "observer", "securityAdmin"] as const)
      await denied("holding.begin", { postId, personId, from: TODAY }, someActor({ roles: [role] }));
    const { id } = await prisma().holding.findFirstOrThrow({ where: { postId } });
    await denied("holding.end", { holdingId: id, on: TODAY }, someActor({ roles: ["staff"] }));
  });
});
