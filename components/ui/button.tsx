"use client";

import Link from "next/link";
import type { ButtonHTMLAttributes, ComponentProps, ReactNode, Ref } from "react";
import { type ButtonSize, type ButtonVariant, buttonLook } from "./button-look";
import { useReason } from "./reason";

type Look = { variant?: ButtonVariant; size?: ButtonSize; icon?: ReactNode };

type ButtonProps = Look &
  Omit<ButtonHTMLAttributes<HTMLButtonElement>, "disabled"> & {
    /** Why it cannot be used now; it stays focusable and says so. */
    reason?: string | null;
    busy?: boolean;
    ref?: Ref<HTMLButtonElement>;
  };

/** A button that never goes silent: with a `reason` it greys out and tells it on hover, focus or tap. */
export function Button({
  variant = "plain",
  size = "md",
  reason,
  busy = false,
  icon,
  className,
  children,
  ...rest
}: ButtonProps) {
  const why = useReason(reason, rest);
  return (
    <>
      <button
        type="button"
        {...rest}
        {...why.props}
        aria-busy={busy || undefined}
        className={buttonLook(variant, size, why.off || busy, className)}
        onClick={why.off || busy ? why.refuse : rest.onClick}
      >
        {icon}
        {children}
      </button>
      {why.bubble}
    </>
  );
}

type LinkButtonProps = Look & ComponentProps<typeof Link>;

/** A link that looks like a button; it goes somewhere and changes nothing. */
export function LinkButton({
  variant = "plain",
  size = "md",
  icon,
  className,
  children,
  ...rest
}: LinkButtonProps) {
  return (
    <Link {...rest} className={buttonLook(variant, size, false, className)}>
      {icon}
      {children}
    </Link>
  );
}
