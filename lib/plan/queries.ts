import { demand } from "../auth/demand";
import type { Actor } from "../auth/permissions";
import { prisma } from "../db";

/** Figures of earlier years, in the plan's order. */
export async function listBaselines(actor: Actor, planId: number) {
  demand(actor, "board.see");
  const rows = await prisma().baseline.findMany({
    where: { section: { planId } },
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

/** The plan that the office works on: the latest year. Null before one is published. */
export async function getCurrentPlan() {
  return prisma().plan.findFirst({
    orderBy: { year: "desc" },
    select: {
      id: true,
      year: true,
      title: true,
      publishedOn: true,
      indexNumber: true,
      publisher: true,
      superior: true,
      positions: true,
    },
  });
}
