"use client";

import { useMemo } from "react";
import { useOffice } from "@/components/data/office";
import { useBoard } from "@/components/data/use-board";
import { useFreshTexts } from "@/components/data/use-fresh-texts";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Skeleton } from "@/components/ui/skeleton";
import type { Asks } from "@/lib/supervision/desk-rules";
import { useWords } from "@/lib/words-client";
import type { RecentChange } from "@/lib/workbench/queries";
import { deskOf, myTasks, type Returned } from "@/lib/workbench/rules";
import { Desk } from "./desk";
import { MyTasks } from "./my-tasks";
import { Recent } from "./recent";

type Props = { returned: Returned; asks: Asks; recent: readonly RecentChange[]; everywhere: boolean };

/** What this person must do now, all that is theirs, and what changed lately. */
export function Workbench({ returned, asks, recent, everywhere }: Props) {
  const t = useWords("workbench");
  const board = useBoard();
  const { actor } = useOffice();
  const tasks = board?.tasks;
  const setting = board?.setting;
  const items = useMemo(
    () => (tasks && setting ? deskOf(tasks, { actor, setting, returned, asks }) : []),
    [tasks, setting, actor, returned, asks],
  );
  const mine = useMemo(() => (tasks ? myTasks(tasks, actor) : []), [tasks, actor]);
  useFreshTexts(everywhere ? (tasks ?? null) : board ? mine : null);
  if (!board) return <Skeleton className="h-12" lines={6} />;
  return (
    <div className="grid gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <div className="min-w-0 space-y-8">
        <section aria-labelledby="now">
          <h2 className="sr-only" id="now">
            {t("now")}
          </h2>
          {items.length > 0 ? (
            <Desk asks={asks} items={items} returned={returned} />
          ) : (
            <Clear hasTasks={mine.length > 0} />
          )}
        </section>
        {mine.length > 0 ? <MyTasks tasks={mine} /> : null}
      </div>
      <Recent changes={recent} everywhere={everywhere} />
    </div>
  );
}

function Clear({ hasTasks }: { hasTasks: boolean }) {
  const t = useWords("workbench");
  const { actor } = useOffice();
  const key = hasTasks ? "clear" : "nothing";
  return (
    <EmptyState action={<LinkButton href="/board">{t(`${key}.board`)}</LinkButton>} title={t(`${key}.title`)}>
      {hasTasks || actor.postIds.length > 0 ? t(`${key}.why`) : t("noPost")}
    </EmptyState>
  );
}
