"use client";

import { type KeyboardEvent, useId, useRef, useState } from "react";
import { type ComboboxOption, filterOptions } from "./combobox-filter";

/** What is typed, which options it leaves and which one the keys are on. */
export function useCombobox(options: readonly ComboboxOption[], choose: (id: number) => void) {
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState<string | null>(null);
  const [at, setAt] = useState(0);
  const open = query !== null;
  const found = open ? filterOptions(options, query) : [];
  const active = found[Math.min(at, found.length - 1)];

  const close = () => setQuery(null);
  const search = (text: string) => {
    setQuery(text);
    setAt(0);
  };
  const pick = (option: ComboboxOption) => {
    choose(option.id);
    close();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      if (!open) return search("");
      setAt((Math.min(at, found.length - 1) + step + found.length) % Math.max(1, found.length));
    }
    if (event.key === "Enter" && open) {
      event.preventDefault();
      if (active) pick(active);
    }
    if (event.key === "Tab") close();
  };
  return { listId, input, open, query, found, active, search, pick, close, onKeyDown };
}
