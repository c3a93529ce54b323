import { classNames } from "./class-names";

export type FunnelStep = {
  key: string;
  label: string;
  /** How many came this far or further, and how many stand here now. */
  reached: number;
  here: number;
  /** Whoever came here is through. */
  end?: boolean;
};

type Props = {
  label: string;
  total: number;
  steps: readonly FunnelStep[];
  /** The words beside the two figures. */
  words: { reached: string; here: string };
  /** Opens the list behind a figure; without it the figures are only read. */
  onOpen?: (key: string, which: "reached" | "here") => void;
};

/** How many came how far: one bar a step, widths against all; every figure stands beside its bar, so the drawing needs no table twin. */
export function Funnel({ label, total, steps, words, onOpen }: Props) {
  return (
    <ol aria-label={label} className="flex flex-col">
      {steps.map((step) => {
        const share = total > 0 ? step.reached / total : 0;
        return (
          <li
            className="grid grid-cols-[minmax(4.5em,7em)_1fr_auto] items-center gap-x-3 border-line border-b py-1 last:border-b-0"
            key={step.key}
          >
            <span className="min-w-0">{step.label}</span>
            <span aria-hidden="true" className="block h-5 bg-sunken" data-bar="track">
              <span
                className={classNames("block h-full", step.end ? "bg-green" : "bg-action")}
                data-bar="value"
                style={{ width: `${share * 100}%` }}
              />
            </span>
            <span className="tabular flex w-44 items-baseline justify-end gap-1 text-right max-sm:w-auto">
              <Figure
                name={`${step.label} ${words.reached}`}
                onOpen={onOpen && (() => onOpen(step.key, "reached"))}
                strong
                value={step.reached}
              />
              <span className="w-12 text-muted text-small">{Math.round(share * 100)}%</span>
              <span className="text-muted text-small max-sm:hidden">{words.here}</span>
              <Figure
                name={`${step.label} ${words.here}`}
                onOpen={onOpen && (() => onOpen(step.key, "here"))}
                value={step.here}
              />
            </span>
          </li>
        );
      })}
    </ol>
  );
}

type FigureProps = { value: number; name: string; strong?: boolean; onOpen?: () => void };

function Figure({ value, name, strong, onOpen }: FigureProps) {
  const look = classNames("inline-block min-w-10 text-right", strong && "font-semibold");
  if (!onOpen) return <span className={look}>{value}</span>;
  return (
    <button
      aria-label={`${name} ${value}`}
      className={classNames(
        look,
        "rounded px-1 hover:bg-action-soft hover:text-action-strong touch:min-h-11",
      )}
      onClick={onOpen}
      type="button"
    >
      {value}
    </button>
  );
}
