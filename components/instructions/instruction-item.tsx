"use client";

import Link from "next/link";
import { useOffice } from "@/components/data/office";
import { TaskLine } from "@/components/supervision/task-line";
import { STATUS_SHAPES, sayInstant } from "@/components/tasks/say";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { StatusMark } from "@/components/ui/status-mark";
import { mayOnTask } from "@/lib/auth/permissions";
import type { BoardTask } from "@/lib/board/rules";
import type { Instruction, MadeTask } from "@/lib/instructions/queries";
import { refusalOfWithdrawing } from "@/lib/instructions/rules";
import type { TaskStatus } from "@/lib/tasks/rules";
import { useLocale, useWords } from "@/lib/words-client";
import { ClockMarks } from "./clock-marks";
import { useSeeInstruction, useWithdrawInstruction } from "./use-instruction";

type Props = {
  instruction: Instruction;
  /** The task in which it is carried out; null when this person does not see it. */
  task: BoardTask | null;
  /** The task that it is about, where the list has to name it. */
  about?: BoardTask | null;
  masked: boolean;
  onChanged: () => void;
};

/** One instruction: who said what to whom, who has read it, and what became of it. */
export function InstructionItem({ instruction, task, about = null, masked, onChanged }: Props) {
  const t = useWords("supervision");
  const locale = useLocale();
  const { today, actor } = useOffice();
  const { see, pending } = useSeeInstruction(onChanged);
  const { id, author, at, to, holders, kind, text, receipts, made, withdrawnAt } = instruction;
  const seen = receipts.some(({ accountId }) => accountId === actor.accountId);
  const takeBack = useWithdrawInstruction(onChanged);
  const facts = {
    ...instruction,
    receipts: receipts.length,
    made: made && { ...made, acknowledged: instruction.arrangedOn !== null },
  };
  const mayWithdraw = refusalOfWithdrawing(facts, actor) === null;
  const maySee =
    withdrawnAt === null &&
    task !== null &&
    actor.accountId !== null &&
    mayOnTask(actor, "instruction.see", task);
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-1 py-2.5">
      <div className="min-w-0 flex-1 basis-64">
        {about ? <TaskLine task={about} /> : null}
        <p className="mt-0.5 flex flex-wrap items-baseline gap-x-3">
          <span className="text-muted text-small">
            {t("instruction.by", { by: author, at: sayInstant(at, today, locale), to: holders || to })}
          </span>
          {kind === "task" ? <Badge tone="action">{t("instruction.kind.task")}</Badge> : null}
        </p>
        {masked ? (
          <p className="text-muted text-small">{t("hidden")}</p>
        ) : (
          <p className={classNames("measure", withdrawnAt !== null && "text-muted line-through")}>{text}</p>
        )}
        {made ? <Made made={made} /> : null}
        <ClockMarks instruction={instruction} />
        {withdrawnAt === null ? (
          <Receipts receipts={receipts} />
        ) : (
          <Badge>{t("instruction.withdrawnAt", { at: sayInstant(withdrawnAt, today, locale) })}</Badge>
        )}
      </div>
      {maySee && !seen ? (
        <Button
          aria-label={t("act.on", { act: t("instruction.see"), name: task.code })}
          busy={pending}
          onClick={() => void see(id)}
          size="sm"
        >
          {t("instruction.see")}
        </Button>
      ) : null}
      {mayWithdraw ? (
        <Button
          aria-label={t("act.on", { act: t("instruction.withdraw"), name: made?.code ?? about?.code ?? to })}
          busy={takeBack.pending}
          onClick={() => void takeBack.withdraw(id)}
          size="sm"
          variant="quiet"
        >
          {t("instruction.withdraw")}
        </Button>
      ) : null}
    </li>
  );
}

function Made({ made }: { made: MadeTask }) {
  const tasks = useWords("tasks");
  const status = made.status as TaskStatus;
  return (
    <p className="flex flex-wrap items-baseline gap-x-3">
      <Link className="text-action hover:underline" href={`/tasks/${made.id}`}>
        <span className="tabular mr-1">{made.code}</span>
        {made.title}
      </Link>
      <span className="text-small">
        <StatusMark label={tasks(`status.${status}`)} shape={STATUS_SHAPES[status]} size={12} />
      </span>
    </p>
  );
}

function Receipts({ receipts }: Pick<Instruction, "receipts">) {
  const t = useWords("supervision");
  const locale = useLocale();
  const { today } = useOffice();
  if (receipts.length === 0) return <Badge>{t("instruction.unseen")}</Badge>;
  const names = receipts.map(({ name, at }) => `${name} ${sayInstant(at, today, locale)}`);
  return (
    <p className="text-muted text-small">
      {t("instruction.seen", { who: names.join(locale === "en" ? "; " : "、") })}
    </p>
  );
}
