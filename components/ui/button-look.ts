import { classNames } from "./class-names";

const VARIANTS = {
  primary: "border-action bg-action text-white hover:bg-action-strong",
  plain: "border-edge bg-paper text-ink hover:bg-sunken",
  danger: "border-red bg-paper text-red-strong hover:bg-red-soft",
  quiet: "border-transparent bg-transparent text-ink hover:bg-sunken",
} as const;

const SIZES = { md: "min-h-control px-3.5", sm: "min-h-7 px-2 touch:min-h-control" } as const;

export type ButtonVariant = keyof typeof VARIANTS;
export type ButtonSize = keyof typeof SIZES;

/** The look that buttons and links dressed as buttons share. */
export function buttonLook(
  variant: ButtonVariant,
  size: ButtonSize,
  off = false,
  className?: string,
): string {
  return classNames(
    "press inline-flex items-center justify-center gap-1.5 whitespace-nowrap rounded border text-ui print:hidden",
    SIZES[size],
    off ? "border-line bg-sunken text-muted" : VARIANTS[variant],
    className,
  );
}
