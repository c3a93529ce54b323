"use client";

import { type KeyboardEvent, type SyntheticEvent, useRef } from "react";
import { useLayer } from "./layer";

/** Arrow keys, Home, End, first letters and Tab of an open menu. */
export function useMenuKeys(anchor: Element, close: () => void) {
  const ref = useRef<HTMLDivElement>(null);
  useLayer({ ref, anchor, modal: false, onClose: close });
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === "Tab") return close();
    const rows = [...(ref.current?.querySelectorAll<HTMLElement>("[data-menu-row]") ?? [])];
    const at = rows.indexOf(document.activeElement as HTMLElement);
    const next = nextRow(
      event.key,
      rows.map((row) => row.dataset.menuRow ?? ""),
      at,
    );
    if (next === null) return;
    event.preventDefault();
    rows[next]?.focus();
  };
  return { ref, onKeyDown, halt: (event: SyntheticEvent) => event.stopPropagation() };
}

/** The row that a key leads to from row `at`, or null when the key moves nothing. */
export function nextRow(key: string, labels: string[], at: number): number | null {
  const count = labels.length;
  if (count === 0) return null;
  if (key === "ArrowDown") return (at + 1) % count;
  if (key === "ArrowUp") return (at <= 0 ? count : at) - 1;
  if (key === "Home") return 0;
  if (key === "End") return count - 1;
  if (key.length !== 1 || key === " ") return null;
  const later = labels.map((_, step) => (at + 1 + step) % count);
  return later.find((row) => labels[row]?.toLowerCase().startsWith(key.toLowerCase())) ?? null;
}
