import { clear, createStore, del, get, keys, set, type UseStore } from "idb-keyval";

/** The last board, as the text that the server sent: opening the page shows it before the server has answered. */

export type Kept = { etag: string; text: string };

let store: UseStore | null = null;
const database = () => (store ??= createStore("guatu-board", "boards"));

/** The board kept for this account; boards of other accounts are forgotten on the way. Null where nothing may be kept. */
export async function readKept(account: string): Promise<Kept | null> {
  try {
    const others = (await keys<string>(database())).filter((key) => key !== account);
    await Promise.all(others.map((key) => del(key, database())));
    return (await get<Kept>(account, database())) ?? null;
  } catch {
    return null;
  }
}

export async function keep(account: string, kept: Kept): Promise<void> {
  await set(account, kept, database()).catch(() => undefined);
}

export async function forgetKept(): Promise<void> {
  await clear(database()).catch(() => undefined);
}
