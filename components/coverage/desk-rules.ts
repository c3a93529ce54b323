import type { Day } from "@/lib/calendar/rules";
import type { DeskDuty, DeskObject } from "@/lib/coverage/due-queries";
import type { Waiting } from "./queue";

/** The list from which somebody picks what they visited: their own first, what is due first. */

export type DeskRow = DeskObject & {
  /** What is still owed in the present period, the first to end first. */
  due: DeskDuty[];
  /** Everything that may be recorded of it. */
  duties: DeskDuty[];
};

/** Visits of this page that the figures of the server do not have yet, by duty and object. */
export function unseen(waiting: readonly Pick<Waiting, "input">[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { input } of waiting) {
    const key = `${input.dutyId} ${input.objectId}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** The rows in order: one's own with something due, by the day by which it is due, then those of the unit, then all others. */
export function rowsOf(
  objects: readonly DeskObject[],
  duties: readonly DeskDuty[],
  done: ReadonlyMap<string, number>,
): DeskRow[] {
  const byRegister = new Map<number, DeskDuty[]>();
  for (const duty of duties)
    byRegister.set(duty.registerId, [...(byRegister.get(duty.registerId) ?? []), duty]);
  const rows = objects.map((object): DeskRow => {
    const own = (byRegister.get(object.registerId) ?? []).filter(({ any }) => any || object.close > 0);
    const left = (duty: DeskDuty) => {
      const visits = (object.counts[duty.id] ?? 0) + (done.get(`${duty.id} ${object.id}`) ?? 0);
      return object.owed.includes(duty.id) && visits < duty.times;
    };
    const due = own.filter(left).sort((a, b) => (a.period.to < b.period.to ? -1 : 1));
    return { ...object, due, duties: own };
  });
  return rows
    .map((row, place) => ({ row, rank: rankOf(row), place }))
    .sort((a, b) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : a.place - b.place))
    .map(({ row }) => row);
}

function rankOf({ close, due }: DeskRow): string {
  return `${due.length > 0 ? 0 : 1}${2 - close}${due[0]?.period.to ?? ""}`;
}

/** Whether what was typed finds the object: a part of its code, name or unit, or its pinyin or initials. */
export function finds({ code, name, unit, keys }: DeskObject, typed: string): boolean {
  const text = typed.trim().toLowerCase();
  if (text === "") return true;
  return `${code} ${name ?? ""} ${unit ?? ""} ${keys}`.toLowerCase().includes(text);
}

/** How urgent something due by this day is. */
export function urgency(to: Day, today: Day, weekEnd: Day): "today" | "week" | "later" {
  if (to <= today) return "today";
  return to <= weekEnd ? "week" : "later";
}
