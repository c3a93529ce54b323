import { sayNumber } from "@/lib/house-style";
import { ChartFrame } from "./chart-frame";
import { type ChartPoint, heightOf, hundredths, type Scale, scaleOf, thinned } from "./scale-rules";

export type BarSeries = { name: string; points: readonly ChartPoint[] };

type Props = {
  series: readonly BarSeries[];
  unit: string;
  /** Pixels of the plot alone. */
  height?: number;
  /** What is shown, in a few words; it is read aloud and heads the table. */
  label: string;
  hideLabel?: boolean;
};

/** Filled, outlined, half filled: told apart in black and white as well. */
const LOOKS = [
  { className: "fill-action stroke-action", fillOpacity: 1 },
  { className: "fill-paper stroke-ink", fillOpacity: 1 },
  { className: "fill-yellow stroke-yellow", fillOpacity: 0.35 },
] as const;

/** With more bars than this the numbers above them would run into each other. */
const MOST_NUMBERS = 12;

/** Upright bars beside each other under each label, with the same figures as a table below. */
export function BarChart({ series, unit, height = 160, label, hideLabel = false }: Props) {
  const labels = [...new Set(series.flatMap(({ points }) => points.map(([at]) => at)))];
  const scale = scaleOf(series.flatMap(({ points }) => points.map(([, value]) => value)));
  const slot = 1 / Math.max(1, labels.length);
  const ticks = thinned(labels, 12).map((text) => ({ at: (labels.indexOf(text) + 0.5) * slot, text }));
  return (
    <ChartFrame
      height={height}
      hideLabel={hideLabel}
      label={label}
      labels={labels}
      samples={series.map(({ name }, at) => (
        <svg aria-hidden="true" height="10" key={name} width="12">
          <rect {...lookOf(at)} height="9" width="11" x="0.5" y="0.5" />
        </svg>
      ))}
      scale={scale}
      series={series}
      ticks={ticks}
      unit={unit}
    >
      {series.flatMap((one, at) =>
        one.points.map(([text, value]) =>
          value === null || !Number.isFinite(value) ? null : (
            <Bar
              key={`${one.name} ${text}`}
              look={at}
              numbered={labels.length * series.length <= MOST_NUMBERS}
              scale={scale}
              value={value}
              width={(slot * 0.7) / series.length}
              x={(labels.indexOf(text) + 0.15) * slot + (at * slot * 0.7) / series.length}
            />
          ),
        ),
      )}
    </ChartFrame>
  );
}

function lookOf(at: number) {
  return LOOKS[at % LOOKS.length] as (typeof LOOKS)[number];
}

type BarProps = { x: number; width: number; value: number; scale: Scale; look: number; numbered: boolean };

function Bar({ x, width, value, scale, look, numbered }: BarProps) {
  const [zero, top] = [heightOf(0, scale), heightOf(value, scale)];
  const y = 1 - Math.max(zero, top);
  return (
    <>
      <rect
        {...lookOf(look)}
        height={`${hundredths(Math.abs(top - zero))}%`}
        width={`${hundredths(width)}%`}
        x={`${hundredths(x)}%`}
        y={`${hundredths(y)}%`}
      />
      {numbered ? (
        <text
          className="tabular fill-ink"
          dy="-4"
          textAnchor="middle"
          x={`${hundredths(x + width / 2)}%`}
          y={`${hundredths(y)}%`}
        >
          {sayNumber(value)}
        </text>
      ) : null}
    </>
  );
}
