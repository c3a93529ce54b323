/** Dot, square, diamond, triangle: one shape for each series, around the origin. */
const SHAPES = [
  "M-3 0a3 3 0 1 0 6 0a3 3 0 1 0-6 0z",
  "M-2.5-2.5h5v5h-5z",
  "M0-3.6L3.6 0L0 3.6L-3.6 0z",
  "M0-3.6L3.4 2.6H-3.4z",
] as const;

/** A hollow mark tells a point from the line through it also in black and white. */
export function Marker({ shape }: { shape: number }) {
  return (
    <path className="fill-paper" d={SHAPES[shape % SHAPES.length]} stroke="currentColor" strokeWidth="1.5" />
  );
}
