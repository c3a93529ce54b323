"use client";

import { Block } from "@/components/supervision/block";
import type { BoardTask } from "@/lib/board/rules";
import type { Instruction } from "@/lib/instructions/queries";
import { useWords } from "@/lib/words-client";
import { ClockSummary } from "./clock-marks";
import { InstructionItem } from "./instruction-item";

type Props = {
  all: readonly Instruction[];
  taskOf: (id: number) => BoardTask | undefined;
  onChanged: () => void;
};

/** Instructions: those that somebody still has to read or to finish, then the rest. */
export function InstructionList({ all, taskOf, onChanged }: Props) {
  const t = useWords("supervision");
  if (all.length === 0) return <p className="text-muted">{t("instruction.empty")}</p>;
  const item = (one: Instruction) => {
    const about = taskOf(one.taskId ?? 0) ?? null;
    const task = one.kind === "note" ? about : (taskOf(one.made?.id ?? 0) ?? null);
    const masked = one.text === "";
    return <InstructionItem about={about} instruction={one} key={one.id} {...{ masked, onChanged, task }} />;
  };
  const open = (one: Instruction) => isOpen(one, taskOf);
  return (
    <>
      <ClockSummary all={all} />
      <Block title={t("instruction.waiting")}>{all.filter(open).map(item)}</Block>
      <Block title={t("instruction.rest")}>{all.filter((one) => !open(one)).map(item)}</Block>
    </>
  );
}

/** A note waits to be read and then for a report, a task until it is closed; nothing waits once its task is over. */
export function isOpen(one: Instruction, taskOf: Props["taskOf"]): boolean {
  if (one.withdrawnAt !== null) return false;
  if (one.kind === "task") return one.finishedOn === null && !one.over;
  const status = taskOf(one.taskId ?? 0)?.status;
  if (status === "closed" || status === "terminated") return false;
  return one.receipts.length === 0 && one.feedbackOn === null;
}
