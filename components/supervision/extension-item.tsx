"use client";

import { useState } from "react";
import { useOffice } from "@/components/data/office";
import { sayInstant } from "@/components/tasks/say";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { mayOnTask } from "@/lib/auth/permissions";
import type { BoardTask } from "@/lib/board/rules";
import { sayDay } from "@/lib/calendar/rules";
import { isAskedToGrant } from "@/lib/supervision/desk-rules";
import { refusalOfWithdrawingExtension } from "@/lib/supervision/extension-rules";
import type { Extension } from "@/lib/supervision/queries";
import { useLocale, useWords } from "@/lib/words-client";
import { ExtensionAnswer } from "./extension-answer";
import { ExtensionFacts } from "./extension-facts";
import { TaskLine } from "./task-line";
import { useAct } from "./use-act";

type Props = {
  extension: Extension;
  task: BoardTask;
  named?: boolean;
  masked: boolean;
  onChanged: () => void;
};

/** One request for a later day, and its answer. `named`: says which task as well. */
export function ExtensionItem({ extension, task, named = false, masked, onChanged }: Props) {
  const t = useWords("supervision");
  const { actor } = useOffice();
  const [answering, setAnswering] = useState(false);
  const { act, pending } = useAct("extension.withdraw");
  const open = extension.status === "asked";
  const back = async () => {
    const input = { extensionId: extension.id, version: extension.version };
    await act(input, () => t("extension.withdrawn"));
    onChanged();
  };
  const own = refusalOfWithdrawingExtension(extension, actor) === null;
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 py-2.5">
      <div className="min-w-0 flex-1 basis-64">
        {named ? <TaskLine task={task} /> : null}
        <ExtensionFacts extension={extension} masked={masked} />
        <Answer extension={extension} />
      </div>
      <div className="flex flex-wrap items-center gap-2 print:hidden">
        {open && isAskedToGrant(actor, task, extension.status) ? <Badge>{t("extension.own")}</Badge> : null}
        {open && !own && mayOnTask(actor, "extension.answer", task) ? (
          <Button
            aria-label={t("act.on", { act: t("extension.answer"), name: task.code })}
            onClick={() => setAnswering(true)}
            size="sm"
            variant="primary"
          >
            {t("extension.answer")}
          </Button>
        ) : null}
        {own && mayOnTask(actor, "extension.ask", task) ? (
          <Button busy={pending} onClick={() => void back()} size="sm" variant="quiet">
            {t("extension.withdraw")}
          </Button>
        ) : null}
        {open ? <Badge tone="yellow">{t("extension.status.asked")}</Badge> : null}
      </div>
      {answering ? (
        <ExtensionAnswer
          extension={extension}
          onClose={() => setAnswering(false)}
          onDone={onChanged}
          task={task}
        />
      ) : null}
    </li>
  );
}

function Answer({ extension }: { extension: Extension }) {
  const t = useWords("supervision");
  const locale = useLocale();
  const { today } = useOffice();
  const { status, grantedDay, exempt, answer, answeredBy, answeredAt } = extension;
  if (status === "asked") return null;
  return (
    <p className="flex flex-wrap items-baseline gap-x-3">
      <span className="font-semibold">
        {grantedDay
          ? t("extension.grantedDay", { day: sayDay(grantedDay, today, locale) })
          : t(`extension.status.${status}`)}
      </span>
      {exempt ? <span className="text-small">{t("extension.exemptLabel")}</span> : null}
      {answeredAt ? (
        <span className="text-muted text-small">
          {t("extension.answeredBy", { by: answeredBy ?? "", at: sayInstant(answeredAt, today, locale) })}
        </span>
      ) : null}
      {answer ? <span className="measure">{answer}</span> : null}
    </p>
  );
}
