"use client";

import { useState } from "react";
import { useOffice } from "@/components/data/office";
import { sayInstant } from "@/components/tasks/say";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { mayOnTask } from "@/lib/auth/permissions";
import type { BoardTask } from "@/lib/board/rules";
import { refusalOfWithdrawingHalt } from "@/lib/supervision/halt-rules";
import type { Halt } from "@/lib/supervision/queries";
import { useLocale, useWords } from "@/lib/words-client";
import { HaltAnswer } from "./halt-answer";
import { useSayHalt } from "./say-halt";
import { TaskLine } from "./task-line";
import { useAct } from "./use-act";

type Props = { halt: Halt; task: BoardTask; named?: boolean; masked: boolean; onChanged: () => void };

/** One request for a task to rest or to end, and its answer. `named`: says which task as well. */
export function HaltItem({ halt, task, named = false, masked, onChanged }: Props) {
  const t = useWords("supervision");
  const { actor } = useOffice();
  const say = useSayHalt();
  const [answering, setAnswering] = useState(false);
  const { act, pending } = useAct("halt.withdraw");
  const open = halt.status === "asked";
  const own = refusalOfWithdrawingHalt(halt, actor) === null;
  const asked = { ...halt, by: halt.author };
  const back = async () => {
    await act({ haltId: halt.id, version: halt.version }, () => t("halt.withdrawn"));
    onChanged();
  };
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 py-2.5">
      <div className="min-w-0 flex-1 basis-64">
        {named ? <TaskLine task={task} /> : null}
        <p className="text-muted text-small">{say(asked)}</p>
        {masked ? (
          <p className="text-muted text-small">{t("hidden")}</p>
        ) : (
          <p className="measure">{halt.reason}</p>
        )}
        <Answer halt={halt} />
      </div>
      <div className="flex flex-wrap items-center gap-2 print:hidden">
        {open && !own && mayOnTask(actor, "halt.answer", task) ? (
          <Button
            aria-label={t("act.on", { act: t("halt.answer"), name: task.code })}
            onClick={() => setAnswering(true)}
            size="sm"
            variant="primary"
          >
            {t("halt.answer")}
          </Button>
        ) : null}
        {own && mayOnTask(actor, "halt.ask", task) ? (
          <Button busy={pending} onClick={() => void back()} size="sm" variant="quiet">
            {t("extension.withdraw")}
          </Button>
        ) : null}
        {open ? <Badge tone="yellow">{t("extension.status.asked")}</Badge> : null}
      </div>
      {answering ? (
        <HaltAnswer halt={asked} onClose={() => setAnswering(false)} onDone={onChanged} task={task} />
      ) : null}
    </li>
  );
}

function Answer({ halt: { status, answer, answeredBy, answeredAt } }: { halt: Halt }) {
  const t = useWords("supervision");
  const locale = useLocale();
  const { today } = useOffice();
  if (status === "asked") return null;
  return (
    <p className="flex flex-wrap items-baseline gap-x-3">
      <span className="font-semibold">{t(`extension.status.${status}`)}</span>
      {answeredAt && answeredBy ? (
        <span className="text-muted text-small">
          {t("extension.answeredBy", { by: answeredBy, at: sayInstant(answeredAt, today, locale) })}
        </span>
      ) : null}
      {answer ? <span className="measure">{answer}</span> : null}
    </p>
  );
}
