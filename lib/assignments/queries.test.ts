import { beforeAll, expect, test } from "vitest";
import { runCommand, SYSTEM } from "@/lib/commands";
import { Forbidden } from "@/lib/errors";
import { savedOffice, someActor, supervisor } from "@/lib/testing/builders";
import { listPostKeys } from "./queries";

let office: Awaited<ReturnType<typeof savedOffice>>;
beforeAll(async () => {
  office = await savedOffice();
  const { result } = await runCommand<{ personId: number }>("person.add", SYSTEM, { name: "单雄信" });
  await runCommand("holding.begin", SYSTEM, {
    postId: office.ownerPostId,
    personId: result.personId,
    from: "2024-01-01",
  });
});

test("a post is found by the sounds of its holder, its name and its unit", async () => {
  const keys = await listPostKeys(supervisor());
  expect(keys[office.ownerPostId]?.split(" ")).toEqual([
    "shanxiongxin",
    "sxx",
    "fuzeren",
    "fzr",
    "jiake",
    "jk",
  ]);
  expect(keys[office.otherPostId]).toBe("fuzeren fzr yike yk");
});

test("those who see no organisation get none", async () => {
  await expect(listPostKeys(someActor({ roles: ["auditAdmin"] }))).rejects.toBeInstanceOf(Forbidden);
});
