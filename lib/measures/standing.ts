import type { Tx } from "../db";
import type { Part } from "../standings/rules";

/** A measure of these tasks whose value another domain supplies; `feed` is that domain's own wording. */
export type Fed = { measureId: number; taskId: number; feed: unknown };

export async function listFeeds(_tx: Tx, _taskIds: readonly number[]): Promise<Fed[]> {
  return [];
}

/** What the measures of these tasks prove. `fed`: the value of each measure that another domain supplies, null while there is none. */
export async function measureParts(
  _tx: Tx,
  _taskIds: readonly number[],
  _fed: ReadonlyMap<number, number | null>,
): Promise<Map<number, Part[]>> {
  return new Map();
}
