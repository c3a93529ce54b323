import type { Role, TaskScope } from "../auth/permissions";
import type { Day } from "../calendar/rules";
import type { Tx } from "../db";
import { Prisma } from "../generated/prisma/client";

/** Who sits where today: posts, not names, are told, so that a successor hears what the predecessor did not do. */

export type Seat = { postId: number; unitId: number; isHead: boolean; accountId: number; roles: Role[] };

/** Everybody with an account who holds one of these posts, or heads one of these units, on this day. */
export async function listSeats(
  tx: Tx,
  on: Day,
  { postIds, headUnitIds }: { postIds: readonly number[]; headUnitIds: readonly number[] },
): Promise<Seat[]> {
  if (postIds.length === 0 && headUnitIds.length === 0) return [];
  return tx.$queryRaw<Seat[]>`
    SELECT DISTINCT p.id AS "postId", p."unitId", p."isHead", a.id AS "accountId", a.roles::text[] AS roles
    FROM "Post" p
    JOIN "Holding" h ON h."postId" = p.id AND h."fromDay" <= ${on} AND (h."toDay" IS NULL OR h."toDay" >= ${on})
    JOIN "Person" n ON n.id = h."personId" AND (n."leftOn" IS NULL OR n."leftOn" >= ${on})
    JOIN "Account" a ON a."personId" = n.id AND a."disabledAt" IS NULL
    WHERE (p.id = ANY(${[...postIds]}::int[]) OR (p."isHead" AND p."unitId" = ANY(${[...headUnitIds]}::int[])))
      AND (p."closedOn" IS NULL OR p."closedOn" > ${on})`;
}

export type Holder = { accountId: number; roles: Role[] };

/** Every open account with this role. */
export async function listHolders(tx: Tx, role: Role, on: Day): Promise<Holder[]> {
  return tx.$queryRaw<Holder[]>`
    SELECT a.id AS "accountId", a.roles::text[] AS roles FROM "Account" a LEFT JOIN "Person" n ON n.id = a."personId"
    WHERE ${role}::"Role" = ANY(a.roles) AND a."disabledAt" IS NULL AND (n."leftOn" IS NULL OR n."leftOn" >= ${on})`;
}

export type TaskFacts = TaskScope & { id: number; code: string; title: string };

/** What a message needs to know of these tasks, whoever may see them. */
export async function listTaskFacts(tx: Tx, ids: readonly number[]): Promise<TaskFacts[]> {
  if (ids.length === 0) return [];
  return tx.$queryRaw<TaskFacts[]>`
    SELECT t.id, t.code, t.title, t.label::text AS label, t."leadUnitId", t."ownerPostId", t."sponsorPostId",
      ARRAY(SELECT s."unitId" FROM "TaskSupport" s WHERE s."taskId" = t.id) AS "supportUnitIds"
    FROM "Task" t WHERE t.id = ANY(${[...ids]}::int[])`;
}

/** Who wrote what is answered, and to which post it is addressed, by the type of the subject. */
const WRITTEN: Readonly<Record<string, Prisma.Sql>> = {
  urge: Prisma.sql`SELECT id, "accountId", NULL::int AS "toPostId" FROM "Urge"`,
  notice: Prisma.sql`SELECT id, "accountId", NULL::int AS "toPostId" FROM "Notice"`,
  extension: Prisma.sql`SELECT id, "accountId", NULL::int AS "toPostId" FROM "Extension"`,
  halt: Prisma.sql`SELECT id, "accountId", NULL::int AS "toPostId" FROM "Halt"`,
  appeal: Prisma.sql`SELECT id, "accountId", NULL::int AS "toPostId" FROM "Appeal"`,
  instruction: Prisma.sql`SELECT id, "accountId", "toPostId" FROM "Instruction"`,
};

export type Subject = { type: string; id: number };
export type Writing = Subject & { accountId: number | null; roles: Role[]; toPostId: number | null };

/** Author and addressee of these subjects; an author whose account is closed hears nothing. */
export async function listWritings(tx: Tx, subjects: readonly Subject[]): Promise<Writing[]> {
  const types = [...new Set(subjects.map(({ type }) => type))];
  const lists = await Promise.all(
    types.map(async (type) => {
      const table = WRITTEN[type];
      if (!table) return [];
      const ids = subjects.filter((one) => one.type === type).map(({ id }) => id);
      const rows = await tx.$queryRaw<Omit<Writing, "type">[]>`
        SELECT w.id, a.id AS "accountId", COALESCE(a.roles, '{}')::text[] AS roles, w."toPostId"
        FROM (${table} WHERE id = ANY(${ids}::int[])) w LEFT JOIN "Account" a ON a.id = w."accountId" AND a."disabledAt" IS NULL`;
      return rows.map((row) => ({ ...row, type }));
    }),
  );
  return lists.flat();
}
