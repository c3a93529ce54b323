"use client";

import { type CSSProperties, type RefObject, useMemo, useRef } from "react";
import type { Selection } from "@/components/board/use-selection";
import { useView } from "@/components/board/use-view";
import { useDensity } from "@/components/shell/use-density";
import { classNames } from "@/components/ui/class-names";
import { useRowSpan } from "@/components/ui/use-row-span";
import { nextSort } from "@/lib/ledgers/filter-rules";
import type { Entry } from "@/lib/ledgers/rules";
import type { Words } from "@/lib/message-format";
import { useWords } from "@/lib/words-client";
import { type Column, columnsOf, fitting } from "./column-rules";
import { EntryMenu } from "./entry-menu";
import { EntryRow } from "./entry-row";
import { useDesk } from "./ledger-context";
import { letterScale } from "./letter-scale";
import { NothingHere } from "./nothing-here";
import { useTableDeeds } from "./use-table-deeds";

// Rows that are chosen and moved between with keys; the plain element has no word for it.
const GRID = { role: "grid", "aria-multiselectable": true } as const;

/** All entries as a table; only the rows in sight are drawn. One tab stop, arrows move, Enter opens, X selects, S moves on. */
export function EntryTable({ selection }: { selection: Selection<Entry> }) {
  const t = useWords("ledgers");
  const { shown, setting, filter } = useDesk();
  const frame = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLTableSectionElement>(null);
  const { height, scale } = useRowHeight();
  const span = useRowSpan(body, shown.length, height);
  const columns = useFitting(frame, scale);
  const deeds = useTableDeeds({ body, selection, height });
  const rows = shown.slice(span.from, span.to);
  return (
    <div
      className="relative border-line border-y bg-paper"
      ref={frame}
      style={{ "--row": `${height}px` } as CSSProperties}
    >
      <table
        {...GRID}
        aria-label={t("table.label")}
        aria-rowcount={shown.length + 1}
        className="w-full table-fixed border-collapse"
      >
        <Head columns={columns} scale={scale} selection={selection} />
        <tbody onKeyDown={deeds.onKeyDown} ref={body}>
          <Gap height={span.from * height} />
          {rows.map((entry, at) => (
            <EntryRow
              columns={columns}
              current={filter.entryId === entry.id}
              entry={entry}
              key={entry.id}
              place={span.from + at + 2}
              selected={selection.ids.has(entry.id)}
              setting={setting}
              stop={deeds.stop === entry.id}
              words={t}
            />
          ))}
          <Gap height={(shown.length - span.to) * height} />
        </tbody>
      </table>
      {shown.length === 0 ? <NothingHere /> : null}
      {deeds.menu ? <EntryMenu {...deeds.menu} close={deeds.closeMenu} /> : null}
    </div>
  );
}

function Gap({ height }: { height: number }) {
  return height > 0 ? (
    <tr style={{ height }}>
      <td />
    </tr>
  ) : null;
}

/** As high as a control; who enlarges the letters gets higher rows. */
function useRowHeight(): { height: number; scale: number } {
  const [density] = useDensity();
  return useMemo(() => {
    const scale = letterScale();
    return { height: (density === "compact" ? 30 : 38) * scale, scale };
  }, [density]);
}

function useFitting(frame: RefObject<HTMLDivElement | null>, scale: number): Column[] {
  const { ledger, state } = useDesk();
  const { width } = useView(frame);
  const used = useMemo(() => {
    const some = (which: (entry: Entry) => unknown) => state.entries.some(which);
    return {
      titles: some(({ title }) => title),
      posts: some(({ postId }) => postId),
      sponsors: some(({ sponsorPostId }) => sponsorPostId),
      units: some(({ unitId }) => unitId),
      dues: some(({ stageDue, writtenOffOn }) => stageDue ?? writtenOffOn),
      fields: ledger.fields.filter(({ key }) => some(({ data }) => data[key])),
    };
  }, [state.entries, ledger.fields]);
  return useMemo(() => fitting(columnsOf(ledger, used), width || 1000, scale), [ledger, used, width, scale]);
}

type HeadProps = { columns: readonly Column[]; scale: number; selection: Selection<Entry> };

function Head({ columns, scale, selection }: HeadProps) {
  const t = useWords("ledgers");
  const { shown } = useDesk();
  const all = shown.length > 0 && shown.every(({ id }) => selection.ids.has(id));
  // What is left over goes to the title, or to the last column where there is none.
  const wide = columns.some(({ key }) => key === "title") ? "title" : columns.at(-1)?.key;
  return (
    <thead>
      <tr aria-rowindex={1}>
        <th className={HEAD_LOOK} scope="col" style={{ width: 40 * scale }}>
          <input
            aria-label={t("table.selectAll", { count: shown.length })}
            checked={all}
            className="block size-4 accent-action"
            onChange={() => (all ? selection.clear() : selection.take(shown))}
            type="checkbox"
          />
        </th>
        {columns.map((column) => (
          <HeadCell
            column={column}
            key={column.key}
            t={t}
            width={column.key === wide ? undefined : column.width * scale}
          />
        ))}
        <th className={HEAD_LOOK} scope="col" style={{ width: 48 * scale }}>
          <span className="sr-only">{t("column.deeds")}</span>
        </th>
      </tr>
    </thead>
  );
}

const HEAD_LOOK =
  "sticky top-(--bar) z-10 border-line border-b bg-sunken pl-3 text-left font-semibold text-muted text-small";

function HeadCell({ column, width, t }: { column: Column; width: number | undefined; t: Words }) {
  const { filter, change } = useDesk();
  const sorted = filter.sort?.by === column.key ? (filter.sort.down ? "descending" : "ascending") : "none";
  return (
    <th aria-sort={sorted} className={HEAD_LOOK} scope="col" style={{ width }}>
      <button
        className={classNames(
          "flex w-full items-center gap-1 truncate py-1.5 pr-3 -outline-offset-2 hover:text-ink",
          column.number && "justify-end",
        )}
        onClick={() => change({ sort: nextSort(filter.sort, column.key) })}
        type="button"
      >
        <span className="truncate">{column.field?.name ?? t(`column.${column.key}`)}</span>
        {sorted === "none" ? null : <span aria-hidden="true">{sorted === "ascending" ? "↑" : "↓"}</span>}
      </button>
    </th>
  );
}
