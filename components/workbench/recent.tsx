"use client";

import Link from "next/link";
import { useOffice } from "@/components/data/office";
import { sayInstant } from "@/components/tasks/say";
import { useLocale, useWords } from "@/lib/words-client";
import type { RecentChange } from "@/lib/workbench/queries";

/** What others did lately to the tasks of this person. */
export function Recent({ changes, everywhere }: { changes: readonly RecentChange[]; everywhere: boolean }) {
  const [t, tasks] = [useWords("workbench"), useWords("tasks")];
  const locale = useLocale();
  const { today } = useOffice();
  return (
    <section aria-labelledby="recent">
      <h2 className="mb-2 text-heading" id="recent">
        {t(everywhere ? "recentAll" : "recent")}
      </h2>
      {changes.length === 0 ? <p className="text-muted text-ui">{t("recentEmpty")}</p> : null}
      <ol className="space-y-3 text-ui">
        {changes.map(({ seq, at, actor, kind, taskId, code, title, reason }) => (
          <li key={seq}>
            <p className="flex flex-wrap items-baseline gap-x-2">
              <span>{actor}</span>
              <span className="font-semibold">
                {tasks(tasks.has(`history.event.${kind}`) ? `history.event.${kind}` : "history.event.other")}
              </span>
              <time className="tabular ml-auto text-muted text-small" dateTime={at}>
                {sayInstant(at, today, locale)}
              </time>
            </p>
            <Link className="text-muted hover:underline" href={`/tasks/${taskId}`}>
              <span className="tabular mr-2">{code}</span>
              {title}
            </Link>
            {reason ? <p className="text-small">{reason}</p> : null}
          </li>
        ))}
      </ol>
    </section>
  );
}
