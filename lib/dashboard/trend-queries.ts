import * as z from "zod";
import { demand } from "../auth/demand";
import type { Actor } from "../auth/permissions";
import { prisma } from "../db";

/** What a round came to when it closed. Shares are of the reports that were owed, the excused not among them; null: none was. */
export type Turn = {
  roundId: number;
  title: string;
  /** The last day of its window. */
  day: string;
  owed: number;
  /** Percent to one place: came within the window, came late, never came. */
  done: number | null;
  late: number | null;
  missing: number | null;
};

const count = z.int().min(0);
const Record = z.object({ owed: count, done: count, late: count, missing: count });

/** Closed rounds, the earliest of the last `most` first; each as its own closing recorded it. @throws Forbidden */
export async function listTurns(actor: Actor, most = 12): Promise<Turn[]> {
  demand(actor, "board.see");
  const rounds = await prisma().round.findMany({
    where: { closedAt: { not: null } },
    orderBy: [{ windowTo: "desc" }, { id: "desc" }],
    take: most,
    select: { id: true, title: true, windowTo: true, record: true },
  });
  return rounds.reverse().flatMap(({ id, title, windowTo, record }) => {
    const read = Record.safeParse(record);
    if (!read.success) return [];
    const { owed, done, late, missing } = read.data;
    const of = (part: number) => share(part, owed);
    return [
      { roundId: id, title, day: windowTo, owed, done: of(done), late: of(late), missing: of(missing) },
    ];
  });
}

function share(part: number, of: number): number | null {
  return of > 0 ? Math.round((part / of) * 1000) / 10 : null;
}
