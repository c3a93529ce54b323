import type { BoardTask } from "../board/rules";
import type { Day } from "../calendar/rules";
import type { OwedState, RoundScope, RoundWho } from "./rules";

/** Rounds as they travel to the browser; instants are ISO texts. */

export type Counts = {
  owed: number;
  done: number;
  late: number;
  waiting: number;
  missing: number;
  excused: number;
};

export type RoundPlan = {
  title: string;
  periodFrom: Day;
  periodTo: Day;
  windowFrom: Day;
  windowTo: Day;
  graceDays: number;
  scope: RoundScope;
  who: RoundWho;
  instructions: string;
};

export type RoundHead = RoundPlan & {
  id: number;
  version: number;
  ruleId: number | null;
  /** The last day on which a report still counts, grace included. */
  lastDay: Day;
  openedAt: string;
  closedAt: string | null;
  author: string;
};

export type RoundRow = RoundHead & {
  counts: Counts;
  /** Reports that nobody is there to write: the task has no owner, or the post no holder. */
  unmanned: number;
};

export type OwedRow = {
  owedId: number;
  /** The title of a sensitive one is masked. */
  task: Pick<BoardTask, "id" | "code" | "title" | "status" | "label">;
  /** null: the owner reports. */
  supportUnit: { id: number; name: string } | null;
  /** The unit that answers for the report. */
  unit: { id: number; name: string } | null;
  /** The post that writes and who holds it today; `holders` is empty when nobody does. */
  post: { id: number; name: string; holders: string } | null;
  state: OwedState;
  /** Why it is excused: the words of the supervisor, or the status that the task came to. */
  excused: string | null;
  doneOn: Day | null;
  checkInId: number | null;
  /** The last urge of the task since the window began. */
  urgedAt: string | null;
};

export type UnitCounts = Counts & { unitId: number | null; name: string };

export type RoundPage = {
  round: RoundHead;
  counts: Counts;
  unmanned: number;
  /** In the office's order of units. */
  byUnit: UnitCounts[];
  /** Every report of the round that this person may know of. */
  owed: OwedRow[];
  /** What was frozen when it closed; null while it is open. */
  record: RoundRecord | null;
};

/** What a closed round keeps for good. */
export type RoundRecord = Counts & {
  byUnit: UnitCounts[];
  notReported: { taskId: number; code: string; unit: string; post: string }[];
};

export type RuleRow = {
  id: number;
  version: number;
  name: string;
  every: "week" | "month";
  /** 1 Monday to 7 Sunday; null for months. */
  weekday: number | null;
  /** 1 to 31, a shorter month ends earlier; null for weeks. */
  monthDay: number | null;
  windowDays: number;
  graceDays: number;
  scope: RoundScope;
  who: RoundWho;
  instructions: string;
  lastOpenedOn: Day | null;
  closedOn: Day | null;
  /** The window that it opens next; null when it is closed. */
  next: { windowFrom: Day; windowTo: Day } | null;
};

/** What somebody who is about to open a round should know. */
export type OpeningWarning = {
  /** How many reports the round would ask for. */
  owed: number;
  /** How many of these tasks nobody is there to report on. */
  unmanned: number;
  /** Open rounds that ask for some of the same tasks; one report serves them all where the windows meet. */
  overlaps: { roundId: number; title: string; lastDay: Day; tasks: number }[];
  /** Whom this round would bring over the limit of rounds a month, or who is over it already, the most burdened first. */
  overburdened: { personId: number; name: string; requests: number }[];
  limit: number;
};

/** What the proofs of a task say of the period, to be quoted and not typed again. */
export type Quote =
  | {
      kind: "reading";
      name: string;
      unit: string;
      day: Day;
      value: number;
      before: number | null;
      note: string;
    }
  | { kind: "move"; name: string; stage: string; entries: number; codes: string[] }
  | { kind: "writtenOff"; name: string; entries: number; codes: string[]; of: number }
  | { kind: "visit"; name: string; visits: number; objects: number }
  | { kind: "milestone"; name: string; day: Day; note: string };

export type SaidCheckIn = {
  id: number;
  taskId: number;
  author: string;
  at: string;
  day: Day;
  done: string;
  problem: string;
  next: string;
  help: string;
  /** Whole percent; null when it said none. */
  progress: number | null;
};

/** The rounds that one report serves. */
export type Served = {
  roundId: number;
  title: string;
  instructions: string;
  windowFrom: Day;
  windowTo: Day;
  lastDay: Day;
  state: OwedState;
};

export type ReportItem = {
  /** Under which its draft is saved: `report:<task>` or `report:<task>:<supporting unit>`. */
  key: string;
  task: BoardTask;
  /** null: as the owner, by `checkIn.add`; otherwise as this supporting unit, by `checkIn.support`. */
  supportUnit: { id: number; name: string } | null;
  rounds: Served[];
  /** The most pressing state among its rounds. */
  state: OwedState;
  lastDay: Day;
  /** Calendar days from today to `lastDay`; negative when it is over. */
  daysLeft: number;
  /** From the earliest period of its rounds to the latest. */
  periodFrom: Day;
  periodTo: Day;
  /** Why it cannot be reported now, though it is owed: the task has not begun. */
  hindrance: "notStarted" | null;
  quotes: Quote[];
  /** The last report before this one, to go on from. */
  last: SaidCheckIn | null;
  /** The report that was given, when it was. */
  given: SaidCheckIn | null;
  draft: { value: unknown; updatedAt: string } | null;
};

export type MyReport = {
  today: Day;
  done: number;
  total: number;
  /** What presses most comes first; what is done comes last. */
  items: ReportItem[];
};

/** The check-ins of a unit's people in a period, for its head to quote. */
export type Composition = {
  unitId: number;
  unit: string;
  from: Day;
  to: Day;
  said: (SaidCheckIn & { code: string; title: string; supportUnit: string | null })[];
  /** Tasks of the unit in progress of which nothing was said in the period. */
  silent: { taskId: number; code: string; title: string; post: string }[];
};

export type BurdenRow = {
  accountId: number | null;
  personId: number;
  name: string;
  unit: string;
  /** Rounds whose window ends in the month and that ask this person for something. */
  requests: number;
  /** Task reports owed in them. */
  reports: number;
  /** Check-ins that served them so far: fewer than reports where one serves several rounds. */
  given: number;
  /** Urges and notices of the month on this person's tasks. */
  urges: number;
};

/** `saved`: reports that nobody had to write because another round had them already. The most burdened come first. */
export type Burden = { month: string; limit: number; people: BurdenRow[]; mean: number; saved: number };

/** Somebody who still owes reports in a round. */
export type Writer = { accountId: number; name: string; waiting: number };

export type LinkRow = {
  id: number;
  roundId: number;
  accountId: number;
  name: string;
  madeBy: string;
  madeAt: string;
  expiresAt: string;
  revokedAt: string | null;
  usedAt: string | null;
  uses: number;
};
