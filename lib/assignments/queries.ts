import { demand } from "../auth/demand";
import type { Actor } from "../auth/permissions";
import { today } from "../clock";
import { prisma } from "../db";
import { soundsOf } from "../sounds";

type Row = { id: number; name: string; unit: string; sounds: string };

/** What else finds each post in a picker than its own words: the sounds of its name, of its unit and of its holders today, by post.
 * @throws Forbidden */
export async function listPostKeys(actor: Actor): Promise<Record<number, string>> {
  demand(actor, "organisation.see");
  const rows = await prisma().$queryRaw<Row[]>`
    SELECT p.id, p.name, u."shortName" AS unit, coalesce((
        SELECT string_agg(e.pinyin || ' ' || e.initials, ' ') FROM "Holding" h JOIN "Person" e ON e.id = h."personId"
        WHERE h."postId" = p.id AND h."fromDay" <= ${today()} AND (h."toDay" IS NULL OR h."toDay" >= ${today()})), '') AS sounds
    FROM "Post" p JOIN "Unit" u ON u.id = p."unitId"
    WHERE p."closedOn" IS NULL OR p."closedOn" > ${today()}`;
  const keys = rows.map(({ id, name, unit, sounds }) => [
    id,
    `${sounds} ${soundsOf(name)} ${soundsOf(unit)}`.trim(),
  ]);
  return Object.fromEntries(keys);
}
