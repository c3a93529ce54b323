"use client";

import { type ReactNode, useState, useSyncExternalStore } from "react";
import type { Said } from "@/components/check-ins/use-check-in";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Sheet } from "@/components/ui/sheet";
import { Skeleton } from "@/components/ui/skeleton";
import { notify } from "@/components/ui/toast-queue";
import type { MyReport, ReportItem } from "@/lib/rounds/views";
import { useWords } from "@/lib/words-client";
import type { ReportDesk } from "./report-desk";
import { ReportHead } from "./report-head";
import { ReportItemView } from "./report-item";
import { ReportList } from "./report-list";
import { isOwed, nextWaiting } from "./walk-rules";

type Props = {
  report: MyReport;
  desk: ReportDesk;
  quotable?: (add: (said: Partial<Said>) => void) => ReactNode;
  /** Where somebody goes who owes nothing more. */
  leave?: ReactNode;
};

/** All that one person owes: one report after the other, the list beside it. */
export function ReportView({ report, desk, quotable, leave }: Props) {
  const t = useWords("report");
  const { items } = report;
  const walk = useWalk(items);
  const [listed, setListed] = useState(false);
  // Drafts lie in the browser, which the server does not know.
  const inBrowser = useSyncExternalStore(
    neverChanges,
    () => true,
    () => false,
  );
  if (items.length === 0) {
    return (
      <EmptyState action={leave} title={t("nothing.title")}>
        {t("nothing.why")}
      </EmptyState>
    );
  }
  const choose = (key: string) => {
    walk.choose(key);
    setListed(false);
  };
  const list = (
    <ReportList current={walk.current?.key ?? null} isDone={walk.isDone} items={items} onChoose={choose} />
  );
  return (
    <>
      <ReportHead done={items.filter(walk.isDone).length} items={items} today={desk.today} />
      <div className="grid gap-x-8 md:grid-cols-[17rem_minmax(0,1fr)]">
        <nav aria-label={t("list")} className="hidden md:block">
          {list}
        </nav>
        <div className="min-w-0">
          <Button className="mb-3 md:hidden" onClick={() => setListed(true)} size="sm">
            {t("showList", { count: items.length })}
          </Button>
          {inBrowser ? null : <Skeleton className="h-10" lines={6} />}
          {inBrowser && walk.current === null ? (
            <EmptyState action={leave} title={t("allDone.title")}>
              {t("allDone.why")}
            </EmptyState>
          ) : null}
          {inBrowser && walk.current ? (
            <ReportItemView
              desk={desk}
              hasNext={walk.next !== null}
              isDone={walk.isDone(walk.current)}
              item={walk.current}
              key={walk.current.key}
              onDone={walk.done}
              quotable={quotable}
            />
          ) : null}
        </div>
      </div>
      <Sheet onClose={() => setListed(false)} open={listed} title={t("list")}>
        {list}
      </Sheet>
    </>
  );
}

const neverChanges = () => () => {};

/** Which report is in hand, and which were sent since the page came. */
function useWalk(items: readonly ReportItem[]) {
  const t = useWords("report");
  const [sent, setSent] = useState<ReadonlySet<string>>(new Set());
  const isDone = (item: ReportItem) => !isOwed(item) || sent.has(item.key);
  const [key, setKey] = useState(() => items.find((item) => !isDone(item))?.key ?? null);
  const current = items.find((item) => item.key === key) ?? null;
  const choose = (to: string | null) => {
    setKey(to);
    window.scrollTo({ top: 0 });
  };
  const done = () => {
    if (!current) return;
    const after = new Set(sent).add(current.key);
    setSent(after);
    const next = nextWaiting(items, (item) => !isOwed(item) || after.has(item.key), current.key);
    notify({ text: t(next ? "sent" : "sentLast", { code: current.task.code }), tone: "success" });
    choose(next?.key ?? null);
  };
  return { current, choose, done, isDone, next: nextWaiting(items, isDone, key) };
}
