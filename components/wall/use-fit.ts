"use client";

import { type CSSProperties, type RefObject, useLayoutEffect, useMemo, useState } from "react";
import { type Area, BRIEF, type Fit, FULL, fitWall, gapsOf } from "./fit-rules";
import type { Paper } from "./paper-rules";
import { fitPaper } from "./paper-rules";

/** Beyond this number a cell shows its lamp and number alone. */
const FULL_UP_TO = 400;
const SCREEN = { least: 13, most: 32 };
/** Below this width the wall is a list. */
const LIST_BELOW = 560;

export type WallFit = { fit: Fit; brief: boolean; list: boolean; style: CSSProperties };

/** How the cells are laid on this screen and on paper; null until the screen is measured. */
export function useFit(
  area: RefObject<HTMLElement | null>,
  counts: readonly number[],
  paper: Paper,
): WallFit | null {
  const size = useSize(area);
  const key = counts.join();
  return useMemo(() => {
    if (!size) return null;
    const list = key.split(",").map(Number);
    const brief = list.reduce((sum, count) => sum + count, 0) > FULL_UP_TO;
    const fit = fitWall(list, size, SCREEN, brief ? BRIEF : FULL);
    const style = styleOf(fit, fitPaper(list, paper, brief));
    return { fit, brief, list: size.width < LIST_BELOW, style };
  }, [size, key, paper]);
}

function styleOf(fit: Fit, paper: ReturnType<typeof fitPaper>): CSSProperties {
  const gap = gapsOf(SCREEN.least);
  return {
    "--screen-columns": fit.columns,
    "--screen-row": `${fit.row}px`,
    "--screen-type": `${fit.type}px`,
    "--screen-gap": `${gap.cell}px`,
    "--screen-band": `${gap.band}px`,
    "--paper-columns": paper.columns,
    "--paper-row": `${paper.row}mm`,
    "--paper-type": `${paper.type}mm`,
    "--paper-gap": `${paper.gap.cell}mm`,
    "--paper-band": `${paper.gap.band}mm`,
  } as CSSProperties;
}

/** The room inside an element, without its padding. */
function useSize(ref: RefObject<HTMLElement | null>): Area | null {
  const [size, setSize] = useState<Area | null>(null);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const measure = () => {
      const { paddingLeft, paddingRight, paddingTop, paddingBottom } = getComputedStyle(element);
      const inside = (length: number, ...pads: string[]) =>
        pads.reduce((sum, pad) => sum - Number.parseFloat(pad), length);
      setSize((before) => {
        const width = inside(element.clientWidth, paddingLeft, paddingRight);
        const height = inside(element.clientHeight, paddingTop, paddingBottom);
        return before?.width === width && before.height === height ? before : { width, height };
      });
    };
    measure();
    // Paper has a size of its own: while it is printed the screen's is kept.
    const watcher = new ResizeObserver(() => window.matchMedia("print").matches || measure());
    watcher.observe(element);
    return () => watcher.disconnect();
  }, [ref]);
  return size;
}
