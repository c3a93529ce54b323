"use client";

import { useState } from "react";
import { runCommand } from "@/components/data/use-command";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icons";
import { Sheet } from "@/components/ui/sheet";
import { Skeleton } from "@/components/ui/skeleton";
import { StatusMark } from "@/components/ui/status-mark";
import { notify } from "@/components/ui/toast-queue";
import type { Matrix } from "@/lib/coverage/matrix-rules";
import { useWords } from "@/lib/words-client";
import { shapeOf } from "./cell-look";
import { CellVisits } from "./cell-visits";
import type { MatrixRow } from "./matrix-view-rules";
import { sayPeriod } from "./say-period";
import { useCell } from "./use-cell";

type Props = {
  matrix: Matrix;
  row: MatrixRow;
  place: number;
  onLog: () => void;
  onChanged: () => void;
  onClose: () => void;
};

type Revealed = { name: string; note: string; visits: { id: number; note: string }[] };

/** One cell: its state, its visits, and what can be done about it. */
export function CellPanel({ matrix, row, place, onLog, onChanged, onClose }: Props) {
  const t = useWords("coverage");
  const { duty, periods } = matrix;
  const period = periods[place];
  const { cell, failed, reload } = useCell(
    { dutyId: duty.id, objectId: row.object.id, from: period?.from ?? "", to: period?.to ?? "" },
    row.counts[place] ?? 0,
  );
  const [revealed, setRevealed] = useState<Revealed | null>(null);
  if (!period) return null;
  const state = row.states[place] ?? "notApplicable";
  const shape = shapeOf(state, row.counts[place] ?? 0);
  const name = revealed?.name ?? row.object.name;
  const reveal = async () => {
    try {
      setRevealed(await runCommand<Revealed>("object.reveal", { objectId: row.object.id }));
    } catch (error) {
      notify({ text: error instanceof Error ? error.message : t("failed"), tone: "error" });
    }
  };
  return (
    <Sheet
      footer={
        <LogButton cell={cell} finished={matrix.finished} future={period.from > matrix.today} onLog={onLog} />
      }
      onClose={onClose}
      open
      title={`${row.object.code} · ${sayPeriod(t, duty.every, period.key)}`}
    >
      <div className="flex flex-col gap-4">
        <p className="flex flex-wrap items-center gap-x-4 gap-y-1">
          {shape ? <StatusMark label={t(`state.${state}`)} shape={shape} /> : t(`state.${state}`)}
          <span className="tabular">{t("cell.count", { n: row.counts[place] ?? 0, times: duty.times })}</span>
          <span className="text-muted">{`${period.from} — ${period.to}`}</span>
        </p>
        <p>
          {name ?? t("register.masked")}
          {cell?.object.mayReveal && !revealed ? (
            <Button className="ml-3" onClick={reveal} size="sm">
              {t("reveal.show")}
            </Button>
          ) : null}
          {revealed?.note ? <span className="block text-muted">{revealed.note}</span> : null}
        </p>
        {state === "notApplicable" ? <Banner>{t("cell.notOwed")}</Banner> : null}
        {failed ? (
          <Banner
            action={
              <Button onClick={reload} size="sm">
                {t("retry")}
              </Button>
            }
            tone="error"
          >
            {t("failed")}
          </Banner>
        ) : null}
        {cell ? (
          <CellVisits
            notes={new Map(revealed?.visits.map(({ id, note }) => [id, note]))}
            onChanged={() => {
              reload();
              onChanged();
            }}
            visits={cell.visits}
          />
        ) : failed ? null : (
          <Skeleton lines={3} />
        )}
      </div>
    </Sheet>
  );
}

type LogProps = {
  cell: { mayLog: boolean } | null;
  finished: boolean;
  future: boolean;
  onLog: () => void;
};

function LogButton({ cell, finished, future, onLog }: LogProps) {
  const t = useWords("coverage");
  const refusals = useWords("refusals");
  const right = cell && !cell.mayLog ? t("cell.noRight") : null;
  const reason = right ?? (finished ? refusals("taskFinished") : future ? t("cell.future") : null);
  return (
    <Button
      className="min-h-12 w-full"
      icon={<Icon name="plus" />}
      onClick={onLog}
      reason={reason}
      variant="primary"
    >
      {t("cell.log")}
    </Button>
  );
}
