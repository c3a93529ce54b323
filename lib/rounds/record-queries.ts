import { type Actor, maySee, type TaskScope } from "../auth/permissions";
import { MASKED_TITLE } from "../board/rules";
import type { Day } from "../calendar/rules";
import type { Tx } from "../db";
import { Prisma } from "../generated/prisma/client";
import type { TaskStatus } from "../tasks/rules";
import { groupedBy, stateOf, tallyOf } from "./rules";
import type { OwedRow, RoundRecord, UnitCounts } from "./views";

/** The reports of a round as rows, with who writes each today, and what is frozen of them. */

export type RoundFacts = { id: number; windowFrom: Day; windowTo: Day; graceDays: number; closedAt: unknown };

type RawOwed = TaskScope & {
  owedId: number;
  taskId: number;
  code: string;
  title: string;
  status: TaskStatus;
  supportUnitId: number | null;
  unitId: number | null;
  unitName: string | null;
  postId: number | null;
  postName: string | null;
  holders: string | null;
  checkInId: number | null;
  doneOn: Day | null;
  excused: string | null;
  urgedAt: Date | null;
};
export type Owed = RawOwed & { state: OwedRow["state"] };

/** Reports "o" with task "t", answering unit "u", writing post "p" and its holders "held" on a day. */
export function owedWithWriters(day: Day): Prisma.Sql {
  return Prisma.sql`"RoundOwed" o JOIN "Task" t ON t.id = o."taskId"
    LEFT JOIN "Unit" u ON u.id = COALESCE(o."supportUnitId", t."leadUnitId")
    LEFT JOIN (SELECT DISTINCT ON ("unitId") id, "unitId" FROM "Post" WHERE "closedOn" IS NULL OR "closedOn" > ${day}
      ORDER BY "unitId", "isHead" DESC, "order", id) first ON first."unitId" = o."supportUnitId"
    LEFT JOIN "Post" p ON p.id = CASE WHEN o."supportUnitId" IS NULL THEN t."ownerPostId" ELSE first.id END
    LEFT JOIN (SELECT h."postId", string_agg(n.name, '、' ORDER BY h."fromDay", n.id) AS names FROM "Holding" h
      JOIN "Person" n ON n.id = h."personId" AND (n."leftOn" IS NULL OR n."leftOn" >= ${day})
      WHERE h."fromDay" <= ${day} AND (h."toDay" IS NULL OR h."toDay" >= ${day}) GROUP BY h."postId") held ON held."postId" = p.id`;
}

/** Every report of a round in the office's order, with what became of it by `today`. */
export async function readOwed(tx: Tx, round: RoundFacts, today: Day): Promise<Owed[]> {
  const rows = await tx.$queryRaw<RawOwed[]>`
    SELECT o.id AS "owedId", o."taskId", t.code, t.title, t.status, t.label, t."leadUnitId", t."ownerPostId", t."sponsorPostId",
      ARRAY(SELECT s."unitId" FROM "TaskSupport" s WHERE s."taskId" = t.id) AS "supportUnitIds", o."supportUnitId",
      u.id AS "unitId", u."shortName" AS "unitName", p.id AS "postId", p.name AS "postName", held.names AS holders,
      o."checkInId", o."doneOn", o.excused, (SELECT max(g.at) FROM "Urge" g WHERE g."taskId" = t.id
        AND g.at >= (${round.windowFrom}::date)::timestamp AT TIME ZONE 'Asia/Shanghai') AS "urgedAt"
    FROM ${owedWithWriters(today)} WHERE o."roundId" = ${round.id} ORDER BY u."order", u.id, t.rank, o.id`;
  return rows.map((row) => ({ ...row, state: stateOf(factsOf(row, round), today) }));
}

function factsOf({ status, doneOn, excused }: RawOwed, { windowTo, graceDays, closedAt }: RoundFacts) {
  return { status, doneOn, excused, windowTo, graceDays, closed: closedAt !== null };
}

/** How many reports nobody is there to write and that are not there yet. */
export function countUnmanned(owed: readonly Owed[]): number {
  return owed.filter(({ state, holders }) => !holders && (state === "waiting" || state === "missing")).length;
}

/** Completion by answering unit, in the office's order. */
export function byUnitOf(owed: readonly Owed[]): UnitCounts[] {
  return [...groupedBy(owed, ({ unitId }) => unitId)].map(([unitId, own]) => ({
    ...{ unitId, name: own[0]?.unitName ?? "" },
    ...tallyOf(own.map(({ state }) => state)),
  }));
}

/** What a round keeps for good when it closes today: what still waits then is missing. */
export async function readRecord(tx: Tx, round: RoundFacts, today: Day): Promise<RoundRecord> {
  const open = await readOwed(tx, round, today);
  const owed = open.map((one) => ({
    ...one,
    state: one.state === "waiting" ? ("missing" as const) : one.state,
  }));
  const notReported = owed
    .filter(({ state }) => state === "missing")
    .map(({ taskId, code, unitName, postName, holders }) => ({
      ...{ taskId, code, unit: unitName ?? "" },
      post: [holders, postName].filter(Boolean).join(" · "),
    }));
  return { ...tallyOf(owed.map(({ state }) => state)), byUnit: byUnitOf(owed), notReported };
}

/** The rows that this person may know of, titles of sensitive tasks masked. */
export function rowsFor(actor: Actor, owed: readonly Owed[]): OwedRow[] {
  return owed.filter((one) => maySee(actor, one)).map(toRow);
}

function toRow(one: Owed): OwedRow {
  const { taskId: id, code, status, label, state } = one;
  const title = label === "sensitive" ? MASKED_TITLE : one.title;
  const unit = one.unitId === null ? null : { id: one.unitId, name: one.unitName ?? "" };
  const by = { name: one.postName ?? "", holders: one.holders ?? "" };
  return {
    owedId: one.owedId,
    task: { id, code, title, status, label },
    supportUnit: one.supportUnitId === null ? null : unit,
    unit,
    post: one.postId === null ? null : { id: one.postId, ...by },
    state,
    excused: state === "excused" ? (one.excused ?? status) : null,
    doneOn: one.doneOn,
    checkInId: one.checkInId,
    urgedAt: one.urgedAt?.toISOString() ?? null,
  };
}
