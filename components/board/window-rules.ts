/** Which cards of a long list are drawn. Heights follow from the titles, so nothing has to be measured. */

export type View = { top: number; height: number };
export type Span = { from: number; to: number };
/** Where each card begins, and at the end where the list ends, in pixels from its top. */
export type Offsets = readonly number[];

/** Pixels drawn beyond the edge, so that a quick scroll does not show white. */
const SPARE = 120;

/** Where cards of these heights begin. */
export function offsetsOf(heights: readonly number[]): number[] {
  const offsets = [0];
  for (const height of heights) offsets.push((offsets.at(-1) ?? 0) + height);
  return offsets;
}

/** The cards from `from` up to but not including `to` that may be seen. @param listTop where the list begins in the scrolled content */
export function spanOf(view: View, listTop: number, offsets: Offsets): Span {
  const from = firstAfter(offsets, view.top - listTop - SPARE) - 1;
  const to = firstAfter(offsets, view.top - listTop + view.height + SPARE);
  const count = offsets.length - 1;
  return { from: Math.min(Math.max(0, from), count), to: Math.min(to, count) };
}

/** The gap between cards that is nearest to a height of the list: 0 before the first card. */
export function gapAt(offsets: Offsets, y: number): number {
  const below = firstAfter(offsets, y);
  if (below === 0) return 0;
  const [above, next] = [offsets[below - 1] ?? 0, offsets[below]];
  return next === undefined || y - above < next - y ? below - 1 : below;
}

/** The first place in the rising list that lies beyond `value`; the length when none does. */
function firstAfter(rising: Offsets, value: number): number {
  let [low, high] = [0, rising.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rising[middle] ?? 0) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}

export type Place = { top: number; height: number };

/** Where lanes stand one below the other. @param bodies the height of each lane below its head; null for a closed one */
export function placesOf(
  bodies: readonly (number | null)[],
  head: number,
): { places: Place[]; height: number } {
  let top = 0;
  const places = bodies.map((body) => {
    const height = head + (body ?? 0);
    top += height;
    return { top: top - height, height };
  });
  return { places, height: top };
}

/** Whether a lane touches what is seen. */
export function isSeen(place: Place, view: View): boolean {
  return place.top < view.top + view.height && place.top + place.height > view.top;
}
