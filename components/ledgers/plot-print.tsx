"use client";

import { useDesk } from "./ledger-context";
import { PlotGrid } from "./plot-grid";
import { PlotLegend } from "./plot-legend";
import { SignMark } from "./plot-sign";
import { usePlot, useSigns } from "./use-plot";

/** The picture on paper, or the grid; below it what the signs mean. */
export function PlotPrint() {
  const plot = usePlot();
  const { shown } = useDesk();
  const { signOf, isStarred } = useSigns();
  return (
    <div className="flex flex-col gap-3 pt-2">
      <PlotLegend />
      {plot ? (
        <figure className="relative" style={{ aspectRatio: `${plot.width} / ${plot.height}` }}>
          <img alt={plot.name} className="absolute inset-0 size-full" src={`/api/plots/${plot.id}`} />
          {shown
            .filter(({ plotId }) => plotId === plot.id)
            .map((entry) => (
              <span
                className="-translate-x-1/2 -translate-y-1/2 absolute"
                key={entry.id}
                style={{ left: `${(entry.x ?? 0) * 100}%`, top: `${(entry.y ?? 0) * 100}%` }}
              >
                <SignMark sign={signOf(entry.stage)} size={22} starred={isStarred(entry)} />
              </span>
            ))}
        </figure>
      ) : (
        <PlotGrid />
      )}
    </div>
  );
}
