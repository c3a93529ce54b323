import { pinyin } from "pinyin-pro";
import { demand } from "../auth/demand";
import type { Actor } from "../auth/permissions";
import { today } from "../clock";
import { prisma } from "../db";

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

const known = new Map<string, string>();

/** Full pinyin and initials of a name, which stays the same and is asked for again and again. */
function soundsOf(name: string): string {
  const found = known.get(name);
  if (found !== undefined) return found;
  const syllables = pinyin(name, { toneType: "none", type: "array" });
  const sounds = `${syllables.join("")} ${syllables.map((one) => one[0] ?? "").join("")}`.toLowerCase();
  known.set(name, sounds);
  return sounds;
}
