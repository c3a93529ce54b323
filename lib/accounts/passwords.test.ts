import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/permissions";
import { actorOfSession } from "@/lib/auth/queries";
import { runCommand, SYSTEM } from "@/lib/commands";
import { Refused } from "@/lib/errors";
import {
  changePassword as change,
  eventsOf,
  HERE,
  idOf,
  isAlive,
  PASSWORD,
  savedHouse,
  signedIn,
} from "@/lib/testing/accounts";
import { freshDatabase } from "@/lib/testing/database";
import { signInWithPassword } from "../signIn/enter";

let system: Actor;
let staff: Actor;

beforeEach(async () => {
  await freshDatabase();
  ({ system, staff } = await savedHouse());
});

describe("changing one's password", () => {
  test("needs the old one, and wrong ones lock the account like a sign-in", async () => {
    for (let i = 0; i < 5; i++)
      await expect(change(staff, "Other-lamp7y", "wrong")).rejects.toEqual(new Refused("passwordWrong"));
    await expect(change(staff, "Other-lamp7y")).rejects.toMatchObject({ code: "locked" });
    await expect(signInWithPassword("zhangsan", PASSWORD, HERE)).rejects.toMatchObject({ code: "locked" });
    expect((await eventsOf(idOf(staff))).filter(({ kind }) => kind === "session.refuse")).toHaveLength(5);
  });

  test("of a hundred guesses at once at most five are looked at", async () => {
    const answers = await Promise.all(
      Array.from({ length: 100 }, () => change(staff, "Other-lamp7y", "wrong").catch((e: Refused) => e.code)),
    );
    expect(answers.filter((code) => code === "passwordWrong").length).toBeLessThanOrEqual(5);
  }, 30_000);

  test("refuses weak ones and the last five", async () => {
    await expect(change(staff, "zhangsan-Lamp9")).rejects.toEqual(new Refused("passwordWeak"));
    await expect(change(staff, PASSWORD)).rejects.toEqual(new Refused("passwordUsedBefore"));
    const next = ["Lamp-tide1a", "Lamp-tide2b", "Lamp-tide3c", "Lamp-tide4d", "Lamp-tide5e"];
    let old = PASSWORD;
    for (const password of next) {
      await change(staff, password, old);
      old = password;
    }
    await expect(change(staff, "Lamp-tide1a", old)).rejects.toEqual(new Refused("passwordUsedBefore"));
    await change(staff, PASSWORD, old);
  });

  test("lets go of the duty to change it", async () => {
    const { result } = await runCommand<{ password: string }>("account.resetPassword", system, {
      accountId: idOf(staff),
    });
    const actor = await signedIn(idOf(staff), result.password);
    expect(actor.mustChangePassword).toBe(true);
    await change(actor, "Other-lamp7y", result.password);
    expect(
      (await actorOfSession(actor.sessionId ?? "", { touch: false }))?.mustChangePassword,
    ).toBeUndefined();
  });

  test("does not outlive a reset that happens at the same time", async () => {
    const answers = await Promise.allSettled([
      change(staff, "Other-lamp7y"),
      runCommand<{ password: string }>("account.resetPassword", SYSTEM, {
        accountId: idOf(staff),
        password: "Reset-lamp8w",
      }),
    ]);
    expect(answers[1].status).toBe("fulfilled");
    expect(await signInWithPassword("zhangsan", "Reset-lamp8w", HERE)).not.toBeNull();
    expect(await isAlive(staff)).toBe(false);
  });
});

test("an administrator unlocks an account before its time", async () => {
  for (let i = 0; i < 5; i++)
    await signInWithPassword("zhangsan", "wrong", { ...HERE, source: `10.0.2.${i}` });
  await expect(signInWithPassword("zhangsan", PASSWORD, HERE)).rejects.toMatchObject({ code: "locked" });
  await runCommand("account.unlock", system, { accountId: idOf(staff) });
  expect(await signInWithPassword("zhangsan", PASSWORD, HERE)).not.toBeNull();
});
