import { type Actor, visibleTo } from "../auth/permissions";
import type { Day } from "../calendar/rules";
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
  const [rows, rechecks] = await Promise.all([
    prisma().task.groupBy({ by: ["status", "verifyMethod"], where: { AND: [seen, due] }, _count: true }),
    getRechecks(actor, today()),
  ]);
  type Group = (typeof rows)[number];
  const sum = (groups: readonly Group[]) => groups.reduce((all, one) => all + one._count, 0);
  const closed = rows.filter(({ status }) => status === "closed");
  return {
    ...{ due: sum(rows), closed: sum(closed) },
    verified: sum(closed.filter(({ verifyMethod }) => verifyMethod !== null)),
    ...rechecks,
  };
}

/** How much had been looked at again by a day, and how much of it held; of the tasks that this person sees. */
export async function getRechecks(actor: Actor, day: Day): Promise<Pick<Closure, "rechecked" | "passed">> {
  const items = await prisma().sampleItem.groupBy({
    by: ["passed"],
    where: { passed: { not: null }, checkedOn: { lte: day }, task: visibleTo(actor) },
    _count: true,
  });
  const count = (passed: boolean) => items.find((one) => one.passed === passed)?._count ?? 0;
  return { rechecked: count(true) + count(false), passed: count(true) };
}
