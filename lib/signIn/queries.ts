import { today } from "../clock";
import { prisma } from "../db";

type Where = { name: string } | { oidcSubject: string };

/** What a sign-in asks about an account. */
export function findAccount(where: Where) {
  const select = {
    id: true,
    version: true,
    passwordHash: true,
    disabledAt: true,
    person: { select: { leftOn: true } },
  };
  return prisma().account.findUnique({ where, select });
}

type Candidate = NonNullable<Awaited<ReturnType<typeof findAccount>>>;

/** May this account still be used? */
export function isOpen({ disabledAt, person }: Candidate): boolean {
  const leftOn = person?.leftOn ?? null;
  return disabledAt === null && (leftOn === null || leftOn >= today());
}
