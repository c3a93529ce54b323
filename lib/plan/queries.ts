import { demand } from "../auth/demand";
import { type Actor, visibleTo } from "../auth/permissions";
import type { Day } from "../calendar/rules";
import { prisma } from "../db";

export type Baseline = Awaited<ReturnType<typeof listBaselines>>[number];

/** Figures of earlier years, in the plan's order; those of a task only for people who may see it. @throws Forbidden */
export async function listBaselines(actor: Actor, planId: number) {
  demand(actor, "board.see");
  // Prisma takes an empty condition on an optional relation for one that never holds, so it must not be empty.
  const seen = { AND: [{ id: { gt: 0 } }, visibleTo(actor)] };
  const rows = await prisma().baseline.findMany({
    where: { section: { planId }, OR: [{ taskId: null }, { task: { is: seen } }] },
    orderBy: [{ section: { order: "asc" } }, { order: "asc" }],
    select: {
      id: true,
      sectionId: true,
      taskId: true,
      year: true,
      label: true,
      value: true,
      unit: true,
      atLeast: true,
      change: true,
    },
  });
  return rows.map((row) => ({
    ...row,
    value: Number(row.value),
    change: row.change === null ? null : Number(row.change),
  }));
}

const PLAN = {
  ...{ id: true, year: true, title: true, publishedOn: true },
  ...{ indexNumber: true, publisher: true, superior: true, positions: true },
} as const;

/** The plan that the office works on: the latest year. Null before one is published. */
export async function getCurrentPlan() {
  return prisma().plan.findFirst({ orderBy: { year: "desc" }, select: PLAN });
}

/** The plan that the office worked on at the end of a day: the latest that was published by then, before any the first. */
export async function getPlanOn(day: Day) {
  const published = {
    orderBy: { year: "desc" },
    select: PLAN,
    where: { publishedOn: { lte: day } },
  } as const;
  return (
    (await prisma().plan.findFirst(published)) ??
    (await prisma().plan.findFirst({ orderBy: { year: "asc" }, select: PLAN }))
  );
}

/** What the tasks of a plan aim at, by task; the words of sensitive ones stay on their own page. @throws Forbidden */
export async function listGoals(actor: Actor, planId: number): Promise<Record<number, string>> {
  demand(actor, "board.see");
  const rows = await prisma().task.findMany({
    where: { AND: [visibleTo(actor), { planId, label: { not: "sensitive" }, goal: { not: "" } }] },
    select: { id: true, goal: true },
  });
  return Object.fromEntries(rows.map(({ id, goal }) => [id, goal]));
}
