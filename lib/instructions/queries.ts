import { type Actor, maySee, type TaskScope } from "../auth/permissions";
import { MASKED_TITLE } from "../board/rules";
import type { Day } from "../calendar/rules";
import { today } from "../clock";
import type { Tx } from "../db";
import { Prisma } from "../generated/prisma/client";
import type { ClockFacts, InstructionKind, Pace } from "./rules";

/** Instructions as they travel to the browser; instants are ISO texts. */

export type MadeTask = { id: number; code: string; title: string; status: string; dueDay: Day };
export type Instruction = ClockFacts & {
  id: number;
  kind: InstructionKind;
  text: string;
  /** The task that it is about; null when it began a matter of its own. */
  taskId: number | null;
  /** The task that it became; null for a note, and for those who do not see that task. */
  made: MadeTask | null;
  /** The post that is instructed, and who holds it today. */
  to: string;
  holders: string;
  pace: Pace | null;
  accountId: number | null;
  author: string;
  at: string;
  day: Day;
  withdrawnAt: string | null;
  receipts: { accountId: number; name: string; at: string }[];
};

type Row = Omit<Instruction, "made"> & { made: (MadeTask & TaskScope) | null };

/** The longest list that is shown; what is older stands in the history of its task. */
const SHOWN = 500;

const DAY_OF = (instant: string) => `to_char(${instant} AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD')`;
/** The task in which an instruction is carried out. */
const DONE_IN = Prisma.raw(`coalesce(i."madeId", i."taskId")`);

/** The instructions that `where` (over "Instruction" i) lets through, the newest first; made tasks only for those who see them. */
export async function readInstructions(tx: Tx, actor: Actor, where: Prisma.Sql): Promise<Instruction[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT i.id, i.kind, i.text, i."taskId", i.pace, i."accountId", i.author, i.at, i.day, i."withdrawnAt", p.name AS "to",
      coalesce((SELECT string_agg(e.name, '、' ORDER BY h."fromDay", e.id) FROM "Holding" h JOIN "Person" e ON e.id = h."personId"
        WHERE h."postId" = p.id AND h."fromDay" <= ${today()} AND (h."toDay" IS NULL OR h."toDay" >= ${today()})), '') AS holders,
      (SELECT coalesce(json_agg(r ORDER BY r.at), '[]') FROM (
        SELECT "accountId", name, at FROM "InstructionReceipt" WHERE "instructionId" = i.id) r) AS receipts,
      CASE WHEN m.id IS NOT NULL THEN json_build_object('id', m.id, 'code', m.code, 'title', m.title, 'status', m.status,
        'dueDay', m."dueDay", 'label', m.label, 'leadUnitId', m."leadUnitId", 'ownerPostId', m."ownerPostId",
        'sponsorPostId', m."sponsorPostId", 'supportUnitIds', ARRAY(SELECT "unitId" FROM "TaskSupport" WHERE "taskId" = m.id)) END AS made,
      coalesce(m.status = 'terminated', i."withdrawnAt" IS NOT NULL) AS over,
      ${Prisma.raw(DAY_OF('least(m."acknowledgedAt", m."startedAt")'))} AS "arrangedOn",
      (SELECT min(c.day) FROM "CheckIn" c WHERE c."taskId" = ${DONE_IN} AND c.at > i.at) AS "feedbackOn",
      CASE WHEN m.status = 'closed' THEN coalesce(${Prisma.raw(DAY_OF('m."submittedAt"'))}, m."statusSince") END AS "finishedOn"
    FROM "Instruction" i JOIN "Post" p ON p.id = i."toPostId" LEFT JOIN "Task" m ON m.id = i."madeId"
    WHERE ${where} ORDER BY i.id DESC LIMIT ${SHOWN}`;
  return rows.map((row) => ({ ...row, made: row.made && madeFor(actor, row.made) }));
}

function madeFor(actor: Actor, made: MadeTask & TaskScope): MadeTask | null {
  if (!maySee(actor, made)) return null;
  const { id, code, title, status, dueDay, label } = made;
  return { id, code, title: label === "sensitive" ? MASKED_TITLE : title, status, dueDay };
}
