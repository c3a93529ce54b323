import { DueNote } from "@/components/tasks/due-note";
import type { Day } from "@/lib/calendar/rules";
import type { Locale, Words } from "@/lib/message-format";

type Props = {
  task: { dueDay: Day; originalDueDay: Day; extensionCount: number };
  tasks: Words;
  today: Day;
  locale: Locale;
};

/** The due day; where it was moved, what was first planned stands below it. */
export function DueDay({ task, tasks, today, locale }: Props) {
  return (
    <span className="tabular inline-flex flex-col whitespace-nowrap">
      <span>{task.dueDay}</span>
      <DueNote {...{ locale, task, tasks, today }} />
    </span>
  );
}
