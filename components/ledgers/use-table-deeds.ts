"use client";

import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef, useState } from "react";
import { useListeners } from "@/components/board/use-listeners";
import type { Selection } from "@/components/board/use-selection";
import { useKeys } from "@/components/palette/use-keys";
import type { Entry } from "@/lib/ledgers/rules";
import { useDesk } from "./ledger-context";

type Hands = { body: RefObject<HTMLElement | null>; selection: Selection<Entry>; height: number };
type OpenMenu = { entry: Entry; anchor: Element };

/** Mouse and keys of the table: one listener serves all rows. */
export function useTableDeeds({ body, selection, height }: Hands) {
  const { shown, open, state, filter, change } = useDesk();
  const [stopId, setStop] = useState<number | null>(null);
  const [menu, setMenu] = useState<OpenMenu | null>(null);
  const wanted = useRef<number | null>(null);
  const stop =
    state.byId.has(stopId ?? 0) && shown.some(({ id }) => id === stopId) ? stopId : (shown[0]?.id ?? null);
  const rowOf = (id: number | null) =>
    body.current?.querySelector<HTMLElement>(`[data-entry-id="${id}"]`) ?? null;
  useLayoutEffect(() => {
    // A row that was out of sight has its element only after the scrolling.
    const row = wanted.current === null ? null : rowOf(wanted.current);
    if (!row) return;
    wanted.current = null;
    row.focus({ preventScroll: true });
  });
  const go = (place: number, extend: boolean) => {
    const next = shown[Math.min(Math.max(0, place), shown.length - 1)];
    if (!next) return;
    if (extend) reach(next);
    setStop(next.id);
    wanted.current = next.id;
    bringIntoSight(body.current, shown.indexOf(next), height);
    if (filter.entryId !== null) open(next);
  };
  const reach = (next: Entry) => {
    const from = selection.from() ?? stop;
    const [a, b] = [shown.findIndex(({ id }) => id === from), shown.indexOf(next)];
    const anchor = shown[a];
    if (selection.from() === null && anchor) selection.toggle(anchor);
    selection.take(shown.slice(Math.min(a, b), Math.max(a, b) + 1));
  };
  const openMenu = (entry: Entry) => {
    const anchor = rowOf(entry.id)?.querySelector("[data-more]");
    if (anchor) setMenu({ entry, anchor });
  };
  useListeners(body, {
    click: (event) => {
      const row = rowAt(event.target);
      const entry = state.byId.get(Number(row?.dataset.entryId));
      if (!entry || !(event.target instanceof Element)) return;
      setStop(entry.id);
      if (event.target.closest("[data-more]")) openMenu(entry);
      else if (event.target.closest("[data-select]")) event.shiftKey ? reach(entry) : selection.toggle(entry);
      else if (event.shiftKey) reach(entry);
      else open(entry);
    },
    focusin: ({ target }) => {
      const row = rowAt(target);
      if (row) setStop(Number(row.dataset.entryId));
    },
    pointerover: () => {},
  });
  const at = shown.findIndex(({ id }) => id === stop);
  const onKeyDown = (event: KeyboardEvent) => {
    if (!rowAt(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
    const ways: Record<string, number> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: 15,
      PageUp: -15,
      Home: -1e9,
      End: 1e9,
    };
    const way = ways[event.key];
    if (way === undefined) return;
    event.preventDefault();
    go(at + way, event.shiftKey);
  };
  useKeys(({ key, alt }) => {
    const entry = shown[at];
    if (alt || !entry) return false;
    if (key === "j" || key === "k") go(at + (key === "j" ? 1 : -1), false);
    else if (key === "x") selection.toggle(entry);
    else if (key === "s") openMenu(entry);
    else if (key === "Enter" && rowAt(document.activeElement)) open(entry);
    else if (key === "Escape" && filter.entryId !== null) change({ entryId: null });
    else if (key === "Escape" && selection.ids.size > 0) selection.clear();
    else return false;
    return true;
  });
  return { stop, menu, closeMenu: () => setMenu(null), onKeyDown };
}

function rowAt(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>("tr[data-entry-id]") : null;
}

/** Scrolls the page as far as the row needs, below the bar and the head of the table. */
function bringIntoSight(body: HTMLElement | null, place: number, height: number) {
  if (!body) return;
  const top = body.getBoundingClientRect().top + place * height;
  const [above, below] = [100, window.innerHeight - 80];
  if (top < above) window.scrollBy({ top: top - above });
  else if (top + height > below) window.scrollBy({ top: top + height - below });
}
