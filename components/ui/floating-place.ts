export type Box = { top: number; left: number; width: number; height: number };
export type Side = "top" | "bottom";
export type Align = "start" | "center" | "end";

const GAP = 4;
const EDGE = 8;

/**
 * Where a floating part stands beside its anchor, in pixels of the viewport: on the wished side where it fits or where there is more room,
 * never outside the viewport, with the height that it may take.
 */
export function placeBeside(
  anchor: Box,
  size: { width: number; height: number },
  view: { width: number; height: number },
  side: Side,
  align: Align,
): { top: number; left: number; maxHeight: number } {
  const above = anchor.top - GAP - EDGE;
  const below = view.height - anchor.top - anchor.height - GAP - EDGE;
  const wished = side === "top" ? above : below;
  const other = side === "top" ? below : above;
  const flip = size.height > wished && other > wished;
  const onTop = (side === "top") !== flip;
  const maxHeight = Math.max(0, onTop ? above : below);
  const height = Math.min(size.height, maxHeight);
  const top = onTop ? anchor.top - GAP - height : anchor.top + anchor.height + GAP;
  const left = anchor.left + (anchor.width - size.width) * { start: 0, center: 0.5, end: 1 }[align];
  return { top, left: clamp(left, EDGE, view.width - size.width - EDGE), maxHeight };
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}
