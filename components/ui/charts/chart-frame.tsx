import type { ReactNode } from "react";
import { sayNumber } from "@/lib/house-style";
import { classNames } from "../class-names";
import { ChartTable, type TableSeries } from "./chart-table";
import { type Axis, heightOf, hundredths, type Scale } from "./scale-rules";

/** What all charts have in common: heading, legend, both axes, and the same figures as a table. */
type Props = {
  label: string;
  unit: string;
  height: number;
  scale: Scale;
  ticks: Axis["ticks"];
  series: readonly TableSeries[];
  labels: readonly string[];
  /** A sample of each series as it is drawn, in their order. */
  samples: readonly ReactNode[];
  hideLabel?: boolean;
  /** What stands in the plot. */
  children: ReactNode;
};

export function ChartFrame({ label, unit, height, scale, series, samples, hideLabel, ...plot }: Props) {
  return (
    <figure className="min-w-0 text-small" data-keep>
      <figcaption className="flex flex-wrap items-center gap-x-4 gap-y-1 pb-2">
        <span className={hideLabel ? "sr-only" : "font-semibold"}>{label}</span>
        {unit ? <span className="text-muted">{unit}</span> : null}
        {series.map(({ name }, at) => (
          <span className="inline-flex items-center gap-1" key={name}>
            {samples[at]}
            {name}
          </span>
        ))}
      </figcaption>
      <div aria-label={label} className="flex gap-2" role="img">
        <div className="relative shrink-0 text-muted" style={{ height, width: gutterOf(scale) }}>
          {scale.ticks.map((tick) => (
            <span
              className="tabular -translate-y-1/2 absolute right-0"
              key={tick}
              style={{ top: `${hundredths(1 - heightOf(tick, scale))}%` }}
            >
              {sayNumber(tick)}
            </span>
          ))}
        </div>
        <Plot height={height} scale={scale} {...plot} />
      </div>
      <ChartTable caption={label} labels={plot.labels} series={series} unit={unit} />
    </figure>
  );
}

type PlotProps = Pick<Props, "height" | "scale" | "ticks" | "children">;

function Plot({ height, scale, ticks, children }: PlotProps) {
  return (
    <div className="min-w-0 flex-1">
      <svg aria-hidden="true" className="block w-full overflow-visible" height={height} width="100%">
        {scale.ticks.map((tick) => {
          const y = `${hundredths(1 - heightOf(tick, scale))}%`;
          const line = classNames(tick === 0 ? "stroke-edge" : "stroke-line");
          return <line className={line} key={tick} x1="0" x2="100%" y1={y} y2={y} />;
        })}
        {children}
      </svg>
      <div className="relative h-5 text-muted">
        {ticks.map(({ at, text }) => (
          <span
            className="tabular absolute top-1 whitespace-nowrap"
            key={text}
            style={{ left: `${hundredths(at)}%`, transform: `translateX(-${hundredths(at)}%)` }}
          >
            {text}
          </span>
        ))}
      </div>
    </div>
  );
}

/** Room for the longest number of the axis. */
function gutterOf({ ticks }: Scale): string {
  return `${Math.max(...ticks.map((tick) => sayNumber(tick).length)) * 0.62 + 0.2}em`;
}
