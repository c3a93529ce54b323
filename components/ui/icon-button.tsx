"use client";

import type { ButtonHTMLAttributes, ReactNode, Ref } from "react";
import { classNames } from "./class-names";
import { useReason } from "./reason";
import { useTip } from "./tip";

type Props = Omit<ButtonHTMLAttributes<HTMLButtonElement>, "disabled"> & {
  label: string;
  /** Why it cannot be used now. */
  reason?: string | null;
  size?: "md" | "sm";
  ref?: Ref<HTMLButtonElement>;
  children: ReactNode;
};

/** A button that shows only an icon; its name appears on hover and focus and is read aloud. */
export function IconButton({ label, reason, size = "md", className, children, ...rest }: Props) {
  const why = useReason(reason, rest);
  const tip = useTip(reason ? null : label, rest);
  return (
    <>
      <button
        type="button"
        {...rest}
        {...(why.off ? why.props : tip.props)}
        aria-label={label}
        className={classNames(
          "press inline-flex shrink-0 items-center justify-center rounded touch:size-11 print:hidden",
          size === "md" ? "size-control" : "size-7",
          why.off ? "text-grey" : "hover:bg-sunken",
          className,
        )}
        onClick={why.off ? why.refuse : rest.onClick}
      >
        {children}
      </button>
      {why.bubble}
      {tip.bubble}
    </>
  );
}
