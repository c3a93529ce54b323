"use client";

import { type ButtonHTMLAttributes, type MouseEvent, useId } from "react";
import { useTip } from "./tip";

/** What a control needs in order to be greyed out and still say why. */
export function useReason(reason: string | null | undefined, own: ButtonHTMLAttributes<HTMLButtonElement>) {
  const id = useId();
  const off = Boolean(reason);
  const tip = useTip(reason ?? null, own);
  const describedBy = [own["aria-describedby"], off && id].filter(Boolean).join(" ") || undefined;
  const bubble = off ? (
    <>
      <span className="sr-only" id={id}>
        {reason}
      </span>
      {tip.bubble}
    </>
  ) : null;
  return {
    off,
    bubble,
    props: { ...tip.props, "aria-disabled": off || undefined, "aria-describedby": describedBy },
    // A tap has no hover: it shows the reason instead of acting, and a submit button must not submit.
    refuse: (event: MouseEvent<HTMLButtonElement>) => {
      event.preventDefault();
      tip.show(event.currentTarget);
    },
  };
}
