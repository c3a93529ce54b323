"use client";

import { type KeyboardEvent, useMemo, useRef, useState } from "react";
import { classNames } from "@/components/ui/class-names";
import type { Entry } from "@/lib/ledgers/rules";
import { useWords } from "@/lib/words-client";
import { useDesk } from "./ledger-context";
import { NothingHere } from "./nothing-here";
import { SignMark } from "./plot-sign";
import { useSigns } from "./use-plot";

/** More squares than these say nothing any more that the analysis does not say better. */
const MOST = 3000;
const BY_NUMBER = new Intl.Collator("zh-CN", { numeric: true });

/** The entries as squares in their order; one tab stop, arrows go from square to square. */
export function PlotGrid() {
  const t = useWords("ledgers");
  const { shown, open, filter, ledger } = useDesk();
  const { signOf, isStarred, star } = useSigns();
  const list = useRef<HTMLUListElement>(null);
  const [stopId, setStop] = useState<number | null>(null);
  // Neighbours stand beside each other, so that the grid keeps its shape from day to day.
  const ordered = useMemo(
    () => (filter.sort ? shown : [...shown].sort((a, b) => BY_NUMBER.compare(a.code, b.code))),
    [shown, filter.sort],
  );
  const cells = ordered.slice(0, MOST);
  const stop = cells.some(({ id }) => id === stopId) ? stopId : cells[0]?.id;
  const onKeyDown = (event: KeyboardEvent) => {
    const step = {
      ArrowRight: 1,
      ArrowLeft: -1,
      ArrowDown: perRow(list.current),
      ArrowUp: -perRow(list.current),
    }[event.key];
    const next = step === undefined ? undefined : cells[cells.findIndex(({ id }) => id === stop) + step];
    if (!next) return;
    event.preventDefault();
    setStop(next.id);
    list.current?.querySelector<HTMLElement>(`[data-spot="${next.id}"]`)?.focus();
  };
  if (shown.length === 0) return <NothingHere />;
  const nameOf = (entry: Entry) =>
    [
      entry.code,
      ledger.stages.find(({ key }) => key === entry.stage)?.name,
      isStarred(entry) ? star?.name : null,
    ]
      .filter(Boolean)
      .join("，");
  return (
    <>
      <ul
        aria-label={t("plot.grid")}
        className="grid grid-cols-[repeat(auto-fill,minmax(3.75rem,1fr))] gap-1"
        onKeyDown={onKeyDown}
        ref={list}
      >
        {cells.map((entry) => (
          <li key={entry.id}>
            <button
              className={classNames(
                "flex w-full flex-col items-center gap-0.5 rounded border bg-paper pt-1.5 pb-1 -outline-offset-2 hover:border-edge",
                filter.entryId === entry.id ? "border-action" : "border-line",
              )}
              data-spot={entry.id}
              onClick={() => open(entry)}
              onFocus={() => setStop(entry.id)}
              tabIndex={entry.id === stop ? 0 : -1}
              type="button"
            >
              <SignMark
                sign={signOf(entry.stage)}
                size={isStarred(entry) ? 36 : 30}
                starred={isStarred(entry)}
              />
              <span className="sr-only">{nameOf(entry)}</span>
              <span aria-hidden="true" className="tabular max-w-full truncate px-0.5 text-small">
                {entry.code}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {shown.length > MOST ? (
        <p className="text-muted">{t("plot.most", { most: MOST, count: shown.length })}</p>
      ) : null}
    </>
  );
}

/** How many squares stand beside each other just now. */
function perRow(list: HTMLElement | null): number {
  const items = [...(list?.children ?? [])];
  const [first] = items;
  if (!first) return 1;
  const top = first.getBoundingClientRect().top;
  const below = items.findIndex((item) => item.getBoundingClientRect().top > top + 4);
  return below === -1 ? items.length : below;
}
