"use client";

import { useState } from "react";
import type { BoardView } from "@/components/data/board-view";
import { Button } from "@/components/ui/button";
import { Chip, Chips } from "@/components/ui/chip";
import { EmptyState } from "@/components/ui/empty-state";
import { Table, Th } from "@/components/ui/table";
import type { BoardTask } from "@/lib/board/rules";
import { NEEDS, type Need, type Needy } from "@/lib/supervision/need-rules";
import type { Urge } from "@/lib/supervision/queries";
import { refusalOfUrging } from "@/lib/supervision/urge-rules";
import { useWords } from "@/lib/words-client";
import { hearingOn } from "./hearings";
import { NeedsRow, WIDE } from "./needs-row";
import { UrgeDialog } from "./urge-dialog";
import { lastUrgeAt } from "./use-act";
import { useNow } from "./use-now";

type Props = { board: BoardView; needy: readonly Needy[]; urges: readonly Urge[]; onChanged: () => void };

/** The tasks that need supervision, who needs it most on top; one click urges one, another urges all that are chosen. */
export function NeedsList({ board, needy, urges, onChanged }: Props) {
  const t = useWords("supervision");
  const now = useNow();
  const [need, setNeed] = useState<Need | null>(null);
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const [urging, setUrging] = useState<readonly BoardTask[] | null>(null);
  if (needy.length === 0) return <EmptyState title={t("needs.empty")}>{t("needs.emptyWhy")}</EmptyState>;
  const shown = needy.filter(({ needs }) => need === null || needs.includes(need));
  const free = shown.filter(
    ({ task }) => refusalOfUrging(task, lastUrgeAt(urges, task.id), now, hearingOn(board, task)) === null,
  );
  const picked = free.map(({ task }) => task).filter(({ id }) => chosen.has(id));
  const all = free.length > 0 && picked.length === free.length;
  const toggle = (id: number) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  return (
    <>
      <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
        <NeedFilter need={need} needy={needy} onChange={setNeed} />
        <span className="flex items-center gap-3 print:hidden" role="status">
          {picked.length > 0 ? t("needs.bulk", { count: picked.length }) : null}
          {picked.length > 0 ? (
            <Button onClick={() => setUrging(picked)} size="sm" variant="primary">
              {t("urge.sendMany", { count: picked.length })}
            </Button>
          ) : null}
        </span>
      </div>
      <Table caption={t("tab.needs")}>
        <thead>
          <tr>
            <Th className="w-8 print:hidden">
              <input
                aria-label={t("needs.selectAll")}
                checked={all}
                className="size-4 accent-action touch:size-6"
                onChange={() => setChosen(all ? new Set() : new Set(free.map(({ task }) => task.id)))}
                type="checkbox"
              />
            </Th>
            <Th>{t("needs.task")}</Th>
            <Th className={WIDE}>{t("needs.why")}</Th>
            <Th className={WIDE}>{t("needs.owner")}</Th>
            <Th className={WIDE}>{t("needs.last")}</Th>
            <Th className="print:hidden">
              <span className="sr-only">{t("act.urge")}</span>
            </Th>
          </tr>
        </thead>
        <tbody>
          {shown.map((one) => (
            <NeedsRow
              {...{ board, now, onChanged }}
              chosen={chosen.has(one.task.id)}
              key={one.task.id}
              needy={one}
              onToggle={() => toggle(one.task.id)}
              urge={urges.find(({ taskId }) => taskId === one.task.id) ?? null}
            />
          ))}
        </tbody>
      </Table>
      {urging ? (
        <UrgeDialog
          onClose={() => setUrging(null)}
          onDone={() => {
            setChosen(new Set());
            onChanged();
          }}
          tasks={urging}
        />
      ) : null}
    </>
  );
}

type FilterProps = { needy: readonly Needy[]; need: Need | null; onChange: (need: Need | null) => void };

function NeedFilter({ needy, need, onChange }: FilterProps) {
  const t = useWords("supervision");
  const count = (one: Need) => needy.filter(({ needs }) => needs.includes(one)).length;
  return (
    <Chips label={t("needs.filter")}>
      <Chip count={needy.length} onToggle={() => onChange(null)} selected={need === null}>
        {t("needs.all")}
      </Chip>
      {NEEDS.filter((one) => count(one) > 0).map((one) => (
        <Chip count={count(one)} key={one} onToggle={() => onChange(one)} selected={need === one}>
          {t(`needs.need.${one}`)}
        </Chip>
      ))}
    </Chips>
  );
}
