import { classNames } from "./class-names";

const TONES = {
  action: "bg-action",
  green: "bg-green",
  yellow: "bg-yellow",
  red: "bg-red",
  grey: "bg-grey",
} as const;

type Props = { value: number; expected?: number | null; label: string; tone?: keyof typeof TONES };

/** A thin bar of `value` (0–1); the tick marks `expected`, where it should be today (null: no tick). */
export function ProgressBar({ value, expected = null, label, tone = "action" }: Props) {
  const now = percent(value);
  return (
    <span
      aria-label={label}
      aria-valuemax={100}
      aria-valuemin={0}
      aria-valuenow={now}
      className="relative block h-1 w-full rounded-full bg-line"
      data-bar="track"
      role="progressbar"
    >
      <span
        className={classNames("absolute inset-y-0 left-0 rounded-full", TONES[tone])}
        data-bar="value"
        style={{ width: `${now}%` }}
      />
      {expected === null ? null : (
        <span
          className="absolute -top-0.5 -bottom-0.5 w-0.5 bg-ink"
          data-bar="tick"
          style={{ left: `min(${percent(expected)}%, 100% - 2px)` }}
        />
      )}
    </span>
  );
}

function percent(ratio: number): number {
  return Math.round(Math.min(1, Math.max(0, ratio)) * 100);
}
