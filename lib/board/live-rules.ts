import type { BoardRow, BoardSnapshot, LiveMessage } from "./rules";

/** The snapshot with a message laid over it; a message that is not newer changes nothing. */
export function withChanges(snapshot: BoardSnapshot, message: LiveMessage): BoardSnapshot {
  if (message.seq <= snapshot.seq) return snapshot;
  const fresh = new Map(message.tasks.map((row) => [row[0], row]));
  const gone = new Set(message.gone);
  const kept = snapshot.tasks.filter((row) => !gone.has(row[0])).map((row) => take(fresh, row));
  return { ...snapshot, seq: message.seq, tasks: [...kept, ...fresh.values()] };
}

function take(fresh: Map<number, BoardRow>, row: BoardRow): BoardRow {
  const newer = fresh.get(row[0]);
  if (newer) fresh.delete(row[0]);
  return newer && newer[1] >= row[1] ? newer : row;
}
