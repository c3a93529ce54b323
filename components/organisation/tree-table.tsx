"use client";

import { type KeyboardEvent, useRef, useState } from "react";
import { hasOpenLayer } from "@/components/ui/layer";
import { Th } from "@/components/ui/table";
import type { Organisation } from "@/lib/organisation/queries";
import { useWords } from "@/lib/words-client";
import type { Rights } from "./organisation-view";
import { PostLine } from "./post-line";
import type { Asked } from "./tree-dialogs";
import { type TreeRow, treeMove } from "./tree-rules";
import { UnitLine } from "./unit-line";
import { useTreeDeeds } from "./use-tree-deeds";

export type LineProps<R extends TreeRow> = {
  row: R;
  organisation: Organisation;
  rights: Rights;
  active: boolean;
  editing: boolean;
  deeds: ReturnType<typeof useTreeDeeds>;
  onAsk: (asked: Asked) => void;
  onFold: (id: number, on: boolean) => void;
  onFocus: () => void;
  /** Renaming begins and ends; the focus comes back to the row. */
  onEdit: (on: boolean) => void;
};

// A table whose rows fold and take the focus; the plain element has no word for it.
const TREE_GRID = { role: "treegrid" } as const;

type Props = {
  rows: readonly TreeRow[];
  organisation: Organisation;
  rights: Rights;
  fold: (id: number, on: boolean) => void;
  onAsk: (asked: Asked) => void;
};

/** One tab stop; arrows move and fold, Enter opens the menu, E renames, Alt with an arrow moves the row. */
export function TreeTable({ rows, organisation, rights, fold, onAsk }: Props) {
  const t = useWords("organisation");
  const body = useRef<HTMLTableSectionElement>(null);
  const [activeKey, setActive] = useState(rows[0]?.key ?? "");
  const [editing, setEditing] = useState<string | null>(null);
  const deeds = useTreeDeeds(organisation);
  const at = Math.max(
    0,
    rows.findIndex(({ key }) => key === activeKey),
  );
  const focusRow = (key: string) => {
    setActive(key);
    body.current?.querySelector<HTMLElement>(`[data-row="${key}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const target = event.target;
    if (!(target instanceof HTMLElement) || !target.dataset.row || hasOpenLayer()) return;
    // The row that has the focus, whatever this list remembers: a key must never act on another one.
    const here = rows.findIndex(({ key }) => key === target.dataset.row);
    const row = rows[here];
    if (!row) return;
    if (event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return;
    if (event.altKey) return moveRow(event, row);
    if (rights.units && (event.key === "e" || event.key === "F2")) {
      event.preventDefault();
      return setEditing(row.key);
    }
    if (event.key === "Enter") {
      event.preventDefault();
      target.querySelector<HTMLButtonElement>("[aria-haspopup=menu]")?.click();
      return;
    }
    const move = treeMove(event.key, rows, here);
    if (!move) return;
    event.preventDefault();
    if ("fold" in move) fold(move.fold, true);
    else if ("unfold" in move) fold(move.unfold, false);
    else focusRow(rows[move.to]?.key ?? row.key);
  };
  const moveRow = (event: KeyboardEvent, row: TreeRow) => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!step || !rights.units) return;
    event.preventDefault();
    void deeds.step(row, step === 1 ? 1 : -1);
  };
  const shared = (row: TreeRow) => ({
    organisation,
    rights,
    deeds,
    onAsk,
    onFold: fold,
    active: row.key === rows[at]?.key,
    editing: row.key === editing,
    onFocus: () => setActive(row.key),
    onEdit: (on: boolean) => {
      setEditing(on ? row.key : null);
      if (!on) focusRow(row.key);
    },
  });
  return (
    <div className="relative border-line border-y bg-paper max-lg:overflow-x-auto print:overflow-visible">
      <table {...TREE_GRID} aria-label={t("tab.tree")} className="w-full border-collapse text-ui">
        <TreeHead work={rights.work} />
        <tbody onKeyDown={onKeyDown} ref={body}>
          {rows.map((row) =>
            row.kind === "unit" ? (
              <UnitLine {...shared(row)} key={row.key} row={row} />
            ) : (
              <PostLine {...shared(row)} key={row.key} row={row} />
            ),
          )}
        </tbody>
      </table>
    </div>
  );
}

function TreeHead({ work }: { work: boolean }) {
  const t = useWords("organisation");
  return (
    <thead className="max-md:sr-only print:not-sr-only">
      <tr>
        <Th>{t("column.unitOrPost")}</Th>
        <Th className="hidden w-[14em] md:table-cell print:table-cell">{t("column.holder")}</Th>
        <Th className="hidden w-[16em] md:table-cell print:table-cell">{t("column.term")}</Th>
        {work ? (
          <Th className="hidden w-[7em] sm:table-cell print:table-cell" number>
            {t("column.work")}
          </Th>
        ) : null}
        <Th className="w-12 print:hidden">
          <span className="sr-only">{t("column.deeds")}</span>
        </Th>
      </tr>
    </thead>
  );
}
