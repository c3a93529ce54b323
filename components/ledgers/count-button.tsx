"use client";

type Props = { value: number; label: string; onOpen: () => void };

/** A number that opens its list; nothing has no list. */
export function CountButton({ value, label, onOpen }: Props) {
  if (value === 0) return <span className="relative text-muted">0</span>;
  return (
    <button
      aria-label={`${label} ${value}`}
      className="tabular relative rounded px-1 text-action-strong underline-offset-2 hover:underline touch:min-h-11 touch:min-w-11"
      onClick={onOpen}
      type="button"
    >
      {value}
    </button>
  );
}
