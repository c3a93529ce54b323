import { demand } from "../auth/demand";
import type { Actor } from "../auth/permissions";
import type { Calendar, Day } from "../calendar/rules";
import { today } from "../clock";
import { prisma } from "../db";
import { NotFound } from "../errors";
import { getSettings } from "../settings/queries";
import type { TaskStatus } from "../tasks/rules";
import { byUnitOf, countUnmanned, owedWithWriters, readOwed, rowsFor } from "./record-queries";
import { nextWindow } from "./recurrence-rules";
import {
  groupedBy,
  lastDayOf,
  type OwedState,
  type RoundScope,
  stateOf,
  tallyOf,
  WHOLE_SCOPE,
} from "./rules";
import type { RoundHead, RoundPage, RoundRecord, RoundRow, RuleRow } from "./views";

const HEAD = {
  ...{ id: true, version: true, ruleId: true, title: true, periodFrom: true, periodTo: true },
  ...{ windowFrom: true, windowTo: true, graceDays: true, scope: true, who: true, instructions: true },
  ...{ openedAt: true, closedAt: true, author: true, record: true },
} as const;

type Head = Omit<RoundHead, "lastDay" | "openedAt" | "closedAt" | "scope"> & {
  openedAt: Date;
  closedAt: Date | null;
  scope: unknown;
  record: unknown;
};

function toHead({ record, ...row }: Head): RoundHead {
  return {
    ...row,
    scope: toScope(row.scope),
    lastDay: lastDayOf(row),
    openedAt: row.openedAt.toISOString(),
    closedAt: row.closedAt?.toISOString() ?? null,
  };
}

function toScope(kept: unknown): RoundScope {
  return { ...WHOLE_SCOPE, ...(kept as Partial<RoundScope>) };
}

/** Open rounds by the day on which they end, closed ones the latest first, and the rules that open them. @throws Forbidden */
export async function listRounds(
  actor: Actor,
): Promise<{ open: RoundRow[]; closed: RoundRow[]; rules: RuleRow[] }> {
  demand(actor, "round.see");
  const rows = await prisma().round.findMany({ orderBy: [{ windowTo: "asc" }, { id: "asc" }], select: HEAD });
  const open = rows.filter(({ closedAt }) => closedAt === null);
  const states = await readStates(open.map(({ id }) => id));
  const closed = rows.filter(({ closedAt }) => closedAt !== null).reverse();
  return {
    open: open.map((row) => ({ ...toHead(row), ...tallied(states.get(row.id) ?? [], row) })),
    closed: closed.map((row) => ({ ...toHead(row), counts: countsOf(toRecord(row.record)), unmanned: 0 })),
    rules: await listRules(),
  };
}

type Group = {
  roundId: number;
  status: TaskStatus;
  doneOn: Day | null;
  excused: string | null;
  manned: boolean;
  n: number;
};

/** The reports of open rounds, like ones counted together. */
async function readStates(ids: number[]): Promise<Map<number, Group[]>> {
  const rows = await prisma().$queryRaw<Group[]>`
    SELECT o."roundId", t.status, o."doneOn", CASE WHEN o.excused IS NOT NULL THEN '' END AS excused,
      held.names IS NOT NULL AS manned, count(*)::int AS n
    FROM ${owedWithWriters(today())} WHERE o."roundId" = ANY(${ids}::int[]) GROUP BY 1, 2, 3, 4, 5`;
  return groupedBy(rows, ({ roundId }) => roundId);
}

function tallied(groups: readonly Group[], { windowTo, graceDays }: { windowTo: Day; graceDays: number }) {
  const on = today();
  const found = groups.map((group) => ({
    ...group,
    state: stateOf({ ...group, windowTo, graceDays, closed: false }, on),
  }));
  const lacks = ({ state, manned }: { state: OwedState; manned: boolean }) =>
    !manned && (state === "waiting" || state === "missing");
  return {
    counts: tallyOf(found.flatMap(({ state, n }) => Array<OwedState>(n).fill(state))),
    unmanned: found.filter(lacks).reduce((sum, { n }) => sum + n, 0),
  };
}

function toRecord(kept: unknown): RoundRecord {
  return kept as RoundRecord;
}

function countsOf({ owed, done, late, waiting, missing, excused }: RoundRecord) {
  return { owed, done, late, waiting, missing, excused };
}

async function listRules(): Promise<RuleRow[]> {
  const { calendar } = await getSettings();
  const rows = await prisma().roundRule.findMany({
    orderBy: [{ closedOn: { sort: "asc", nulls: "first" } }, { id: "asc" }],
    omit: { every: false },
  });
  return rows.map((row) => {
    const rule = { ...row, every: row.every === "week" ? ("week" as const) : ("month" as const) };
    return { ...rule, scope: toScope(row.scope), next: nextOf(rule, calendar) };
  });
}

type Rule = Omit<RuleRow, "scope" | "next">;

function nextOf(rule: Rule, calendar: Calendar): RuleRow["next"] {
  return rule.closedOn === null ? nextWindow(rule, rule.lastOpenedOn, today(), calendar) : null;
}

/** One round with completion by unit and every report that this person may know of. @throws Forbidden, NotFound */
export async function getRound(actor: Actor, id: number): Promise<RoundPage> {
  demand(actor, "round.see");
  const row = await prisma().round.findUnique({ where: { id }, select: HEAD });
  if (!row) throw new NotFound(`round ${id}`);
  const owed = await readOwed(prisma(), row, today());
  const record = row.closedAt === null ? null : toRecord(row.record);
  return {
    round: toHead(row),
    counts: record ? countsOf(record) : tallyOf(owed.map(({ state }) => state)),
    unmanned: record ? 0 : countUnmanned(owed),
    byUnit: record?.byUnit ?? byUnitOf(owed),
    owed: rowsFor(actor, owed),
    record,
  };
}
