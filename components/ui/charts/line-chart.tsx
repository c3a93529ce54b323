import { ChartFrame } from "./chart-frame";
import { Marker } from "./marker";
import {
  type Axis,
  axisOf,
  type ChartPoint,
  heightOf,
  hundredths,
  pathOf,
  type Scale,
  type Style,
  scaleOf,
} from "./scale-rules";

export type LineSeries = { name: string; points: readonly ChartPoint[]; style: Style };

type Props = {
  series: readonly LineSeries[];
  unit: string;
  /** Pixels of the plot alone. */
  height?: number;
  /** What is shown, in a few words; it is read aloud and heads the table. */
  label: string;
  hideLabel?: boolean;
  /** Days or labels to point out with an upright line: today, the day of a breach. */
  marks?: readonly { at: string; name: string }[];
};

/** The first three series differ in colour, stroke and marker, so that black and white tells them apart. */
const LOOKS = ["text-action", "text-ink", "text-yellow", "text-green", "text-grey"] as const;
const DASHES: Record<Style, string | undefined> = { solid: undefined, dashed: "5 4", step: "2 3" };

/** Lines over days or labels; drawn without a browser, with the same figures as a table below. */
export function LineChart({ series, unit, height = 160, label, hideLabel = false, marks = [] }: Props) {
  const axis = axisOf([
    ...series.flatMap(({ points }) => points.map(([at]) => at)),
    ...marks.map(({ at }) => at),
  ]);
  const scale = scaleOf(series.flatMap(({ points }) => points.map(([, value]) => value)));
  const labels = axis.labels.filter((one) => series.some(({ points }) => points.some(([at]) => at === one)));
  return (
    <ChartFrame
      height={height}
      hideLabel={hideLabel}
      label={label}
      labels={labels}
      samples={series.map(({ style, name }, at) => <Sample at={at} key={name} style={style} />)}
      scale={scale}
      series={series}
      ticks={axis.ticks}
      unit={unit}
    >
      {marks.map(({ at, name }) => (
        <Mark key={`${at} ${name}`} name={name} share={axis.placeOf(at)} />
      ))}
      <svg
        aria-hidden="true"
        height="100%"
        overflow="visible"
        preserveAspectRatio="none"
        viewBox="0 0 100 100"
        width="100%"
      >
        {series.map((one, at) => (
          <path
            className={LOOKS[at % LOOKS.length]}
            d={pathOf(one.points, axis, scale, one.style)}
            fill="none"
            key={one.name}
            stroke="currentColor"
            strokeDasharray={DASHES[one.style]}
            strokeLinejoin="round"
            strokeWidth={one.style === "solid" ? 2 : 1.5}
            vectorEffect="non-scaling-stroke"
          />
        ))}
      </svg>
      {series.map((one, at) => (
        <Markers at={at} axis={axis} key={one.name} points={one.points} scale={scale} />
      ))}
    </ChartFrame>
  );
}

type MarkersProps = { points: readonly ChartPoint[]; at: number; axis: Axis; scale: Scale };

/** More points than this are a curve, and its markers would only thicken it. */
const MOST_MARKERS = 40;

function Markers({ points, at, axis, scale }: MarkersProps) {
  if (points.length > MOST_MARKERS) return null;
  return points.map(([label, value]) =>
    value === null || !Number.isFinite(value) ? null : (
      <svg
        aria-hidden="true"
        className={`overflow-visible ${LOOKS[at % LOOKS.length]}`}
        key={label}
        x={`${hundredths(axis.placeOf(label))}%`}
        y={`${hundredths(1 - heightOf(value, scale))}%`}
      >
        <Marker shape={at} />
      </svg>
    ),
  );
}

function Mark({ share, name }: { share: number; name: string }) {
  const x = `${hundredths(share)}%`;
  return (
    <>
      <line className="stroke-muted" strokeDasharray="1 3" x1={x} x2={x} y1="0" y2="100%" />
      <text
        className="fill-muted"
        dx={share > 0.5 ? -4 : 4}
        dy="10"
        textAnchor={share > 0.5 ? "end" : "start"}
        x={x}
        y="0"
      >
        {name}
      </text>
    </>
  );
}

function Sample({ at, style }: { at: number; style: Style }) {
  return (
    <svg aria-hidden="true" className={LOOKS[at % LOOKS.length]} height="10" width="28">
      <line
        stroke="currentColor"
        strokeDasharray={DASHES[style]}
        strokeWidth="2"
        x1="0"
        x2="28"
        y1="5"
        y2="5"
      />
      <svg aria-hidden="true" className="overflow-visible" x="14" y="5">
        <Marker shape={at} />
      </svg>
    </svg>
  );
}
