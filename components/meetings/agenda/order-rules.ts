/** Where an item of the agenda can go. */

type Placed = { id: number };

/** After which item it would stand; null for the very top. Left out where it stands there already. */
export type Places = Partial<Record<"up" | "down" | "first" | "last", number | null>>;

export function placesOf(items: readonly Placed[], id: number): Places {
  const at = items.findIndex((item) => item.id === id);
  if (at < 0) return {};
  const last = items.length - 1;
  const places: Places = {};
  if (at > 0) {
    places.up = items[at - 2]?.id ?? null;
    places.first = null;
  }
  if (at < last) {
    places.down = items[at + 1]?.id ?? null;
    places.last = items[last]?.id ?? null;
  }
  return places;
}

/** After which item one lands that is let go over the upper or lower half of another; undefined when it would stay. */
export function landingOf(
  items: readonly Placed[],
  id: number,
  over: { id: number; upper: boolean },
): number | null | undefined {
  const rest = items.filter((item) => item.id !== id);
  const at = rest.findIndex((item) => item.id === over.id);
  if (at < 0) return undefined;
  const afterId = (over.upper ? rest[at - 1]?.id : rest[at]?.id) ?? null;
  const now = items[items.findIndex((item) => item.id === id) - 1]?.id ?? null;
  return afterId === now ? undefined : afterId;
}
