import type { BoardRow, BoardSnapshot, BoardTask } from "@/lib/board/rules";

/** A change that is shown before the server has agreed to it. */
export type Overlay = { key: number; id: number; patch: Partial<BoardTask> };

/** Rows that a command answered, kept until the snapshot has caught up with its number. */
export type Recent = { seq: number; rows: readonly BoardRow[] };

/** The snapshot with newer rows laid over it; its number stays, because other changes may lie between. */
export function layRows(snapshot: BoardSnapshot, rows: readonly BoardRow[]): BoardSnapshot {
  if (rows.length === 0) return snapshot;
  const fresh = new Map(rows.map((row) => [row[0], row]));
  const tasks = snapshot.tasks.map((row) => {
    const newer = fresh.get(row[0]);
    fresh.delete(row[0]);
    return newer && newer[1] >= row[1] ? newer : row;
  });
  return { ...snapshot, tasks: [...tasks, ...fresh.values()] };
}

/**
 * A snapshot that was fetched anew, with the rows of commands it does not know yet. Rows that did not change keep their identity,
 * so that nothing which stayed the same is drawn or computed again.
 */
export function adopt(
  old: BoardSnapshot | null,
  fetched: BoardSnapshot,
  recent: readonly Recent[],
): BoardSnapshot {
  const known = new Map(old?.tasks.map((row) => [row[0], row]));
  const tasks = fetched.tasks.map((row) => {
    const before = known.get(row[0]);
    return before && isSameRow(before, row) ? before : row;
  });
  const later = recent.filter(({ seq }) => seq > fetched.seq).flatMap(({ rows }) => rows);
  return layRows({ ...fetched, tasks }, later);
}

function isSameRow(a: BoardRow, b: BoardRow): boolean {
  return a.every((value, place) => {
    const other = b[place];
    return Array.isArray(value) ? JSON.stringify(value) === JSON.stringify(other) : value === other;
  });
}

/** The task as it is shown: with every change that waits for the server's word. */
export function overlaid(task: BoardTask, overlays: readonly Overlay[]): BoardTask {
  const patches = overlays.filter(({ id }) => id === task.id).map(({ patch }) => patch);
  return Object.assign({}, task, ...patches);
}

/** The order of cards in a column: by rank, as the database sorts it. */
export function byRank(a: BoardTask, b: BoardTask): number {
  if (a.rank === b.rank) return a.id - b.id;
  return a.rank < b.rank ? -1 : 1;
}
