import type { Tx } from "../db";
import type { Part } from "../standings/rules";

/** What the duties of these tasks prove. */
export async function coverageParts(_tx: Tx, _taskIds: readonly number[]): Promise<Map<number, Part[]>> {
  return new Map();
}
