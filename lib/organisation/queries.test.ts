import { beforeAll, describe, expect, test } from "vitest";
import { withClock } from "@/lib/clock";
import { runCommand } from "@/lib/commands";
import { Forbidden } from "@/lib/errors";
import { savedOffice, savedTask, someActor, supervisor } from "@/lib/testing/builders";
import { getOrganisation, listHoldings } from "./queries";

const TODAY = "2024-09-30";
let office: Awaited<ReturnType<typeof savedOffice>>;
const keeper = () => someActor({ roles: ["systemAdmin"] });
const on = <T>(work: () => Promise<T>) => withClock(new Date(`${TODAY}T10:00:00+08:00`), work);
const run = <R>(name: string, input: object) => on(() => runCommand<R>(name, keeper(), input));

async function seat(postId: number, name: string, from: string, to?: string): Promise<void> {
  const { result } = await run<{ personId: number }>("person.add", { name, phone: "13800000000" });
  const input = { postId, personId: result.personId, from };
  const begun = await run<{ holdingId: number }>("holding.begin", input);
  if (to) await run("holding.end", { holdingId: begun.result.holdingId, on: to });
}

beforeAll(async () => {
  office = await savedOffice();
  await seat(office.ownerPostId, "张三", "2024-01-01", "2024-09-29");
  await seat(office.ownerPostId, "李四", TODAY);
  await seat(office.otherPostId, "王五", "2024-10-08");
  for (const label of ["open", "sensitive"]) {
    const taskId = await savedTask(office, { label, ownerPostId: office.otherPostId });
    await runCommand("task.assign", supervisor(), { tasks: [{ taskId, version: 1 }] });
  }
});

const see = (actor = supervisor()) => on(() => getOrganisation(actor));
const postIn = async (id: number, actor = supervisor()) =>
  (await see(actor)).posts.find((post) => post.id === id);

describe("the organisation", () => {
  test("units stand in the order of the tree", async () => {
    expect((await see()).units.map(({ name, depth }) => [name, depth])).toEqual([
      ["某街道", 0],
      ["甲科", 1],
      ["乙科", 1],
    ]);
  });

  test("a post shows who holds it today and who will, not who did", async () => {
    expect(await postIn(office.ownerPostId)).toMatchObject({
      vacant: false,
      holders: [{ name: "李四", from: TODAY, to: null }],
    });
  });

  test("a post is vacant until its next holder's first day", async () => {
    expect(await postIn(office.otherPostId)).toMatchObject({ vacant: true, holders: [{ name: "王五" }] });
  });

  test("open work is counted as far as this person may see it", async () => {
    const work = async (actor = supervisor()) => (await postIn(office.otherPostId, actor))?.work;
    expect(await work()).toBe(2);
    expect(await work(someActor({ roles: ["observer"] }))).toBe(1);
    expect(await work(keeper())).toBeNull();
  });

  test("numbers are for those who keep the posts", async () => {
    const phones = async (actor = supervisor()) => (await see(actor)).people.map(({ phone }) => phone);
    expect(new Set(await phones())).toEqual(new Set(["13800000000"]));
    expect(new Set(await phones(keeper()))).toEqual(new Set(["13800000000"]));
    expect(new Set(await phones(someActor({ roles: ["staff"] })))).toEqual(new Set([""]));
  });

  test("the other administrators see nothing of it", async () => {
    for (const role of ["securityAdmin", "auditAdmin"] as const) {
      await expect(see(someActor({ roles: [role] }))).rejects.toBeInstanceOf(Forbidden);
      await expect(listHoldings(someActor({ roles: [role] }), { page: 1, size: 10 })).rejects.toBeInstanceOf(
        Forbidden,
      );
    }
  });
});

test("the history of posts goes back page by page", async () => {
  const names = async (page: number, size: number) =>
    (await listHoldings(supervisor(), { page, size })).rows.map(({ person }) => person);
  expect(await names(1, 10)).toEqual(["王五", "李四", "张三"]);
  expect(await names(2, 2)).toEqual(["张三"]);
  expect((await listHoldings(supervisor(), { page: 1, size: 1 })).total).toBe(3);
});
