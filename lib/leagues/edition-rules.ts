import type { Day } from "../calendar/rules";
import type { Source, Table } from "./rules";
import type { Item } from "./work-rules";

/** What may be defined, frozen, exempted and appealed against. */

/** What an edition keeps for good: the table, what it was made of, and what was left out of it. */
export type EditionRows = {
  table: Table;
  /** By member, metric by metric. */
  items: Record<number, Item[][]>;
  exempt: { memberId: number; subjectType: string; subjectId: number; reason: string }[];
};

type Period = { subjectId: number; activeFrom: Day; activeTo: Day | null };

export type LeagueRefusal =
  | "seriesClosed"
  | "stageMissing"
  | "memberTwice"
  | "memberNamed"
  | "endBeforeStart"
  | "notTheirs"
  | "alreadyExempt"
  | "exemptionOver"
  | "fromAfterToday"
  | "noMembers"
  | "correctionNeedsNote"
  | "figuresMoved"
  | "appealAnswered";

/** Why these metrics cannot make a score, or null. */
export function refusalOfMetrics(
  metrics: readonly { source: Source; stage: string }[],
): LeagueRefusal | null {
  return metrics.some(({ source, stage }) => source === "stage" && stage === "") ? "stageMissing" : null;
}

/** Why these cannot be the members, or null: nobody stands twice at the same time. */
export function refusalOfMembers(members: readonly Period[]): LeagueRefusal | null {
  if (members.some(({ activeFrom, activeTo }) => activeTo !== null && activeTo < activeFrom))
    return "endBeforeStart";
  const meets = (a: Period, b: Period) =>
    a.subjectId === b.subjectId &&
    a.activeFrom <= (b.activeTo ?? "9999") &&
    b.activeFrom <= (a.activeTo ?? "9999");
  const twice = members.some((one, at) => members.slice(at + 1).some((other) => meets(one, other)));
  return twice ? "memberTwice" : null;
}

type Freezing = { from: Day; today: Day; note: string; members: number; lastAsOf: Day | null };

/** Why no edition can be frozen, or null. A second one of the same day corrects the first, and says why. */
export function refusalOfFreezing({ from, today, note, members, lastAsOf }: Freezing): LeagueRefusal | null {
  if (from > today) return "fromAfterToday";
  if (members === 0) return "noMembers";
  return lastAsOf === today && note === "" ? "correctionNeedsNote" : null;
}
