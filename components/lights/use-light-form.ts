"use client";

import { useState } from "react";
import { CommandProblem } from "@/components/data/command-problem";
import { useCommand } from "@/components/data/use-command";
import { notify } from "@/components/ui/toast-queue";
import type { BoardTask } from "@/lib/board/rules";
import type { Light } from "@/lib/lights/rules";
import { useWords } from "@/lib/words-client";

type Said = { light: Light | null; reason: string };

/** What was chosen and written, what is missing, and how it is sent. */
export function useLightForm(task: BoardTask, onDone: () => void) {
  const t = useWords("lights");
  const [said, setSaid] = useState<Said>({ light: task.override?.light ?? null, reason: "" });
  const [missing, setMissing] = useState<readonly ("light" | "reason")[]>([]);
  const [current, setCurrent] = useState<Partial<BoardTask> | null>(null);
  const [override, back] = [useCommand("light.override"), useCommand("light.restore")];
  const attempt = async (work: () => Promise<unknown>, done: string) => {
    try {
      await work();
      notify({ text: done, tone: "success" });
      onDone();
    } catch (error) {
      if (!(error instanceof CommandProblem)) throw error;
      if (error.isStale) setCurrent(error.current);
    }
  };
  const send = (version: number) => {
    const input = { taskId: task.id, version, light: said.light, reason: said.reason.trim() };
    return attempt(() => override.run(input), t("set.done", { code: task.code }));
  };
  const submit = () => {
    const lacks = [said.light ? null : "light", said.reason.trim() ? null : "reason"] as const;
    const found = lacks.filter((field) => field !== null);
    setMissing(found);
    if (found.length === 0 && !override.pending) void send(task.version);
  };
  const word = (light: Light | null | undefined) => (light ? t(`light.${light}`) : t("set.bySystem"));
  return {
    said,
    set: (patch: Partial<Said>) => setSaid({ ...said, ...patch }),
    errors: missing.map((field) => ({ field, message: t(`set.missing.${field}`) })),
    problem: override.problem ?? back.problem,
    pending: override.pending,
    restoring: back.pending,
    submit,
    restore: () =>
      void attempt(
        () => back.run({ taskId: task.id, version: task.version }),
        t("set.restored", { code: task.code }),
      ),
    current,
    forgetConflict: () => setCurrent(null),
    sendOn: () => void send(Number(current?.version ?? task.version)),
    conflict: () => [
      {
        label: t("set.light"),
        now: [word(current?.override?.light), current?.override?.reason].filter(Boolean).join("\n"),
        yours: [word(said.light), said.reason].filter(Boolean).join("\n"),
      },
    ],
  };
}
