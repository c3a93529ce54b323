import { type Actor, worksOnTasks } from "../auth/permissions";
import type { Day } from "../calendar/rules";
import { today } from "../clock";
import { prisma } from "../db";
import { maskTitle } from "./mask-rules";

/** An entry that a leader answers for by name, such as a case or a household. */
export type SponsoredCase = {
  id: number;
  code: string;
  title: string;
  ledgerId: number;
  ledger: string;
  stage: string;
  stageSince: Day;
  /** The last day on which it may stand in its stage; null without one. */
  stageDue: Day | null;
  overdue: boolean;
};

type Row = SponsoredCase & { label: string };

const SHOWN = 100;

/** The entries still open that this person's posts sponsor, overdue ones first; titles of sensitive ledgers are masked. */
export async function listSponsoredCases(actor: Actor): Promise<SponsoredCase[]> {
  if (!worksOnTasks(actor) || actor.postIds.length === 0) return [];
  const rows = await prisma().$queryRaw<Row[]>`
    SELECT e.id, e.code, e.title, l.id AS "ledgerId", l.name AS ledger, l.label, e."stageSince", e."stageDue",
      coalesce((SELECT s->>'name' FROM jsonb_array_elements(l.stages) s WHERE s->>'key' = e.stage), e.stage) AS stage,
      coalesce(e."stageDue" < ${today()}, false) AS overdue
    FROM "LedgerEntry" e JOIN "Ledger" l ON l.id = e."ledgerId"
    WHERE e."sponsorPostId" = ANY(${actor.postIds}::int[]) AND e."removedOn" IS NULL AND e."writtenOffOn" IS NULL AND l."closedOn" IS NULL
    ORDER BY overdue DESC, e."stageDue" NULLS LAST, e.code LIMIT ${SHOWN}`;
  return rows.map(({ label, ...row }) => ({ ...row, title: maskTitle(label, row.title) }));
}
