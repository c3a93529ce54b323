"use client";

import { useState } from "react";
import { CommandProblem } from "@/components/data/command-problem";
import { useOffice } from "@/components/data/office";
import { useCommand } from "@/components/data/use-command";
import { EvidenceList } from "@/components/files/evidence-list";
import { EvidencePicker } from "@/components/files/evidence-picker";
import { Button } from "@/components/ui/button";
import { TextInput } from "@/components/ui/text-input";
import { notify } from "@/components/ui/toast-queue";
import { mayOnTask } from "@/lib/auth/permissions";
import type { BoardTask } from "@/lib/board/rules";
import { refusalOfAttaching } from "@/lib/files/rules";
import type { Evidence } from "@/lib/tasks/detail";
import { useWords } from "@/lib/words-client";
import { useTickets } from "./use-tickets";

type Props = { task: BoardTask; evidence: readonly Evidence[]; onChanged: () => void };

/** What proves the task, and a place to add more while it may be added. */
export function EvidenceSection({ task, evidence, onChanged }: Props) {
  const { actor } = useOffice();
  const mayAdd = mayOnTask(actor, "evidence.attach", task) && refusalOfAttaching(task) === null;
  const [round, setRound] = useState(0);
  return (
    <div className="space-y-4">
      <EvidenceList evidence={evidence} onRemoved={onChanged} task={task} />
      {mayAdd ? (
        <Add
          key={round}
          onAdded={() => {
            setRound(round + 1);
            onChanged();
          }}
          task={task}
        />
      ) : null}
    </div>
  );
}

function Add({ task, onAdded }: { task: BoardTask; onAdded: () => void }) {
  const t = useWords("tasks");
  const { run, pending } = useCommand("evidence.attach");
  const files = useTickets();
  const [note, setNote] = useState("");
  const count = files.tickets.length;
  const attach = async (version: number): Promise<void> => {
    try {
      await run({ taskId: task.id, version, tickets: files.tickets, note });
      notify({ text: t("evidence.attached", { count }), tone: "success" });
      onAdded();
    } catch (error) {
      if (!(error instanceof CommandProblem)) throw error;
      // Adding takes nothing away from what somebody else just changed, so it simply goes on from there.
      const now = error.current?.version;
      if (error.isStale && typeof now === "number" && now > version) await attach(now);
    }
  };
  return (
    <div className="space-y-3 print:hidden">
      <EvidencePicker label={t("evidence.add")} onTickets={files.take} />
      {count + files.underWay > 0 ? (
        <>
          <TextInput
            label={t("evidence.note")}
            maxLength={500}
            onChange={(event) => setNote(event.target.value)}
            optional
            value={note}
          />
          <Button
            busy={pending}
            onClick={() => void attach(task.version)}
            reason={files.underWay > 0 ? t("evidence.underWay") : null}
            variant="primary"
          >
            {t("evidence.attach", { count })}
          </Button>
        </>
      ) : null}
    </div>
  );
}
