"use client";

import Link from "next/link";
import { useEffect, useRef, useState } from "react";
import { noteSession } from "@/components/data/session";
import { useBoard } from "@/components/data/use-board";
import { Badge } from "@/components/ui/badge";
import { ProgressBar } from "@/components/ui/progress-bar";
import { sayRatio } from "@/lib/house-style";
import type { LedgerSummary } from "@/lib/ledgers/views";
import { useWords } from "@/lib/words-client";

/** The ledgers that prove a task, each as a line that leads to it. */
export function LedgerStrip({ ledgers }: { ledgers: readonly LedgerSummary[] }) {
  const t = useWords("ledgers");
  if (ledgers.length === 0) return null;
  return (
    <ul aria-label={t("title")} className="divide-y divide-line border-line border-y">
      {ledgers.map((ledger) => (
        <li key={ledger.id}>
          <Link
            className="grid grid-cols-[1fr_auto] items-baseline gap-x-3 gap-y-1 py-2 -outline-offset-2 hover:bg-sunken"
            href={`/ledgers/${ledger.id}`}
          >
            <span className="min-w-0 font-semibold">
              {ledger.name}
              {ledger.label === "open" ? null : (
                <span className="ml-2">
                  <Badge tone="yellow">{t(`label.${ledger.label}`)}</Badge>
                </span>
              )}
            </span>
            <span className="tabular whitespace-nowrap">
              {t("strip.share", { done: ledger.writtenOff, of: ledger.count, word: ledger.entryWord })}
              {ledger.progress === null ? "" : ` · ${sayRatio(ledger.progress)}`}
            </span>
            <span className="self-center">
              <ProgressBar label={t("list.progressOf", { name: ledger.name })} value={ledger.progress ?? 0} />
            </span>
            <span className="tabular text-right text-small">
              {ledger.overdue > 0 ? (
                <span className="font-semibold text-red-strong">
                  {t("strip.overdue", { count: ledger.overdue })}
                </span>
              ) : (
                <span className="text-muted">{t("strip.onTime")}</span>
              )}
            </span>
            {ledger.rates.length > 0 ? (
              <span className="col-span-2 flex flex-wrap gap-x-4 text-muted text-small">
                {ledger.rates.map(({ key, name, value, done, of }) => (
                  <span className="tabular" key={key}>
                    {name} {value === null ? "—" : sayRatio(value)}
                    {of > 0 ? `（${done}/${of}）` : ""}
                  </span>
                ))}
              </span>
            ) : null}
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** The same where the page has no ledgers at hand: it asks for them, and again when the board hears of the task. */
export function TaskLedgers({ taskId }: { taskId: number }) {
  const row = useBoard()?.byId.get(taskId);
  const [ledgers, setLedgers] = useState<readonly LedgerSummary[]>([]);
  const question = useRef(0);
  useEffect(() => {
    const mine = ++question.current;
    // The row stands for every event of the task: each is a reason to look again.
    const stamp = row?.version ?? 0;
    void fetch(`/api/tasks/${taskId}/ledgers?after=${stamp}`, { cache: "no-store" })
      .catch(() => null)
      .then(async (answer) => {
        if (answer) noteSession(answer.status !== 401);
        if (!answer?.ok || mine !== question.current) return;
        setLedgers(((await answer.json()) as { ledgers: LedgerSummary[] }).ledgers);
      });
  }, [taskId, row]);
  return <LedgerStrip ledgers={ledgers} />;
}
