"use client";

import type { ReactNode } from "react";
import { useWords } from "@/lib/words-client";
import { classNames } from "./class-names";
import { Icon } from "./icons";

/** A row of chips that belong together. */
export function Chips({ label, children }: { label: string; children: ReactNode }) {
  return (
    <fieldset aria-label={label} className="flex min-w-0 flex-wrap items-center gap-1.5">
      {children}
    </fieldset>
  );
}

type Props = {
  selected?: boolean;
  onToggle?: () => void;
  onRemove?: () => void;
  count?: number;
  children: ReactNode;
};

/** A filter that is on or off (`onToggle`), or a choice that can be taken away (`onRemove`). */
export function Chip({ selected = false, onToggle, onRemove, count, children }: Props) {
  const t = useWords("ui");
  const look =
    "inline-flex min-h-7 items-center gap-1 rounded-full border px-2.5 text-ui touch:min-h-11 touch:px-4";
  if (onToggle) {
    return (
      <button
        aria-pressed={selected}
        className={classNames(
          look,
          "press",
          selected
            ? "border-action bg-action-soft text-action-strong"
            : "border-edge bg-paper hover:bg-sunken",
        )}
        onClick={onToggle}
        type="button"
      >
        {selected ? <Icon name="check" size={14} /> : null}
        {children}
        {count === undefined ? null : <span className="tabular text-muted">{count}</span>}
      </button>
    );
  }
  return (
    <span className={classNames(look, "border-line bg-sunken", onRemove && "pr-1")}>
      <span>{children}</span>
      {onRemove ? (
        <button
          className="inline-flex size-6 items-center justify-center rounded-full hover:bg-line touch:size-10"
          onClick={onRemove}
          type="button"
        >
          <span className="sr-only">
            {t("remove")} {children}
          </span>
          <Icon name="close" size={12} />
        </button>
      ) : null}
    </span>
  );
}
