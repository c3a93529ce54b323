/** Pictures of a meeting come whole every few seconds; what is the same in two of them stays the same object, so that it is not drawn again. */

type Named = { id: number };

/** The rows of `after`, those that read the same as in `before` as the objects of before. */
export function sameRows<T extends Named>(before: readonly T[], after: readonly T[]): T[] {
  const known = new Map(before.map((row) => [row.id, row]));
  return after.map((row) => {
    const old = known.get(row.id);
    return old && JSON.stringify(old) === JSON.stringify(row) ? old : row;
  });
}

/** Whether two lists hold the same objects in the same order. */
export function sameList<T>(one: readonly T[], other: readonly T[]): boolean {
  return one.length === other.length && one.every((row, at) => row === other[at]);
}
