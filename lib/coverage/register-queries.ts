import { demand } from "../auth/demand";
import type { Actor } from "../auth/permissions";
import { today } from "../clock";
import { prisma } from "../db";
import { Prisma } from "../generated/prisma/client";
import { mayReveal } from "./rules";
import { getRegisterRow, type ObjectRow, type Register } from "./subjects";

export type RegisterRow = Register & { objects: number; duties: number };

/** All registers, with how many objects stand in each today and how many open duties count them. @throws Forbidden */
export async function listRegisters(actor: Actor): Promise<RegisterRow[]> {
  demand(actor, "register.see");
  return prisma().$queryRaw<RegisterRow[]>`
    SELECT r.id, r.name, r.kind::text, r."objectWord", r.label::text, r."closedOn", r.version,
      (SELECT count(*)::int FROM "RegisterObject" o WHERE o."registerId" = r.id AND o."activeFrom" <= ${today()}
        AND (o."activeTo" IS NULL OR o."activeTo" >= ${today()})) AS objects,
      (SELECT count(*)::int FROM "Duty" d WHERE d."registerId" = r.id AND d."closedOn" IS NULL) AS duties
    FROM "Register" r ORDER BY (r."closedOn" IS NOT NULL), r."order", r.id`;
}

/** `name` and `note` are null where they are masked. */
export type ListedObject = Omit<ObjectRow, "name" | "note" | "registerId"> & {
  name: string | null;
  note: string | null;
  visits: number;
  /** Whether this person may read the masked name; each look is recorded. */
  mayReveal: boolean;
};
export type RegisterDetail = { register: Register; objects: ListedObject[]; unitsMissing: number };

/** What an object is called: a community or grid as its unit is called now. Needs `r`, `o` and `u` in the statement. */
export const SHOWN_NAME = Prisma.sql`CASE WHEN (r.kind = 'communities' AND u.kind = 'community')
  OR (r.kind = 'grids' AND u.kind IN ('grid', 'microGrid')) THEN u.name ELSE o.name END`;

/** A register with everything that ever stood in it. @throws NotFound */
export async function getRegister(actor: Actor, id: number): Promise<RegisterDetail> {
  const register = await getRegisterRow(actor, id);
  const rows = await prisma().$queryRaw<(ObjectRow & { visits: number })[]>`
    SELECT o.id, o.code, ${SHOWN_NAME} AS name, o."unitId", o."postId", o."sponsorPostId", o.note, o."activeFrom", o."activeTo",
      o.version, coalesce(v.visits, 0) AS visits
    FROM "RegisterObject" o JOIN "Register" r ON r.id = o."registerId" LEFT JOIN "Unit" u ON u.id = o."unitId"
      LEFT JOIN (SELECT "objectId", count(*)::int AS visits FROM "Visit" WHERE "withdrawnAt" IS NULL GROUP BY 1) v ON v."objectId" = o.id
    WHERE o."registerId" = ${id} ORDER BY o."order", o.id`;
  const masked = register.label === "sensitive";
  const objects = rows.map((row) => ({
    ...row,
    ...(masked && { name: null, note: null }),
    mayReveal: masked && mayReveal(actor, row),
  }));
  return { register, objects, unitsMissing: await countMissing(register) };
}

/** Communities or grids of the unit tree that this register does not have yet. */
async function countMissing({ id, kind, closedOn }: Register): Promise<number> {
  if (closedOn !== null || (kind !== "communities" && kind !== "grids")) return 0;
  return prisma().unit.count({
    where: {
      kind: kind === "communities" ? "community" : "grid",
      closedOn: null,
      objects: { none: { registerId: id } },
    },
  });
}
