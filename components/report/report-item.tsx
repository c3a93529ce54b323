"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import type { Said } from "@/components/check-ins/use-check-in";
import { useChange } from "@/components/data/use-change";
import { Button, LinkButton } from "@/components/ui/button";
import { sayDay } from "@/lib/calendar/rules";
import type { ReportItem } from "@/lib/rounds/views";
import { useLocale, useWords } from "@/lib/words-client";
import type { ReportDesk } from "./report-desk";
import { ReportForm } from "./report-form";
import { SaidThen } from "./report-quotes";

type Props = {
  item: ReportItem;
  desk: ReportDesk;
  isDone: boolean;
  hasNext: boolean;
  quotable?: ((add: (said: Partial<Said>) => void) => ReactNode) | undefined;
  onDone: (said: Said) => void;
};

/** One owed report: what it is about, and its form, or what was given already. */
export function ReportItemView({ item, desk, isDone, hasNext, quotable, onDone }: Props) {
  const t = useWords("report");
  const locale = useLocale();
  const { task, supportUnit, rounds } = item;
  return (
    <article aria-labelledby="owed">
      <header className="mb-3">
        <h2 className="text-heading" id="owed">
          <span className="tabular mr-2 font-normal text-muted">{task.code}</span>
          {desk.signedIn ? (
            <Link className="hover:underline" href={`/tasks/${task.id}`}>
              {task.title}
            </Link>
          ) : (
            task.title
          )}
        </h2>
        <p className="tabular flex flex-wrap gap-x-4 text-muted text-small">
          <span>{t("due", { day: sayDay(task.dueDay, desk.today, locale) })}</span>
          {supportUnit ? <span>{t("asSupport", { unit: supportUnit.name })}</span> : null}
          {rounds.length > 1 ? (
            <span>{t("servesNamed", { titles: rounds.map(({ title }) => title).join("、") })}</span>
          ) : null}
        </p>
      </header>
      {isDone ? (
        <Given desk={desk} item={item} />
      ) : item.hindrance ? (
        <NotStarted desk={desk} item={item} />
      ) : (
        <ReportForm {...{ item, desk, hasNext, onDone }} {...(quotable ? { quotable } : {})} />
      )}
    </article>
  );
}

function Given({ item, desk }: { item: ReportItem; desk: ReportDesk }) {
  const t = useWords("report");
  return (
    <div className="space-y-3">
      <p className="text-ui">{t("given")}</p>
      {item.given ? <SaidThen said={item.given} today={desk.today} /> : null}
      {desk.signedIn ? (
        <LinkButton href={`/tasks/${item.task.id}`} size="sm">
          {t("correct")}
        </LinkButton>
      ) : null}
    </div>
  );
}

/** A task that has not begun has nothing to report; to begin it is one tap. */
function NotStarted({ item, desk }: { item: ReportItem; desk: ReportDesk }) {
  const [t, tasks] = [useWords("report"), useWords("tasks")];
  const { change, pending } = useChange("task.takeStep");
  const { id, version, acknowledged } = item.task;
  return (
    <div className="space-y-3">
      <p className="text-ui">{t("notStarted")}</p>
      {desk.signedIn && !item.supportUnit ? (
        <Button
          busy={pending}
          onClick={() => void change({ taskId: id, version, step: "start" })}
          variant="primary"
        >
          {tasks(acknowledged ? "do.start" : "do.startAtOnce")}
        </Button>
      ) : null}
    </div>
  );
}
