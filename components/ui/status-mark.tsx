"use client";

import { useWords } from "@/lib/words-client";
import { classNames } from "./class-names";

// Each status has a shape of its own, so that it is told apart in black and white.
const SHAPES = {
  draft: { colour: "text-grey", path: "M8 2.5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 0 1 0-11z", dashed: true },
  notStarted: { colour: "text-muted", path: "M8 2.5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 0 1 0-11z" },
  inProgress: {
    colour: "text-action",
    path: "M8 2.5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 0 1 0-11z",
    solid: "M8 2.5a5.5 5.5 0 0 0 0 11z",
  },
  waiting: {
    colour: "text-action",
    path: "M8 2.5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 0 1 0-11z",
    solid: "M8 5.4a2.6 2.6 0 1 1 0 5.2a2.6 2.6 0 0 1 0-5.2z",
  },
  done: { colour: "text-green", path: "M2.5 8.5l3.7 3.7L13.5 4.5" },
  atRisk: { colour: "text-yellow", solid: "M8 1.5L14.5 8L8 14.5L1.5 8z" },
  overdue: { colour: "text-red", solid: "M8 2L15 14H1z" },
  suspended: { colour: "text-muted", path: "M5.5 3v10M10.5 3v10" },
  terminated: { colour: "text-muted", path: "M3.5 3.5l9 9M12.5 3.5l-9 9" },
} as const satisfies Record<string, { colour: string; path?: string; solid?: string; dashed?: true }>;

export type StatusShape = keyof typeof SHAPES;

type Props = { shape: StatusShape; label?: string; iconOnly?: boolean; size?: number };

/** A status as shape, word and colour; `label` replaces the usual word of the shape. */
export function StatusMark({ shape, label, iconOnly = false, size = 14 }: Props) {
  const t = useWords("ui");
  const word = label ?? t(`status.${shape}`);
  return (
    <span className="inline-flex items-center gap-1 whitespace-nowrap">
      <StatusShapeIcon shape={shape} size={size} />
      <span className={iconOnly ? "sr-only" : undefined}>{word}</span>
    </span>
  );
}

/** The bare shape, for places where the word stands beside it already. */
export function StatusShapeIcon({ shape, size = 14 }: { shape: StatusShape; size?: number }) {
  const drawing: { colour: string; path?: string; solid?: string; dashed?: true } = SHAPES[shape];
  return (
    <svg
      aria-hidden="true"
      className={classNames("shrink-0", drawing.colour)}
      data-mark={shape}
      height={size}
      viewBox="0 0 16 16"
      width={size}
    >
      {drawing.solid ? <path d={drawing.solid} fill="currentColor" /> : null}
      {drawing.path ? (
        <path
          d={drawing.path}
          fill="none"
          stroke="currentColor"
          strokeDasharray={drawing.dashed ? "2.4 2.2" : undefined}
          strokeLinecap="round"
          strokeLinejoin="round"
          strokeWidth={2}
        />
      ) : null}
    </svg>
  );
}
