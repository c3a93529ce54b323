import type { Shape, Sign, Tone } from "./plot-rules";

const PATHS: Record<Shape, string> = {
  square: "M-8-8H8V8H-8z",
  diamond: "M0-11L11 0L0 11L-11 0z",
  circle: "M-9.5 0a9.5 9.5 0 1 1 19 0a9.5 9.5 0 1 1-19 0z",
  triangle: "M0-11L11 9H-11z",
  pentagon: "M0-10.5L10.5-2.5L6.5 9.5H-6.5L-10.5-2.5z",
  hexagon: "M-5.5-9.5H5.5L11 0L5.5 9.5H-5.5L-11 0z",
};
const LOOKS: Record<Tone, { shape: string; letter: string }> = {
  open: { shape: "fill-paper stroke-ink", letter: "fill-ink" },
  begun: { shape: "fill-action-soft stroke-action", letter: "fill-action-strong" },
  near: { shape: "fill-yellow-soft stroke-yellow", letter: "fill-ink" },
  end: { shape: "fill-green stroke-green", letter: "fill-white" },
};

type Props = { sign: Sign; starred?: boolean };

/** The symbol of a stage around the point 0,0, in a field of 28 units; a second line around it marks what is of special weight. */
export function PlotSign({ sign, starred = false }: Props) {
  const look = LOOKS[sign.tone];
  return (
    <g data-bar="symbol">
      {starred ? (
        <circle className="fill-paper stroke-brand" r="14" strokeDasharray="3 2" strokeWidth="1.5" />
      ) : null}
      <path className={look.shape} d={PATHS[sign.shape]} strokeWidth="1.6" />
      <text
        className={look.letter}
        fontSize="11"
        fontWeight="600"
        textAnchor="middle"
        y={sign.shape === "triangle" ? 6.5 : 4}
      >
        {sign.letter}
      </text>
      {starred ? <path className="fill-brand" d={STAR} transform="translate(11 -10)" /> : null}
    </g>
  );
}

const STAR = "M0-5.5L1.4-1.8L5.3-1.7L2.2.8L3.3 4.5L0 2.3L-3.3 4.5L-2.2.8L-5.3-1.7L-1.4-1.8z";

/** The same beside words: legends, lists, cells of a grid. */
export function SignMark({ sign, starred = false, size = 20 }: Props & { size?: number }) {
  return (
    <svg
      aria-hidden="true"
      className="shrink-0"
      height={size}
      viewBox={starred ? "-16 -16 32 32" : "-13 -13 26 26"}
      width={size}
    >
      <PlotSign starred={starred} sign={sign} />
    </svg>
  );
}
