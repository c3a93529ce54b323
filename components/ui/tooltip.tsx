"use client";

import { type ReactNode, useId } from "react";
import { useTip } from "./tip";

/** Extra words for what it surrounds; what must be known stands on the page itself, since touch has no hover. */
export function Tooltip({ text, children }: { text: string; children: ReactNode }) {
  const id = useId();
  const tip = useTip(text);
  return (
    <>
      <span {...tip.props} aria-describedby={id} className="inline-flex">
        {children}
      </span>
      <span className="sr-only" id={id} role="tooltip">
        {text}
      </span>
      {tip.bubble}
    </>
  );
}
