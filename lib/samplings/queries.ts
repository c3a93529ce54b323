import { demand } from "../auth/demand";
import { maySeeLedger } from "../auth/entry-permissions";
import { type Actor, maySee, type TaskScope } from "../auth/permissions";
import { MASKED_TITLE } from "../board/rules";
import type { Day } from "../calendar/rules";
import { prisma } from "../db";
import { maskTitle } from "../ledgers/mask-rules";
import type { VerifyMethod } from "../tasks/rules";
import { lotOf } from "./draw";

/** Samples as they travel to the browser; instants are ISO texts. */

export type Sample = {
  id: number;
  version: number;
  order: number;
  taskId: number;
  /** The ledger entry that was drawn; null when it is the task. */
  entry: { id: number; code: string; ledgerId: number; ledger: string } | null;
  code: string;
  title: string;
  unit: string;
  closedOn: Day | null;
  /** False when it was reopened or moved back since it was drawn. */
  standing: boolean;
  lot: string;
  passed: boolean | null;
  method: VerifyMethod | null;
  note: string;
  checkedOn: Day | null;
  checkedBy: string | null;
};
export type Sampling = {
  id: number;
  title: string;
  kind: "task" | "entry";
  fromDay: Day;
  toDay: Day;
  size: number;
  seed: string;
  population: number;
  author: string;
  at: string;
  closedAt: string | null;
  checked: number;
  passed: number;
  /** Those that this person may see. */
  items: Sample[];
};

type Row = Omit<Sample, "lot" | "entry"> &
  TaskScope & {
    samplingId: number;
    taskTitle: string;
    entryId: number | null;
    ledgerId: number | null;
    ledger: string | null;
    ledgerLabel: TaskScope["label"] | null;
    entryTitle: string | null;
  };

const SHOWN = 30;

/** The latest samples with what was found. @throws Forbidden */
export async function listSamplings(actor: Actor): Promise<Sampling[]> {
  demand(actor, "sampling.see");
  const heads = await prisma().sampling.findMany({ orderBy: { id: "desc" }, take: SHOWN });
  const rows = await readItems(heads.map(({ id }) => id));
  return heads.map(({ accountId: _, version: __, ...head }) => {
    const all = rows.filter(({ samplingId }) => samplingId === head.id);
    const kind = all.some(({ entryId }) => entryId !== null) ? "entry" : "task";
    return {
      ...{ ...head, kind, at: head.at.toISOString(), closedAt: head.closedAt?.toISOString() ?? null },
      checked: all.filter(({ passed }) => passed !== null).length,
      passed: all.filter(({ passed }) => passed === true).length,
      items: all.filter((row) => sees(actor, row)).map((row) => told(row, head.seed)),
    };
  });
}

function readItems(samplingIds: readonly number[]): Promise<Row[]> {
  return prisma().$queryRaw<Row[]>`
    SELECT s.id, s.version, s."samplingId", s."order", s."taskId", s."entryId", s.passed, s.method, s.note, s."checkedOn", s."checkedBy",
      t.title AS "taskTitle", t.label, t."leadUnitId", t."ownerPostId", t."sponsorPostId",
      ARRAY(SELECT "unitId" FROM "TaskSupport" WHERE "taskId" = t.id) AS "supportUnitIds", coalesce(u."shortName", '') AS unit,
      coalesce(e.code, t.code) AS code, e.title AS "entryTitle", l.id AS "ledgerId", l.name AS ledger, l.label AS "ledgerLabel",
      CASE WHEN e.id IS NULL THEN t.status = 'closed' ELSE e."writtenOffOn" IS NOT NULL AND e."removedOn" IS NULL END AS standing,
      CASE WHEN e.id IS NULL THEN CASE WHEN t.status = 'closed' THEN t."statusSince" END ELSE e."writtenOffOn" END AS "closedOn"
    FROM "SampleItem" s JOIN "Task" t ON t.id = s."taskId" LEFT JOIN "LedgerEntry" e ON e.id = s."entryId"
      LEFT JOIN "Ledger" l ON l.id = e."ledgerId" LEFT JOIN "Unit" u ON u.id = coalesce(e."unitId", t."leadUnitId")
    WHERE s."samplingId" = ANY(${[...samplingIds]}::int[]) ORDER BY s."order"`;
}

function sees(actor: Actor, row: Row): boolean {
  return row.ledgerLabel === null ? maySee(actor, row) : maySeeLedger(actor, row.ledgerLabel, row);
}

function told(row: Row, seed: string): Sample {
  const { id, version, order, taskId, entryId, ledgerId, ledger, ledgerLabel, code, unit } = row;
  const { closedOn, standing, passed, method, checkedOn, checkedBy } = row;
  const hidden = row.label === "sensitive" || ledgerLabel === "sensitive";
  const taskTitle = row.label === "sensitive" ? MASKED_TITLE : row.taskTitle;
  const entry = entryId && ledgerId ? { id: entryId, code, ledgerId, ledger: ledger ?? "" } : null;
  return {
    ...{
      id,
      version,
      order,
      taskId,
      entry,
      code,
      unit,
      closedOn,
      standing,
      passed,
      method,
      checkedOn,
      checkedBy,
    },
    title: entry ? maskTitle(hidden ? "sensitive" : "open", row.entryTitle ?? "") : taskTitle,
    lot: lotOf(seed, entry ? "entry" : "task", entryId ?? taskId),
    note: hidden && row.note !== "" ? "＊＊＊" : row.note,
  };
}
