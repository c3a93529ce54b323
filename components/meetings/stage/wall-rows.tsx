import type { ReactNode } from "react";

/** Rows of the same height on every slide of a kind, so that they do not jump when the slide changes. */
export function WallRows({ most, children }: { most: number; children: ReactNode }) {
  return (
    <ol
      className="grid flex-1 content-start"
      style={{ gridTemplateRows: `repeat(${most}, minmax(calc(var(--u) * ${780 / most}), auto))` }}
    >
      {children}
    </ol>
  );
}
