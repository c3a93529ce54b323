import type { Said } from "@/components/check-ins/use-check-in";
import type { CommandProblem } from "@/components/data/command-problem";
import type { Day } from "@/lib/calendar/rules";
import type { ReportItem } from "@/lib/rounds/views";

export type Report = Said & { version: number; tickets: string[] };

/** What a report is written on: the page of somebody who signed in, or a link that needs no sign-in. */
export type ReportDesk = {
  today: Day;
  /** Tells the drafts of one person from those of the next on the same computer. */
  reader: string;
  /** Null when it was sent. */
  send: (item: ReportItem, report: Report) => Promise<CommandProblem | null>;
  /** Keeps a draft on the server as well; null where there is none. */
  keep: ((key: string, value: Said | null) => Promise<boolean>) | null;
  /** Whether files can be attached, and pages of tasks be opened. */
  signedIn: boolean;
};
