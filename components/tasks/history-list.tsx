"use client";

import { useOffice } from "@/components/data/office";
import type { HistoryEntry } from "@/lib/tasks/detail";
import type { ToldChange } from "@/lib/tasks/history-rules";
import { useLocale, useWords } from "@/lib/words-client";
import { sayInstant, sayTold } from "./say";

/** What happened to the task, the newest first, field by field from old to new. */
export function HistoryList({ history }: { history: readonly HistoryEntry[] }) {
  const t = useWords("tasks");
  const locale = useLocale();
  const { today } = useOffice();
  if (history.length === 0) return <p className="text-muted text-ui">{t("history.empty")}</p>;
  return (
    <ol className="divide-y divide-line text-ui">
      {history.map(({ seq, at, actor, kind, reason, changes }) => (
        <li className="py-2" key={seq}>
          <p className="flex flex-wrap items-baseline gap-x-3">
            <span className="font-semibold">
              {t(t.has(`history.event.${kind}`) ? `history.event.${kind}` : "history.event.other")}
            </span>
            <span>{actor}</span>
            <time className="tabular ml-auto text-muted text-small" dateTime={at}>
              {sayInstant(at, today, locale)}
            </time>
          </p>
          {changes.map((change) => (
            <Change change={change} key={change.field} />
          ))}
          {reason ? <p className="measure">{t("history.reason", { reason })}</p> : null}
        </li>
      ))}
    </ol>
  );
}

function Change({ change: { field, before, after } }: { change: ToldChange }) {
  const t = useWords("tasks");
  const locale = useLocale();
  const { today } = useOffice();
  const isNew = before === null || (Array.isArray(before) && before.length === 0);
  return (
    <p className="measure">
      <span className="text-muted">{t("history.change", { field: t(`field.${field}`) })}</span>
      {isNew ? null : (
        <>
          <del className="text-muted">{sayTold(field, before, t, today, locale)}</del>
          <span aria-hidden="true" className="px-1 text-muted">
            →
          </span>
          <span className="sr-only">{t("history.to")}</span>
        </>
      )}
      <ins className="no-underline">{sayTold(field, after, t, today, locale)}</ins>
    </p>
  );
}
