import type { ReactNode } from "react";

/** Rows that share the height of the slide, as many as it can hold, so that they do not jump when the slide changes. */
export function WallRows({ most, children }: { most: number; children: ReactNode }) {
  return (
    <ol
      className="grid min-h-0 flex-1"
      style={{ gridTemplateRows: `repeat(${most}, minmax(min-content, 1fr))` }}
    >
      {children}
    </ol>
  );
}
