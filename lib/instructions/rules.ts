import {
  addDays,
  addWorkingDays,
  type Calendar,
  type Day,
  isDay,
  isWorkingDay,
  lastDayOfMonth,
  monthOf,
} from "../calendar/rules";

/** A leader's instruction: a note on a task, or a task of its own; and the 13710 clock that may run for it. */

export const INSTRUCTION_KINDS = ["note", "task"] as const;
export type InstructionKind = (typeof INSTRUCTION_KINDS)[number];

/** An ordinary matter has seven working days, a hard one a month. */
export const PACES = ["ordinary", "hard"] as const;
export type Pace = (typeof PACES)[number];

/** Working days after the day of the instruction. */
export const ARRANGE_DAYS = 1;
export const FEEDBACK_DAYS = 3;
export const ORDINARY_DAYS = 7;

export const CLOCK_STEPS = ["arrange", "feedback", "finish"] as const;
export type ClockStep = (typeof CLOCK_STEPS)[number];

/** The last day of each step. Days off do not count; a month that ends on a day off ends on the next working day. */
export function clockDays(given: Day, pace: Pace, calendar: Calendar): Record<ClockStep, Day> {
  const after = (days: number) => addWorkingDays(given, days, calendar);
  return {
    arrange: after(ARRANGE_DAYS),
    feedback: after(FEEDBACK_DAYS),
    finish: pace === "hard" ? workingDayFrom(monthAfter(given), calendar) : after(ORDINARY_DAYS),
  };
}

/** The same date of the next month, its last day where it has no such date. */
function monthAfter(day: Day): Day {
  const next = monthOf(addDays(lastDayOfMonth(day), 1));
  const same = `${next}-${day.slice(8)}`;
  return isDay(same) ? same : lastDayOfMonth(`${next}-01`);
}

function workingDayFrom(day: Day, calendar: Calendar): Day {
  return isWorkingDay(day, calendar) ? day : workingDayFrom(addDays(day, 1), calendar);
}

/** What the clock looks at: the days on which each step was done, null while it was not. */
export type ClockFacts = {
  day: Day;
  /** null: no clock runs for it. */
  pace: Pace | null;
  /** True when the task was terminated: nothing is waited for any more. */
  over: boolean;
  arrangedOn: Day | null;
  feedbackOn: Day | null;
  finishedOn: Day | null;
};

export type StepState = "done" | "late" | "waiting" | "overdue" | "over";
export type ClockState = { step: ClockStep; due: Day; doneOn: Day | null; state: StepState };

/** How each step stands on `today`; empty without a clock. `late`: done, but after its day. */
export function clockOf(facts: ClockFacts, today: Day, calendar: Calendar): ClockState[] {
  const { pace, day } = facts;
  if (pace === null) return [];
  const due = clockDays(day, pace, calendar);
  // What is further on implies what comes before it: a report shows that the matter was arranged.
  const finishedOn = facts.finishedOn;
  const feedbackOn = facts.feedbackOn ?? finishedOn;
  const arrangedOn = facts.arrangedOn ?? feedbackOn;
  const done = { arrange: arrangedOn, feedback: feedbackOn, finish: finishedOn };
  return CLOCK_STEPS.map((step) => ({
    ...{ step, due: due[step], doneOn: done[step] },
    state: stateOf(due[step], done[step], facts.over, today),
  }));
}

function stateOf(due: Day, doneOn: Day | null, over: boolean, today: Day): StepState {
  if (doneOn !== null) return doneOn > due ? "late" : "done";
  if (over) return "over";
  return today > due ? "overdue" : "waiting";
}

export type ClockCount = Record<ClockStep, { due: number; done: number; late: number; overdue: number }>;

/** How the clock is kept over many instructions; `due` counts steps that were done or whose day has passed. */
export function countClock(all: readonly ClockState[][]): ClockCount {
  const none = () => ({ due: 0, done: 0, late: 0, overdue: 0 });
  const counts: ClockCount = { arrange: none(), feedback: none(), finish: none() };
  for (const { step, state } of all.flat()) {
    if (state === "waiting" || state === "over") continue;
    counts[step].due += 1;
    counts[step][state] += 1;
  }
  return counts;
}

export type InstructionRefusal =
  | "instructionNobody"
  | "instructionNoSection"
  | "instructionOver"
  | "instructionDayPast"
  | "instructionSeen"
  | "instructionNotYours"
  | "instructionWithdrawn"
  | "instructionRead"
  | "instructionBegun";

type About = { status: string };
export type Wanted = {
  kind: InstructionKind;
  /** The task that it is about; null: it begins a matter of its own. */
  about: About | null;
  toPostId: number | null;
  sectionId: number | null;
  /** null: the office's own limit. */
  dueDay: Day | null;
};

/** Why this cannot be instructed, or null. */
export function refusalOfGiving(wanted: Wanted, today: Day): InstructionRefusal | null {
  if (wanted.kind === "note" && wanted.about?.status === "terminated") return "instructionOver";
  if (wanted.toPostId === null) return "instructionNobody";
  if (wanted.kind === "note") return null;
  if (wanted.sectionId === null) return "instructionNoSection";
  return wanted.dueDay !== null && wanted.dueDay < today ? "instructionDayPast" : null;
}

const TITLE = 60;

/** The title of a task that an instruction makes: its first sentence, cut where a title ends. */
export function titleOf(text: string): string {
  const [first = ""] = text.trim().split(/[\n。；！？]/);
  const letters = [...(first.trim() || text.trim())];
  return letters.length > TITLE ? `${letters.slice(0, TITLE - 1).join("")}…` : letters.join("");
}

export type Withdrawable = {
  accountId: number | null;
  withdrawnAt: unknown;
  /** How many have said that they read it. */
  receipts: number;
  /** The task that it became; null for a note. */
  made: { status: string; acknowledged: boolean } | null;
};

/** Why an instruction cannot be taken back, or null: only by its author, and only before anybody read it or began its task. */
export function refusalOfWithdrawing(
  one: Withdrawable,
  person: { accountId: number | null },
): InstructionRefusal | null {
  if (one.accountId === null || one.accountId !== person.accountId) return "instructionNotYours";
  if (one.withdrawnAt !== null) return "instructionWithdrawn";
  if (one.receipts > 0) return "instructionRead";
  const waits = one.made === null || (one.made.status === "assigned" && !one.made.acknowledged);
  return waits ? null : "instructionBegun";
}
