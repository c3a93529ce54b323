import { type Day, daysBetween } from "../calendar/rules";
import { type Change, type Figures, figuresOf, type RateFigure, rateOf, type Tally } from "./figure-rules";
import { type Definition, type Entry, isOverdue } from "./rules";

/** The figures of a ledger from the entries that the browser holds, so that they follow a filter and a move at once. */

export function tallyOf(entry: Entry, today: Day): Tally {
  const { stage, track, unitId, weight, stageSince, inOrder, recheck } = entry;
  const overdue = isOverdue(entry, today);
  return { stage, track, unitId, weight, since: stageSince, overdue, inOrder, recheck, n: 1 };
}

/** Whether a rate counts this entry, or with `over` whether it is a share of it. */
export function inRate(
  definition: Definition,
  today: Day,
  entry: Entry,
  key: string,
  over: boolean,
): boolean {
  const rate = definition.rates.find((one) => one.key === key);
  if (!rate || entry.removedOn !== null) return false;
  const { done, of } = rateOf(definition, rate, [tallyOf(entry, today)]);
  return (over ? of : done) > 0;
}

/** The ledger's shares over all entries that were not taken out. */
export function ratesFrom(definition: Definition, entries: readonly Entry[], today: Day): RateFigure[] {
  const tallies = entries.filter(({ removedOn }) => removedOn === null).map((entry) => tallyOf(entry, today));
  return definition.rates.map((rate) => rateOf(definition, rate, tallies));
}

/** @param course the task's own days, between which the planned line runs */
export function figuresFrom(
  definition: Definition,
  entries: readonly Entry[],
  course: { startDay: Day; dueDay: Day; today: Day },
): Figures {
  const here = entries.filter(({ removedOn }) => removedOn === null);
  const changes = new Map<Day, Change>();
  const add = (day: Day, all: number, off: number) => {
    const before = changes.get(day) ?? { day, all: 0, off: 0 };
    changes.set(day, { day, all: before.all + all, off: before.off + off });
  };
  for (const { joinedOn, writtenOffOn } of here) {
    add(joinedOn, 1, 0);
    if (writtenOffOn !== null) add(writtenOffOn, 0, 1);
  }
  return figuresOf(
    definition,
    here.map((entry) => tallyOf(entry, course.today)),
    [...changes.values()],
    course,
  );
}

/** Days past the deadline of its stage; 0 while there are none. */
export function daysOverdue(entry: Entry, today: Day): number {
  return isOverdue(entry, today) ? daysBetween(entry.stageDue ?? today, today) : 0;
}
