import type { Day } from "@/lib/calendar/rules";

/** The due day; where it was moved, the original one stands struck through above it. */
export function DueDay({ task }: { task: { dueDay: Day; originalDueDay: Day } }) {
  return (
    <span className="tabular inline-flex flex-col whitespace-nowrap">
      {task.originalDueDay === task.dueDay ? null : <s className="text-muted">{task.originalDueDay}</s>}
      <span>{task.dueDay}</span>
    </span>
  );
}
