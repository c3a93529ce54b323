/** What this page has sent about entries: the next command goes out with the version that the one before made. */

const known = new Map<number, number>();
const underWay = new Map<number, Promise<void>>();

/**
 * Whoever moves an entry twice in a second means the second move to follow the first, although the list has not heard of the first yet.
 * @param send answers the version that it made
 */
export async function inTurn(
  entry: { id: number; version: number },
  send: (version: number) => Promise<number>,
): Promise<void> {
  const before = underWay.get(entry.id) ?? Promise.resolve();
  const mine = before
    .catch(() => undefined)
    .then(async () => {
      const version = await send(Math.max(entry.version, known.get(entry.id) ?? 0));
      known.set(entry.id, version);
    });
  underWay.set(entry.id, mine);
  try {
    await mine;
  } finally {
    if (underWay.get(entry.id) === mine) underWay.delete(entry.id);
  }
}
