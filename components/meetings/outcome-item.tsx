"use client";

import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { type Day, sayDay } from "@/lib/calendar/rules";
import type { OutcomeTask, OutcomeView } from "@/lib/meetings/queries";
import { useLocale, useWords } from "@/lib/words-client";

const TONES = {
  decision: "neutral",
  assignment: "action",
  note: "neutral",
  extension: "neutral",
  closing: "green",
  instruction: "action",
} as const;

/** One decision, with the task that it is about and the task that it became. */
export function OutcomeItem({ outcome, place, today }: { outcome: OutcomeView; place: number; today: Day }) {
  return (
    <li className="flex gap-2" data-keep="">
      <span className="tabular w-5 shrink-0 text-right text-muted">{place}</span>
      <OutcomeLine outcome={outcome} today={today} />
    </li>
  );
}

/** What was decided, without its number. */
export function OutcomeLine({ outcome, today }: { outcome: OutcomeView; today: Day }) {
  const t = useWords("meetings");
  const locale = useLocale();
  const { kind, text, about, task } = outcome;
  return (
    <div className="flex min-w-0 flex-col gap-0.5">
      <p className="whitespace-pre-wrap">
        <span className="mr-1.5">
          <Badge tone={TONES[kind]}>{t(`kind.${kind}`)}</Badge>
        </span>
        {text}
      </p>
      {task ? (
        <p className="text-muted text-small">
          <TaskLink task={task} withTitle={task.title !== text} />
          <span className="ml-2">{task.owner}</span>
          <span className="ml-2">{t("outcomes.due", { day: sayDay(task.dueDay, today, locale) })}</span>
        </p>
      ) : null}
      {about ? (
        <p className="text-muted text-small">
          {t("outcomes.about")}
          <TaskLink task={about} withTitle />
        </p>
      ) : null}
    </div>
  );
}

function TaskLink({ task, withTitle }: { task: OutcomeTask; withTitle: boolean }) {
  return (
    <Link className="text-action hover:underline" href={`/tasks/${task.id}`}>
      <span className="tabular">{task.code}</span>
      {withTitle ? ` ${task.title}` : null}
    </Link>
  );
}
