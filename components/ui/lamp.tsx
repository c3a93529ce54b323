"use client";

import { useWords } from "@/lib/words-client";
import { classNames } from "./class-names";

const LAMPS = {
  green: { colour: "text-green", path: "M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 0 1 0-13z" },
  yellow: { colour: "text-yellow", path: "M8 .8L15.2 8L8 15.2L.8 8z" },
  red: { colour: "text-red", path: "M8 1.2L15.6 14.6H.4z" },
  grey: { colour: "text-grey", path: "M2.5 5.8h11v4.4h-11z" },
} as const;

export type Light = keyof typeof LAMPS;

const SIZES = { sm: 12, md: 16, lg: 28 } as const;

type Props = { light: Light; label?: string; size?: keyof typeof SIZES; word?: boolean };

/** A traffic light with a shape of its own; `label` says why it shines and `word` shows the word beside it. */
export function Lamp({ light, label, size = "md", word = false }: Props) {
  const t = useWords("ui");
  const name = t(`lamp.${light}`);
  return (
    <span className="inline-flex items-center gap-1 whitespace-nowrap" title={label}>
      <LampShape light={light} size={size} />
      <span className={word ? undefined : "sr-only"}>{name}</span>
      {label ? <span className="sr-only">{label}</span> : null}
    </span>
  );
}

/** The bare lamp, for places where its word stands beside it already. */
export function LampShape({ light, size = "md" }: Pick<Props, "light" | "size">) {
  const lamp = LAMPS[light];
  return (
    <svg
      aria-hidden="true"
      className={classNames("shrink-0", lamp.colour)}
      data-mark={light}
      height={SIZES[size]}
      viewBox="0 0 16 16"
      width={SIZES[size]}
    >
      <path d={lamp.path} fill="currentColor" strokeLinejoin="round" />
    </svg>
  );
}
