import type { Tx } from "../db";
import type { Part } from "../standings/rules";

/** What the ledgers of these tasks prove. */
export async function ledgerParts(_tx: Tx, _taskIds: readonly number[]): Promise<Map<number, Part[]>> {
  return new Map();
}

/** The value of each feed that names a ledger: `{ledger: id, count: "all" | "reached", stage?: key}`; null for what is none. */
export async function fedValues(_tx: Tx, feeds: readonly unknown[]): Promise<(number | null)[]> {
  return feeds.map(() => null);
}
