import { refusalOfPassword } from "../accounts/rules";
import { command } from "../api";
import { hashPassword, randomPassword } from "../auth/password";
import type { Actor, Role } from "../auth/permissions";
import { stateOfLink } from "../auth/setup";
import { realNow } from "../clock";
import type { Tx } from "../db";
import { env } from "../env";
import { Refused, refuse } from "../errors";
import { changesBetween, record } from "../events/record";
import { insertPerson } from "../people/commands";
import { FillSample, FinishSetup } from "./input";

type First = { role: Role; name: string; password?: string | undefined; personName?: string };
type Told = { role: Role; name: string; password: string | null };

/**
 * Opens the three administrators' accounts and the first supervisor's, and uses the link up: all or nothing, once.
 * Nobody is signed in for it; the link's token stands in for the person.
 * @throws Refused
 */
export const finishSetup = command(
  "setup.finish",
  FinishSetup,
  async (tx, actor, { token, supervisor, systemAdmin, securityAdmin, auditAdmin }) => {
    await useLink(tx, token);
    const accounts: First[] = [
      { role: "supervisor", ...supervisor },
      { role: "systemAdmin", ...systemAdmin },
      { role: "securityAdmin", ...securityAdmin },
      { role: "auditAdmin", ...auditAdmin },
    ];
    const names = new Set(accounts.map(({ name }) => name));
    refuse(names.size === accounts.length ? null : "accountNameTaken");
    const told: Told[] = [];
    for (const account of accounts) told.push(await openAccount(tx, actor, account));
    record(tx, actor, { kind: "setup.finish", subject: { type: "setup", id: null } });
    return { accounts: told };
  },
  { secretAnswer: true },
);

/** Notes that the sample year was played after the set-up; the door plays it first, by the ordinary commands. @throws Refused */
export const fillSample = command("setup.fillSample", FillSample, async (tx, actor, { token }) => {
  const isVouched = (await stateOfLink(token, tx)) === "used";
  refuse(isVouched ? null : "setupLinkOver");
  record(tx, actor, { kind: "setup.fillSample", subject: { type: "setup", id: null } });
  return {};
});

// The row's lock makes a second use wait, and then find the link used.
async function useLink(tx: Tx, token: string): Promise<void> {
  await tx.$queryRaw`SELECT id FROM "SetupLink" WHERE id = 1 FOR UPDATE`;
  if ((await stateOfLink(token, tx)) !== "open") throw new Refused("setupLinkOver");
  await tx.setupLink.update({ where: { id: 1 }, data: { usedAt: realNow() }, select: { id: true } });
}

async function openAccount(tx: Tx, actor: Actor, { role, name, password, personName }: First): Promise<Told> {
  if (password !== undefined) refuse(refusalOfPassword(password, env().PASSWORD_POLICY, name));
  const made = password === undefined ? randomPassword() : null;
  const personId = personName === undefined ? null : await insertPerson(tx, { name: personName });
  const times = { passwordChangedAt: realNow(), createdAt: realNow() };
  // Whoever typed the supervisor's password is the supervisor; an administrator's was seen by somebody else.
  const mustChangePassword = made !== null || role !== "supervisor";
  const passwordHash = await hashPassword(made ?? password ?? "");
  const data = { name, personId, roles: [role], mustChangePassword, passwordHash, ...times };
  const { id } = await tx.account.create({ data, select: { id: true } });
  const changes = changesBetween(
    {},
    { name, roles: [role], ...(personName !== undefined && { personName }) },
  );
  record(tx, actor, { kind: "account.add", subject: { type: "account", id }, changes });
  return { role, name, password: made };
}
