"use client";

import { useOffice } from "@/components/data/office";
import { Button } from "@/components/ui/button";
import type { BoardTask } from "@/lib/board/rules";
import { useWords } from "@/lib/words-client";
import { useQuickInstruct } from "./use-quick-instruct";

type Props = { task: BoardTask; onDone: () => void };

/** The office's usual words on one task; each is sent by one tap. */
export function QuickPhrases({ task, onDone }: Props) {
  const t = useWords("supervision");
  const { phrases } = useOffice();
  const { send, pending, reason } = useQuickInstruct(task, onDone);
  return phrases.map((phrase) => (
    <Button
      aria-label={t("act.on", { act: phrase, name: task.code })}
      busy={pending}
      className={reason ? undefined : "text-action!"}
      key={phrase}
      onClick={() => void send(phrase)}
      reason={reason}
      size="sm"
      variant="quiet"
    >
      {phrase}
    </Button>
  ));
}
