"use client";

import { useOffice } from "@/components/data/office";
import { classNames } from "@/components/ui/class-names";
import { ProgressBar } from "@/components/ui/progress-bar";
import { daysBetween, sayDay } from "@/lib/calendar/rules";
import { deviation, plannedOf } from "@/lib/lights/planned";
import { DEFAULT_THRESHOLDS, lightOf } from "@/lib/lights/rules";
import type { DetailTask, HistoryEntry } from "@/lib/tasks/detail";
import { useLocale, useWords } from "@/lib/words-client";
import { sayDueNote } from "./due-note";
import { sayTold } from "./say";

/** How far the task is against where it should be, and when it is due; the first due day stays in sight for ever. */
export function TaskProgress({ task, history }: { task: DetailTask; history: readonly HistoryEntry[] }) {
  return (
    <div className="grid grid-cols-2 gap-x-6 gap-y-3 border-line border-y py-3">
      <Progress task={task} />
      <Due history={history} task={task} />
    </div>
  );
}

function Progress({ task }: { task: DetailTask }) {
  const t = useWords("tasks");
  const { today, setting } = useOffice();
  const planned = Math.round(plannedOf(task, today) * 100);
  const over = task.status === "closed" || task.status === "terminated";
  const percent = task.progress ?? 0;
  const { light } = lightOf(task, setting);
  return (
    <div>
      <p className="text-muted text-small">{t("progress.label")}</p>
      <p
        className={classNames("tabular", task.progress === null ? "text-heading leading-10" : "text-figure")}
      >
        {task.progress === null ? t("progress.none") : t("progress.value", { percent })}
      </p>
      <div className="my-1.5">
        <ProgressBar
          expected={over ? null : planned / 100}
          label={t("progress.bar", { percent, planned })}
          tone={light}
          value={percent / 100}
        />
      </div>
      {over ? null : (
        <p className="tabular text-muted text-small">
          {t("progress.planned", { percent: planned })}
          <Deviation task={task} />
        </p>
      )}
    </div>
  );
}

function Deviation({ task }: { task: DetailTask }) {
  const t = useWords("tasks");
  const { today, setting } = useOffice();
  const points = deviation(task, today);
  if (points === null) return null;
  const size = Math.abs(Math.round(points));
  const { ahead, yellow, red } = setting.thresholds ?? DEFAULT_THRESHOLDS;
  const key = points > ahead ? "ahead" : points < yellow ? "behind" : "onPlan";
  return (
    <span
      className={classNames(
        "ml-2",
        key === "behind" && "font-semibold text-ink",
        points < red && "text-red-strong",
      )}
    >
      {t(`progress.${key}`, { points: size })}
    </span>
  );
}

function Due({ task, history }: { task: DetailTask; history: readonly HistoryEntry[] }) {
  const t = useWords("tasks");
  const locale = useLocale();
  const { today } = useOffice();
  const open = task.status !== "closed" && task.status !== "terminated" && task.status !== "suspended";
  const left = daysBetween(today, task.dueDay);
  return (
    <div>
      <p className="text-muted text-small">{t("due.label")}</p>
      <p className="tabular text-figure">{sayDay(task.dueDay, today, locale)}</p>
      {open ? (
        <p className={classNames("text-small", left < 0 ? "font-semibold text-red-strong" : "text-muted")}>
          {left < 0 ? t("due.over", { days: -left }) : t("due.left", { days: left })}
        </p>
      ) : null}
      <DueChanges history={history} task={task} />
    </div>
  );
}

function DueChanges({ task, history }: { task: DetailTask; history: readonly HistoryEntry[] }) {
  const t = useWords("tasks");
  const locale = useLocale();
  const { today } = useOffice();
  const changes = history.flatMap(({ seq, actor, reason, changes: fields }) => {
    const due = fields.find(({ field, before }) => field === "dueDay" && before !== null);
    return due ? [{ seq, actor, reason, ...due }] : [];
  });
  const note = sayDueNote(task, t, today, locale);
  if (note === null && changes.length === 0) return null;
  const say = (day: Parameters<typeof sayTold>[1]) => sayTold("dueDay", day, t, today, locale);
  return (
    <details className="mt-1 text-small">
      <summary className="text-muted">
        {note ?? t("due.original", { day: sayDay(task.originalDueDay, today, locale) })}
        {changes.length > task.extensionCount ? ` · ${t("due.changed", { count: changes.length })}` : null}
      </summary>
      <ol aria-label={t("due.changes")} className="mt-1 space-y-1">
        {changes.map((change) => (
          <li key={change.seq}>
            <span className="tabular">
              {say(change.before)} → {say(change.after)}
            </span>
            <span className="ml-2 text-muted">
              {[change.actor, change.reason].filter(Boolean).join(" · ")}
            </span>
          </li>
        ))}
      </ol>
    </details>
  );
}
