"use client";

import { useSearchParams } from "next/navigation";
import { lazy, Suspense, useCallback, useMemo, useState } from "react";
import { useBoard } from "@/components/data/use-board";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icons";
import { Skeleton } from "@/components/ui/skeleton";
import type { Baseline } from "@/lib/plan/queries";
import { useWords } from "@/lib/words-client";
import { planSections } from "./plan-rules";
import { PlanTable } from "./plan-table";
import { RollUpLine } from "./roll-up-line";
import { TaskAside } from "./task-aside";
import { useFolds } from "./use-folds";

const AddTaskDialog = lazy(() =>
  import("@/components/tasks/add-task-dialog").then((part) => ({ default: part.AddTaskDialog })),
);

type Props = {
  baselines: readonly Baseline[];
  goals: Readonly<Record<number, string>>;
  mayAdd: boolean;
};

/** The plan as the document has it: every part with its tasks, how far they are, and the year before beside them. */
export function PlanView({ baselines, goals, mayAdd }: Props) {
  const t = useWords("plan");
  const board = useBoard();
  const [addingTo, setAddingTo] = useState<number | null>(null);
  const { tasks, sections, setting } = board ?? {};
  const rows = useMemo(
    () => (tasks && sections && setting ? planSections(sections.values(), tasks, setting) : null),
    [tasks, sections, setting],
  );
  const folds = useFolds(rows);
  const open = useOpenTask();
  if (!board || !rows) return <Skeleton lines={12} />;
  return (
    <>
      <div className="mb-3 flex flex-wrap items-center justify-between gap-3 print:hidden">
        <p className="text-muted">{t("count", { sections: rows.length, tasks: board.tasks.length })}</p>
        <span className="flex gap-2">
          <Button onClick={folds.toggleAll} size="sm">
            {t(folds.allOpen ? "fold" : "unfold")}
          </Button>
          <Button icon={<Icon name="print" />} onClick={() => window.print()} size="sm">
            {t("print")}
          </Button>
        </span>
      </div>
      <div className="flex flex-col gap-6 print:gap-3">
        {rows
          .filter(({ depth }) => depth === 0)
          .map((top) => (
            <section aria-labelledby={`section-${top.section.id}`} key={top.section.id}>
              <RollUpLine
                baselines={baselines}
                folded={folds.isFolded(top.section.id)}
                onFold={() => folds.toggle(top.section.id)}
                row={top}
              />
              {folds.isFolded(top.section.id) ? null : (
                <PlanTable
                  baselines={baselines}
                  board={board}
                  goals={goals}
                  onAdd={mayAdd ? setAddingTo : null}
                  onOpen={open.show}
                  rows={partsOf(rows, top.section.id)}
                />
              )}
            </section>
          ))}
      </div>
      <Suspense>
        {addingTo === null ? null : <AddTaskDialog onClose={() => setAddingTo(null)} sectionId={addingTo} />}
        {open.taskId === null ? null : <TaskAside onClose={open.hide} taskId={open.taskId} />}
      </Suspense>
    </>
  );
}

type Rows = ReturnType<typeof planSections>;

/** The part and everything inside it: it and the rows after it that are deeper. */
function partsOf(rows: Rows, topId: number): Rows {
  const from = rows.findIndex(({ section }) => section.id === topId);
  const next = rows.findIndex(({ depth }, place) => place > from && depth === 0);
  return rows.slice(from, next < 0 ? undefined : next);
}

/** The task in the address, so that Back closes it and the address can be passed on. */
function useOpenTask() {
  const asked = Number(useSearchParams().get("task"));
  const taskId = Number.isSafeInteger(asked) && asked > 0 ? asked : null;
  const show = useCallback((id: number) => window.history.pushState(null, "", `?task=${id}`), []);
  const hide = useCallback(() => window.history.replaceState(null, "", window.location.pathname), []);
  return { taskId, show, hide };
}
