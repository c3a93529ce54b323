import { type Actor, visibleTo } from "../auth/permissions";
import { today } from "../clock";
import { prisma } from "../db";
import type { Closure } from "./rules";

/** How much of what is due is closed, and how much of it held when somebody looked again; of the tasks that this person sees. */
export async function getClosure(actor: Actor): Promise<Closure> {
  const seen = visibleTo(actor);
  // The figure `due` of lib/lights/figures, as a condition for the database.
  const due = {
    dueDay: { lte: today() },
    status: { notIn: ["draft" as const, "suspended" as const, "terminated" as const] },
  };
  const [rows, items] = await Promise.all([
    prisma().task.groupBy({ by: ["status", "verifyMethod"], where: { AND: [seen, due] }, _count: true }),
    prisma().sampleItem.groupBy({
      by: ["passed"],
      where: { passed: { not: null }, task: seen },
      _count: true,
    }),
  ]);
  type Group = (typeof rows)[number];
  const sum = (groups: readonly Group[]) => groups.reduce((all, one) => all + one._count, 0);
  const closed = rows.filter(({ status }) => status === "closed");
  const count = (passed: boolean) => items.find((one) => one.passed === passed)?._count ?? 0;
  return {
    ...{ due: sum(rows), closed: sum(closed) },
    verified: sum(closed.filter(({ verifyMethod }) => verifyMethod !== null)),
    ...{ rechecked: count(true) + count(false), passed: count(true) },
  };
}
