"use client";

import { useState } from "react";
import { useOffice } from "@/components/data/office";
import { InstructionItem } from "@/components/instructions/instruction-item";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { may, mayOnTask } from "@/lib/auth/permissions";
import type { BoardTask } from "@/lib/board/rules";
import type { TaskSupervision as Told } from "@/lib/supervision/queries";
import type { TaskDetail } from "@/lib/tasks/detail";
import { useWords } from "@/lib/words-client";
import { ExtensionItem } from "./extension-item";
import { HaltItem } from "./halt-item";
import { NoticeItem } from "./notice-item";
import { TaskSupervisionActions } from "./task-supervision-actions";
import { UrgeItem } from "./urge-item";
import { useSupervision } from "./use-supervision";

/** Longer histories are folded. */
const SHOWN = 3;

/** `level`: that of the task's own heading. */
type Props = { task: BoardTask; detail: TaskDetail; level: 1 | 2 };

/** How a task is supervised: instructions, urges, notices and requests for a later day, and what can be done about them. Says nothing where there is nothing to say. */
export function TaskSupervision({ task, detail, level }: Props) {
  const t = useWords("supervision");
  const { actor } = useOffice();
  const Heading = level === 1 ? "h2" : "h3";
  const told = may(actor, "meeting.see");
  const { supervision, failed, reload } = useSupervision(detail, told);
  if (!told) return null;
  const acts = (["instruction.give", "urge.send", "notice.issue", "extension.ask", "halt.ask"] as const).some(
    (action) => mayOnTask(actor, action, task),
  );
  const count = supervision ? countOf(supervision) : 0;
  if (!acts && count === 0) return null;
  return (
    <section aria-labelledby="supervision" className="border-line border-t pt-3">
      <header className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <Heading className="text-heading" id="supervision">
          {t("section")}
        </Heading>
        {supervision ? (
          <TaskSupervisionActions onChanged={reload} supervision={supervision} task={task} />
        ) : null}
      </header>
      {failed ? (
        <Banner
          action={
            <Button onClick={reload} size="sm">
              {t("retry")}
            </Button>
          }
          tone="error"
        >
          {t("loadFailed")}
        </Banner>
      ) : null}
      {supervision && count > 0 ? <Letters onChanged={reload} supervision={supervision} task={task} /> : null}
    </section>
  );
}

const countOf = ({ urges, notices, extensions, halts, instructions }: Told) =>
  urges.length + notices.length + extensions.length + halts.length + instructions.length;

type LettersProps = { task: BoardTask; supervision: Told; onChanged: () => void };

function Letters({ task, supervision, onChanged }: LettersProps) {
  const t = useWords("supervision");
  const [all, setAll] = useState(false);
  const { urges, notices, extensions, halts, instructions, masked } = supervision;
  const common = { masked, onChanged, task };
  const shown = all ? urges.length : SHOWN;
  return (
    <>
      <ul className="divide-y divide-line">
        {instructions.map((one) => (
          <InstructionItem
            instruction={one}
            key={`instruction ${one.id}`}
            {...{ masked, onChanged }}
            task={(one.made?.id ?? one.taskId) === task.id ? task : null}
          />
        ))}
        {notices.map((notice) => (
          <NoticeItem key={`notice ${notice.id}`} notice={notice} {...common} />
        ))}
        {extensions.map((extension) => (
          <ExtensionItem extension={extension} key={`extension ${extension.id}`} {...common} />
        ))}
        {halts.map((halt) => (
          <HaltItem halt={halt} key={`halt ${halt.id}`} {...common} />
        ))}
        {urges.slice(0, shown).map((urge) => (
          <UrgeItem key={`urge ${urge.id}`} urge={urge} {...common} />
        ))}
      </ul>
      {urges.length > SHOWN ? (
        <Button aria-expanded={all} onClick={() => setAll(!all)} size="sm" variant="quiet">
          {all ? t("fewer") : t("allUrges", { count: urges.length })}
        </Button>
      ) : null}
    </>
  );
}
