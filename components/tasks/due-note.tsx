import { type Day, sayDay } from "@/lib/calendar/rules";
import type { Locale, Words } from "@/lib/message-format";

type Moved = { dueDay: Day; originalDueDay: Day; extensionCount: number };

/** The first due day and how often it was extended, in words; null while nothing moved. `tasks`: the words of that namespace. */
export function sayDueNote(task: Moved, tasks: Words, today: Day, locale: Locale): string | null {
  const { originalDueDay, dueDay, extensionCount } = task;
  const said = [
    originalDueDay === dueDay ? null : tasks("due.once", { day: sayDay(originalDueDay, today, locale) }),
    extensionCount > 0 ? tasks("due.extended", { count: extensionCount }) : null,
  ].filter(Boolean);
  return said.length > 0 ? said.join(" · ") : null;
}

type Props = { task: Moved; tasks: Words; today: Day; locale: Locale };

/** Stands wherever a due day is shown: what was first planned stays in sight for ever. */
export function DueNote(props: Props) {
  const note = sayDueNote(props.task, props.tasks, props.today, props.locale);
  return note ? <span className="block whitespace-nowrap text-muted text-small">{note}</span> : null;
}
