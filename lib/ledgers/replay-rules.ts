import type { Day } from "../calendar/rules";
import type { Change, Tally } from "./figure-rules";
import { isOverdue, isWrittenOff, type Stage, skips } from "./rules";

/** A ledger's history played again: where every entry stands, and what the figures count, from the moves alone. */

export type MoveFacts = {
  id: number;
  entryId: number;
  fromStage: string | null;
  toStage: string;
  toTrack: string | null;
  day: Day;
  undoesId: number | null;
};

/** What the moves do not say about an entry. */
export type Counted = {
  id: number;
  unitId: number | null;
  weight: number;
  joinedOn: Day;
  removedOn: Day | null;
  stageDue: Day | null;
  /** Whether its last re-check was passed; null when there was none. */
  recheck: boolean | null;
};

/** The moves that still hold: neither undone nor undoing. */
export function liveMoves<M extends Pick<MoveFacts, "id" | "undoesId">>(moves: readonly M[]): M[] {
  const undone = new Set(moves.map(({ undoesId }) => undoesId));
  return moves.filter(({ id, undoesId }) => undoesId === null && !undone.has(id));
}

export type Standing = {
  stage: string;
  track: string | null;
  since: Day;
  writtenOffOn: Day | null;
  inOrder: boolean;
};

/** Where an entry stands after its moves, the oldest first; null when it never joined. */
export function standingAfter(stages: readonly Stage[], moves: readonly MoveFacts[]): Standing | null {
  let now = null as Standing | null;
  for (const { fromStage, toStage: stage, toTrack: track, day } of liveMoves(moves)) {
    const off: boolean = isWrittenOff(stages, stage);
    const skipped = skips(stages, { from: fromStage, to: stage, track });
    now = {
      ...{ stage, track, since: day },
      writtenOffOn: off ? (now?.writtenOffOn ?? day) : null,
      inOrder: (now?.inOrder ?? true) && !skipped,
    };
  }
  return now;
}

/** What the figures count, from the moves of all entries. */
export function replay(
  stages: readonly Stage[],
  entries: readonly Counted[],
  moves: readonly MoveFacts[],
  today: Day,
): { tallies: Tally[]; changes: Change[] } {
  const of = new Map<number, MoveFacts[]>();
  for (const move of moves) of.set(move.entryId, [...(of.get(move.entryId) ?? []), move]);
  const tallies: Tally[] = [];
  const changes: Change[] = [];
  for (const entry of entries) {
    const own = of.get(entry.id) ?? [];
    const standing = standingAfter(stages, own);
    if (standing === null) continue;
    changes.push(...changesOf(stages, entry, own));
    if (entry.removedOn !== null) continue;
    const { writtenOffOn, ...place } = standing;
    const overdue = isOverdue({ stageDue: entry.stageDue, writtenOffOn }, today);
    const { unitId, weight, recheck } = entry;
    tallies.push({ ...place, ...{ unitId, weight, recheck, overdue }, n: 1 });
  }
  return { tallies, changes };
}

function changesOf(stages: readonly Stage[], entry: Counted, moves: readonly MoveFacts[]): Change[] {
  const off = (stage: string | null) => (stage !== null && isWrittenOff(stages, stage) ? 1 : 0);
  const crossed = liveMoves(moves)
    .map(({ day, fromStage, toStage }) => ({ day, all: 0, off: off(toStage) - off(fromStage) }))
    .filter((change) => change.off !== 0);
  const joined = { day: entry.joinedOn, all: 1, off: 0 };
  if (entry.removedOn === null) return [joined, ...crossed];
  const left = crossed.reduce((sum, change) => sum + change.off, 0);
  return [joined, ...crossed, { day: entry.removedOn, all: -1, off: -left }];
}
