import type { Tx } from "../db";
import type { Part } from "../standings/rules";

/** What the milestones of these tasks prove; tasks without any are left out. */
export async function milestoneParts(_tx: Tx, _taskIds: readonly number[]): Promise<Map<number, Part[]>> {
  return new Map();
}
