"use client";

import { classNames } from "@/components/ui/class-names";
import { StatusMark, type StatusShape } from "@/components/ui/status-mark";
import type { OwedState } from "@/lib/rounds/rules";
import type { ReportItem } from "@/lib/rounds/views";
import { useWords } from "@/lib/words-client";

/** The shape that stands for what became of an owed report. */
export const OWED_SHAPES: Record<OwedState, StatusShape> = {
  missing: "overdue",
  waiting: "notStarted",
  late: "atRisk",
  done: "done",
  excused: "terminated",
};

type Props = {
  items: readonly ReportItem[];
  isDone: (item: ReportItem) => boolean;
  current: string | null;
  onChoose: (key: string) => void;
};

/** Everything that this person owes, what presses most on top. */
export function ReportList({ items, isDone, current, onChoose }: Props) {
  const t = useWords("report");
  return (
    <ul aria-label={t("list")} className="divide-y divide-line border-line border-y bg-paper">
      {items.map((item) => {
        const state = isDone(item) ? (item.state === "late" ? "late" : "done") : item.state;
        return (
          <li key={item.key}>
            <button
              aria-current={item.key === current ? "true" : undefined}
              className={classNames(
                "block w-full px-3 py-2 text-left text-ui -outline-offset-2 touch:min-h-11",
                item.key === current ? "bg-action-soft" : "hover:bg-sunken",
              )}
              onClick={() => onChoose(item.key)}
              type="button"
            >
              <span className="block">
                <span className="tabular mr-2 text-muted">{item.task.code}</span>
                {item.task.title}
              </span>
              <span className="mt-0.5 flex flex-wrap gap-x-3 text-muted text-small">
                <StatusMark label={t(`state.${state}`)} shape={OWED_SHAPES[state]} size={12} />
                {item.supportUnit ? <span>{t("asSupport", { unit: item.supportUnit.name })}</span> : null}
                {item.rounds.length > 1 ? <span>{t("serves", { count: item.rounds.length })}</span> : null}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
