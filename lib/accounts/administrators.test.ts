import { beforeEach, describe, expect, test } from "vitest";
import { type Actor, ADMIN_ROLES, type Role } from "@/lib/auth/permissions";
import { runCommand } from "@/lib/commands";
import { pool, prisma } from "@/lib/db";
import { Forbidden, Refused, Stale } from "@/lib/errors";
import { idOf, savedAccount, savedActor, savedHouse, setRoles, versionOf } from "@/lib/testing/accounts";
import { freshDatabase } from "@/lib/testing/database";

let system: Actor;
let security: Actor;
let audit: Actor;
let staff: Actor;

beforeEach(async () => {
  await freshDatabase();
  ({ system, security, audit, staff } = await savedHouse());
});

describe("the three administrators", () => {
  const commands: [string, (id: number) => Record<string, unknown>, Role][] = [
    ["account.add", () => ({ name: "lisi" }), "systemAdmin"],
    ["account.edit", (id) => ({ accountId: id, version: 2, name: "zhang" }), "systemAdmin"],
    ["account.resetPassword", (id) => ({ accountId: id }), "systemAdmin"],
    ["account.disable", (id) => ({ accountId: id }), "systemAdmin"],
    ["account.unlock", (id) => ({ accountId: id }), "systemAdmin"],
    ["session.endAll", (id) => ({ accountId: id }), "systemAdmin"],
    [
      "account.setRoles",
      (id) => ({ accountId: id, version: 2, roles: ["staff", "observer"] }),
      "securityAdmin",
    ],
  ];

  test.each(commands)("%s is for its administrator and nobody else", async (name, inputFor, role) => {
    for (const actor of [system, security, audit, staff]) {
      const result = await runCommand(name, actor, inputFor(idOf(staff))).catch((error) => error);
      if (actor.roles[0] === role) expect(result).toHaveProperty("seq");
      else expect(result).toBeInstanceOf(Forbidden);
    }
  });

  test.each(ADMIN_ROLES)(
    "%s stands alone on its account, in the command and in the database",
    async (role) => {
      for (const other of ["staff", "supervisor", ...ADMIN_ROLES.filter((one) => one !== role)] as Role[]) {
        await expect(setRoles(security, idOf(staff), [role, other])).rejects.toEqual(
          new Refused("rolesApart"),
        );
        const by = pool().query(`UPDATE "Account" SET roles = ARRAY[$1, $2]::"Role"[] WHERE id = $3`, [
          role,
          other,
          idOf(staff),
        ]);
        await expect(by).rejects.toThrow("Account_admin_roles_stand_alone");
      }
    },
  );

  test("nobody changes their own roles, resets their own password or disables themselves", async () => {
    const own = new Refused("ownAccount");
    await expect(setRoles(security, idOf(security), [])).rejects.toEqual(own);
    await expect(runCommand("account.disable", system, { accountId: idOf(system) })).rejects.toEqual(own);
    await expect(runCommand("account.resetPassword", system, { accountId: idOf(system) })).rejects.toEqual(
      own,
    );
  });

  test("a system administrator cannot get into the account of a security or audit administrator", async () => {
    const apart = new Refused("administratorsReset");
    for (const other of [security, audit]) {
      await expect(runCommand("account.resetPassword", system, { accountId: idOf(other) })).rejects.toEqual(
        apart,
      );
      const map = { accountId: idOf(other), version: await versionOf(idOf(other)), oidcSubject: "mine" };
      await expect(runCommand("account.edit", system, map)).rejects.toEqual(apart);
    }
  });

  test("the last security and the last system administrator stay", async () => {
    const last = new Refused("lastAdministrator");
    await expect(runCommand("account.disable", system, { accountId: idOf(security) })).rejects.toEqual(last);
    await expect(setRoles(security, idOf(system), ["staff"])).rejects.toEqual(last);
    await savedAccount(["securityAdmin"]);
    await runCommand("account.disable", system, { accountId: idOf(security) });
  });

  test("a disabled one does not count as another", async () => {
    const spare = await savedAccount(["securityAdmin"]);
    await runCommand("account.disable", system, { accountId: spare });
    const disable = runCommand("account.disable", system, { accountId: idOf(security) });
    await expect(disable).rejects.toEqual(new Refused("lastAdministrator"));
  });

  test("two who remove each other at once leave one of them", async () => {
    for (let round = 0; round < 10; round++) {
      const pair = [await savedActor(["securityAdmin"]), await savedActor(["securityAdmin"])] as const;
      await pool().query(
        `UPDATE "Account" SET "disabledAt" = now() WHERE roles @> ARRAY['securityAdmin']::"Role"[] AND id <> ALL($1)`,
        [pair.map(idOf)],
      );
      const [a, b] = pair;
      await Promise.allSettled([setRoles(a, idOf(b), []), setRoles(b, idOf(a), [])]);
      const where = { disabledAt: null, roles: { has: "securityAdmin" as const } };
      expect(await prisma().account.count({ where })).toBe(1);
    }
  });

  test("rights withdrawn while a command waits are withdrawn for it", async () => {
    const second = await savedActor(["securityAdmin"]);
    await setRoles(security, idOf(second), ["staff"]);
    await expect(setRoles(second, idOf(staff), ["supervisor"])).rejects.toBeInstanceOf(Forbidden);
  });

  test("a change decided on an old state is refused", async () => {
    const roles = { accountId: idOf(staff), version: 1, roles: ["supervisor"] };
    await expect(runCommand("account.setRoles", security, roles)).rejects.toBeInstanceOf(Stale);
  });
});
