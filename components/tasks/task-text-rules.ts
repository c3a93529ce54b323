import { refusalOfEditing, type TaskStatus } from "@/lib/tasks/rules";
import type { TaskText } from "./task-fields";

/** What was typed for a task, as the server takes it. */
export type Written = {
  title: string;
  goal: string;
  label: TaskText["label"];
  sponsorPostId: number | null;
  supportUnitIds: number[];
  startDay: string;
  dueDay: string;
  weight: number;
};

/** A code for each field that does not do: `required`, or a key of the refusals. */
export type Wrong = Partial<Record<keyof TaskText, string>>;

/** What was typed, or what is wrong with it. */
export function readTaskText(text: TaskText, status: TaskStatus): { written: Written } | { wrong: Wrong } {
  const weight = Number(text.weight.normalize("NFKC"));
  const { startDay, dueDay } = text;
  const wrong: Wrong = {
    ...(text.title.trim() === "" && { title: "required" }),
    ...(startDay === null && { startDay: "required" }),
    ...(dueDay === null && { dueDay: "required" }),
    ...(!(weight > 0 && weight <= 1000) && { weight: "required" }),
  };
  if (Object.keys(wrong).length > 0 || startDay === null || dueDay === null) return { wrong };
  const refusal = refusalOfEditing({ status }, { startDay, dueDay });
  if (refusal) return { wrong: { dueDay: refusal } };
  return { written: { ...text, title: text.title.trim(), goal: text.goal.trim(), startDay, dueDay, weight } };
}

/** The fields of `written` that differ from what stood there. */
export function changedFields<T extends Record<string, unknown>>(before: T, written: T): Partial<T> {
  const entries = Object.entries(written).filter(
    ([key, value]) => JSON.stringify(before[key] ?? null) !== JSON.stringify(value ?? null),
  );
  return Object.fromEntries(entries) as Partial<T>;
}
