import type { ReactNode } from "react";
import { classNames } from "./class-names";

export const BADGE_TONES = {
  neutral: "bg-sunken",
  action: "bg-action-soft",
  green: "bg-green-soft",
  yellow: "bg-yellow-soft",
  red: "bg-red-soft",
} as const;

/** A short word on a tint; the word alone must carry the meaning. */
export function Badge({
  tone = "neutral",
  children,
}: {
  tone?: keyof typeof BADGE_TONES;
  children: ReactNode;
}) {
  return (
    <span
      className={classNames(
        "inline-flex items-center whitespace-nowrap rounded px-1.5 text-small text-ink",
        BADGE_TONES[tone],
      )}
    >
      {children}
    </span>
  );
}
