"use client";

import { useOffice } from "@/components/data/office";
import { hindranceOf } from "@/components/tasks/offers";
import { useStep } from "@/components/tasks/use-step";
import { Button } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import type { BoardTask } from "@/lib/board/rules";
import { useWords } from "@/lib/words-client";
import { stepsFrom } from "./progress-steps";

type Props = {
  task: BoardTask;
  /** Opens the report, with progress already chosen when a step was tapped. */
  onCheckIn: (wish: number | null) => void;
};

/** On a phone, at the thumb: one tap chooses the progress, the next one saves it. */
export function CheckInBar({ task, onCheckIn }: Props) {
  const [t, tasks] = [useWords("checkIns"), useWords("tasks")];
  const { actor } = useOffice();
  const { takeAtOnce, pending } = useStep();
  const mayStart = hindranceOf("start", task, actor) === null;
  if (!mayStart && hindranceOf("checkIn", task, actor) !== null) return null;
  return (
    <section
      aria-label={t("bar")}
      className="fixed inset-x-0 bottom-[calc(3.5rem+env(safe-area-inset-bottom,0px))] z-20 flex items-center gap-2 border-line border-t bg-paper px-3 py-2 md:hidden print:hidden"
    >
      {mayStart ? (
        <>
          <Button
            busy={pending}
            className="flex-1"
            onClick={() => void takeAtOnce(task, "start")}
            variant="primary"
          >
            {tasks(task.acknowledged ? "do.start" : "do.startAtOnce")}
          </Button>
          <span className="text-muted text-small">{t("startHint")}</span>
        </>
      ) : (
        <>
          <Button className="flex-1" onClick={() => onCheckIn(null)} variant="primary">
            {t("open")}
          </Button>
          {(task.proof ? [] : stepsFrom(task.progress)).map(({ points, to }) => (
            <Chip key={to} onToggle={() => onCheckIn(to)}>
              <span aria-hidden="true" className="tabular">
                {t("plus", { points })}
              </span>
              <span className="sr-only">{t("plusLabel", { points, percent: to })}</span>
            </Chip>
          ))}
        </>
      )}
    </section>
  );
}
