"use client";

import { type KeyboardEvent, memo, useRef, useState } from "react";
import { classNames } from "@/components/ui/class-names";
import { StatusShapeIcon } from "@/components/ui/status-mark";
import { usePrinting } from "@/components/ui/use-printing";
import { useRowSpan } from "@/components/ui/use-row-span";
import type { Matrix } from "@/lib/coverage/matrix-rules";
import { useWords } from "@/lib/words-client";
import { shapeOf, TINTS } from "./cell-look";
import { MatrixHead } from "./matrix-head";
import type { MatrixRow, MatrixView } from "./matrix-view-rules";
import { sayPeriod } from "./say-period";

const ROW_PX = 44;

type Props = {
  matrix: Matrix;
  view: MatrixView;
  onOpen: (row: MatrixRow, place: number) => void;
};

/** Object by period. Only the rows in sight are drawn; arrows walk from cell to cell, the table is one tab stop. */
export function MatrixTable({ matrix, view, onOpen }: Props) {
  const t = useWords("coverage");
  const box = useRef<HTMLElement>(null);
  const body = useRef<HTMLTableSectionElement>(null);
  const printing = usePrinting();
  const seen = useRowSpan(body, view.rows.length, ROW_PX, box);
  const { from, to } = printing ? { from: 0, to: view.rows.length } : seen;
  const [active, setActive] = useState<[row: number, place: number]>([0, 0]);
  const walk = (event: KeyboardEvent) => {
    const next = stepOf(event.key, active, view.rows.length, matrix.periods.length);
    if (!next) return;
    event.preventDefault();
    setActive(next);
    // The row may be drawn only after this step.
    requestAnimationFrame(() =>
      box.current
        ?.querySelector<HTMLElement>(`[data-cell="${next.join("-")}"]`)
        ?.focus({ preventScroll: false }),
    );
  };
  return (
    <section
      aria-label={t("matrix.caption", { name: matrix.duty.name })}
      className="max-h-[calc(100dvh-20rem)] min-h-72 overflow-auto border border-line bg-paper print:max-h-none print:overflow-visible print:border-0"
      ref={box}
      // A keyboard scrolls it, too.
      tabIndex={0}
    >
      <table
        aria-rowcount={view.rows.length}
        className="w-full border-separate border-spacing-0 text-ui"
        onKeyDown={walk}
      >
        <MatrixHead matrix={matrix} view={view} />
        <tbody ref={body}>
          {from > 0 ? <tr style={{ height: from * ROW_PX }} /> : null}
          {view.rows.slice(from, to).map((row, at) => (
            <Row
              active={active[0] === from + at ? active[1] : null}
              at={from + at}
              key={row.object.id}
              matrix={matrix}
              onOpen={onOpen}
              row={row}
            />
          ))}
          {to < view.rows.length ? <tr style={{ height: (view.rows.length - to) * ROW_PX }} /> : null}
        </tbody>
      </table>
    </section>
  );
}

function stepOf(
  key: string,
  [row, place]: [number, number],
  rows: number,
  places: number,
): [number, number] | null {
  const to = {
    ArrowDown: [row + 1, place],
    ArrowUp: [row - 1, place],
    ArrowRight: [row, place + 1],
    ArrowLeft: [row, place - 1],
  }[key];
  if (!to) return null;
  const within = (value: number, count: number) => Math.min(Math.max(0, value), count - 1);
  return [within(to[0] ?? 0, rows), within(to[1] ?? 0, places)];
}

type RowProps = {
  row: MatrixRow;
  at: number;
  matrix: Matrix;
  active: number | null;
  onOpen: Props["onOpen"];
};

const Row = memo(function Row({ row, at, matrix, active, onOpen }: RowProps) {
  const { object, sum } = row;
  const unit = object.unitId === null ? "" : (matrix.units[object.unitId] ?? "");
  const post = object.postId === null ? "" : (matrix.posts[object.postId] ?? "");
  return (
    <tr aria-rowindex={at + 1} className="group" style={{ height: ROW_PX }}>
      <th
        className="sticky left-0 z-10 max-w-32 overflow-hidden whitespace-nowrap border-line border-r border-b bg-paper px-3 py-0.5 text-left font-normal group-hover:bg-sunken sm:max-w-72 print:static"
        scope="row"
      >
        <span className="tabular font-semibold">{object.code}</span>
        {object.name && object.name !== object.code ? (
          <span className="ml-2 max-sm:hidden">{object.name}</span>
        ) : null}
        <span className="block truncate text-muted text-small">
          {[unit, post].filter(Boolean).join(" · ") || "—"}
        </span>
      </th>
      {matrix.periods.map((period, place) => (
        <Cell
          active={active === place}
          at={at}
          key={period.key}
          matrix={matrix}
          onOpen={() => onOpen(row, place)}
          place={place}
          row={row}
        />
      ))}
      <td className="tabular whitespace-nowrap border-line border-b border-l px-3 text-right">
        {sum.met}/{sum.owed}
      </td>
      <td className="tabular border-line border-b px-3 text-right text-muted">{sum.visits}</td>
    </tr>
  );
});

type CellProps = {
  row: MatrixRow;
  at: number;
  place: number;
  matrix: Matrix;
  active: boolean;
  onOpen: () => void;
};

function Cell({ row, at, place, matrix, active, onOpen }: CellProps) {
  const t = useWords("coverage");
  const state = row.states[place] ?? "notApplicable";
  const count = row.counts[place] ?? 0;
  const { every, times } = matrix.duty;
  const shape = shapeOf(state, count);
  const word = t(`state.${state}`);
  const narrow = matrix.periods.length > 13;
  const period = sayPeriod(t, every, matrix.periods[place]?.key ?? "");
  return (
    <td className={classNames("border-line border-b p-0", TINTS[state])}>
      <button
        aria-label={t("matrix.cell", { object: row.object.code, period, state: word, count, times })}
        className="flex h-full min-h-11 w-full items-center justify-center gap-1 whitespace-nowrap px-1.5 text-small outline-offset-[-2px] hover:underline print:min-h-0"
        data-cell={`${at}-${place}`}
        onClick={onOpen}
        tabIndex={active || (at === 0 && place === 0) ? 0 : -1}
        title={narrow ? `${period} ${word}` : undefined}
        type="button"
      >
        {shape ? <StatusShapeIcon shape={shape} size={12} /> : null}
        {narrow ? null : <span className={state === "notApplicable" ? "text-muted" : undefined}>{word}</span>}
        {state === "notApplicable" && count === 0 ? null : (
          <span className="tabular text-muted">{times > 1 ? `${count}/${times}` : count}</span>
        )}
      </button>
    </td>
  );
}
