"use client";

import { useState } from "react";
import { useOffice } from "@/components/data/office";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { mayOnTask } from "@/lib/auth/permissions";
import type { DetailTask, TaskDetail } from "@/lib/tasks/detail";
import { useWords } from "@/lib/words-client";

type Props = { task: DetailTask; detail: TaskDetail; onReveal: () => Promise<boolean>; onHide: () => void };

/** Says that the text of a sensitive task is withheld, or that this look at it was recorded. */
export function SensitiveNotice({ task, detail, onReveal, onHide }: Props) {
  const t = useWords("tasks");
  const { actor } = useOffice();
  const [busy, setBusy] = useState(false);
  if (task.label !== "sensitive") return null;
  const reveal = async () => {
    setBusy(true);
    await onReveal();
    setBusy(false);
  };
  if (!detail.masked) {
    return (
      <Banner
        action={
          <Button onClick={onHide} size="sm">
            {t("sensitive.hide")}
          </Button>
        }
        tone="warning"
      >
        {t("sensitive.shown")}
      </Banner>
    );
  }
  return (
    <Banner
      action={
        <Button
          busy={busy}
          onClick={() => void reveal()}
          reason={mayOnTask(actor, "task.reveal", task) ? null : t("sensitive.noRight")}
          size="sm"
        >
          {t("sensitive.reveal")}
        </Button>
      }
    >
      {t("sensitive.why")}
    </Banner>
  );
}
