"use client";

import { useState } from "react";
import { useBoard } from "@/components/data/use-board";
import { Button } from "@/components/ui/button";
import { Combobox } from "@/components/ui/combobox";
import { Icon } from "@/components/ui/icons";
import type { RegisterRow } from "@/lib/coverage/register-queries";
import { useWords } from "@/lib/words-client";
import { DutyForm } from "./duty-form";

type Props = { registers: readonly RegisterRow[] };

/** Lays down a new duty for a task. */
export function NewDuty({ registers }: Props) {
  const t = useWords("coverage");
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button icon={<Icon name="plus" />} onClick={() => setOpen(true)} variant="primary">
        {t("duty.new")}
      </Button>
      {open ? <NewDutyDialog onClose={() => setOpen(false)} registers={registers} /> : null}
    </>
  );
}

function NewDutyDialog({ registers, onClose }: Props & { onClose: () => void }) {
  const t = useWords("coverage");
  const board = useBoard();
  const [taskId, setTaskId] = useState<number | null>(null);
  const open = registers.filter(({ closedOn }) => closedOn === null);
  const tasks = board?.tasks.filter(({ status }) => status !== "closed" && status !== "terminated") ?? [];
  return (
    <DutyForm
      onClose={onClose}
      registers={open}
      taskId={taskId}
      taskPicker={(error) => (
        <Combobox
          error={error}
          label={t("duty.task")}
          name="taskId"
          onChange={setTaskId}
          options={tasks.map(({ id, code, title }) => ({ id, label: `${code} ${title}` }))}
          value={taskId}
        />
      )}
    />
  );
}
