"use client";

import { useEffect, useMemo, useState } from "react";
import { type Spelling, useAddress } from "@/components/board/use-address";
import { Banner } from "@/components/ui/banner";
import { EmptyState } from "@/components/ui/empty-state";
import { notify } from "@/components/ui/toast-queue";
import { useWords } from "@/lib/words-client";
import { CellPanel } from "./cell-panel";
import { LogSheet, type LogSubject } from "./log-sheet";
import { MatrixBar } from "./matrix-bar";
import { MatrixTable } from "./matrix-table";
import {
  likelyDay,
  type MatrixFilter,
  type MatrixRow,
  readFilter,
  viewOf,
  writeFilter,
} from "./matrix-view-rules";
import { MissedList } from "./missed-list";
import type { Photo } from "./photo-input";
import type { VisitInput } from "./queue";
import { useMatrix } from "./use-matrix";
import { alone, QueueProvider, useOwnQueue } from "./use-queue";
import { WaitingList } from "./waiting-list";

const SPELLING: Spelling<MatrixFilter> = {
  read: readFilter,
  write: writeFilter,
  opens: (before, after) => before.object === null && after.object !== null,
};

/** The matrix of a duty: filter, totals, cells that open their visits, and the list of those missed. */
export function MatrixPage({ text }: { text: string }) {
  const t = useWords("coverage");
  const { matrix, gone, reload } = useMatrix(text);
  const [filter, change] = useAddress(SPELLING);
  const [logging, setLogging] = useState<LogSubject | null>(null);
  const view = useMemo(() => viewOf(matrix, filter), [matrix, filter]);
  const queue = useOwnQueue((one) => {
    notify({ text: t("log.done", { object: one.said.object }), tone: "success" });
    void reload();
  });
  const opened = useOpened(matrix, filter);
  usePaper(filter.view);
  const open = (row: MatrixRow, place: number) =>
    change({ object: row.object.id, period: matrix.periods[place]?.key ?? null });
  const save = async (input: VisitInput, photos: Photo[]) => {
    const said = { object: logging?.title ?? "", duty: matrix.duty.name };
    setLogging(null);
    await queue.add(input, said, photos, performance.timeOrigin + performance.now());
    if (!navigator.onLine) notify({ text: t("queue.kept") });
    else await alone(() => queue.flush());
  };
  if (gone) return <EmptyState title={t("gone")} />;
  return (
    <QueueProvider value={queue}>
      <WaitingList onMend={(one) => void queue.drop(one.key)} />
      <MatrixBar change={change} filter={filter} matrix={matrix} view={view} />
      {matrix.finished ? <Banner>{t("matrix.finished")}</Banner> : null}
      {filter.view === "missed" ? (
        <MissedList matrix={matrix} onOpen={open} view={view} />
      ) : view.rows.length === 0 ? (
        <EmptyState title={t(matrix.objects.length === 0 ? "matrix.noObjects" : "matrix.noneFound")} />
      ) : (
        <MatrixTable matrix={matrix} onOpen={open} view={view} />
      )}
      {opened && !logging ? (
        <CellPanel
          matrix={matrix}
          onChanged={() => void reload()}
          onClose={() => change({ object: null, period: null })}
          onLog={() => setLogging(subjectOf(matrix, opened))}
          {...opened}
        />
      ) : null}
      {logging && opened ? (
        <LogSheet
          before={{ day: likelyDay(matrix.periods[opened.place] ?? { to: matrix.today }, matrix.today) }}
          onClose={() => setLogging(null)}
          onSave={save}
          subject={logging}
        />
      ) : null}
    </QueueProvider>
  );
}

/** The matrix prints on A3 across, the list of those missed on A4; title and figures stand on the same sheet. */
function usePaper(view: MatrixFilter["view"]) {
  useEffect(() => {
    const paper = document.querySelector<HTMLElement>("[data-paper]");
    if (paper) paper.dataset.print = view === "missed" ? "a4-landscape" : "a3-landscape";
  }, [view]);
}

type Opened = { row: MatrixRow; place: number };

/** The cell that the address names; without a period the one that contains today. */
function useOpened(
  matrix: ReturnType<typeof useMatrix>["matrix"],
  { object, period }: MatrixFilter,
): Opened | null {
  const whole = useMemo(() => viewOf(matrix, readFilter("")), [matrix]);
  const row = whole.rows.find((one) => one.object.id === object);
  const { periods, today } = matrix;
  const asked = periods.findIndex(({ key }) => key === period);
  const place = asked >= 0 ? asked : periods.findIndex(({ from, to }) => from <= today && today <= to);
  return row && place >= 0 ? { row, place } : null;
}

function subjectOf({ duty }: ReturnType<typeof useMatrix>["matrix"], { row }: Opened): LogSubject {
  const { code, name, id } = row.object;
  const { acts, times, every } = duty;
  return {
    id,
    title: name && name !== code ? `${code} ${name}` : code,
    duties: [{ id: duty.id, name: duty.name, acts, times, every, owed: true }],
  };
}
