import { today } from "../clock";
import { pool, statementName, type Tx } from "../db";
import type { Reporting } from "../lights/planned";
import type { Member, Metric, Span } from "./rules";
import { memberByUnit } from "./work-rules";

/** Whose work something is, and how statements of the league are asked. */

/** How a statement is asked: through the pool for a look, inside the transaction for what is frozen. */
export type Ask = <R>(text: string, values: unknown[]) => Promise<R[]>;
export const askPool: Ask = async <R>(text: string, values: unknown[]) =>
  (await pool().query({ name: statementName(text), text, values })).rows as R[];
export const askIn =
  (tx: Tx): Ask =>
  (text, values) =>
    tx.$queryRawUnsafe(text, ...values);

export type Spared = { memberId: number; subjectType: string; subjectId: number };
export type Question = {
  kind: "units" | "posts";
  members: readonly Member[];
  metrics: readonly Metric[];
  span: Span;
  reporting: Reporting;
  spared: readonly Spared[];
};

/** Whose work something is, by the unit or post that answers for it; undefined: no member's. */
export type Owner = (id: number | null) => number | undefined;

/** The members that answer for work on that day. */
export async function ownersOf(
  ask: Ask,
  { kind, members }: Pick<Question, "kind" | "members">,
  day: string,
): Promise<Owner> {
  const active = members.filter(({ activeFrom, activeTo }) => activeFrom <= day && day <= (activeTo ?? day));
  if (kind === "posts") {
    const byPost = new Map(active.map(({ id, postId }) => [postId, id]));
    return (id) => (id === null ? undefined : byPost.get(id));
  }
  const units = await ask<{ id: number; parentId: number | null }>(`SELECT id, "parentId" FROM "Unit"`, []);
  const byUnit = memberByUnit(units, active);
  return (id) => (id === null ? undefined : byUnit.get(id));
}

/** Whether a task or entry is this member's own work today. */
export async function isOwn(ask: Ask, series: Pick<Question, "kind" | "members">, spared: Spared) {
  const column = series.kind === "posts" ? "postId" : "unitId";
  const [found] =
    spared.subjectType === "task"
      ? await ask<{ owner: number | null }>(
          `SELECT CASE WHEN $2 = 'postId' THEN "ownerPostId" ELSE "leadUnitId" END AS owner FROM "Task" WHERE id = $1`,
          [spared.subjectId, column],
        )
      : await ask<{ owner: number | null }>(
          `SELECT CASE WHEN $2 = 'postId' THEN "postId" ELSE "unitId" END AS owner FROM "LedgerEntry" WHERE id = $1`,
          [spared.subjectId, column],
        );
  const owner = await ownersOf(ask, series, today());
  return found !== undefined && owner(found.owner) === spared.memberId;
}
