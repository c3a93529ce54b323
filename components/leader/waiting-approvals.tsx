"use client";

import Link from "next/link";
import { lazy, Suspense, useState } from "react";
import { useOffice } from "@/components/data/office";
import { sayInstant } from "@/components/tasks/say";
import { Button, LinkButton } from "@/components/ui/button";
import type { BoardTask } from "@/lib/board/rules";
import { daysBetween, sayDay } from "@/lib/calendar/rules";
import type { Asks, DeskHalt } from "@/lib/supervision/desk-rules";
import { useLocale, useWords } from "@/lib/words-client";
import { DeskSection } from "./desk-section";
import type { Waiting } from "./leader-rules";

const AnswerRequest = lazy(() =>
  import("@/components/supervision/answer-request").then((part) => ({ default: part.AnswerRequest })),
);

const HaltAnswer = lazy(() =>
  import("@/components/supervision/halt-answer").then((part) => ({ default: part.HaltAnswer })),
);

type Request = { extensionId?: number; halt?: DeskHalt };
type Answering = Request & { task: BoardTask };
type Props = { waiting: readonly Waiting[]; asks: Asks; onChanged: () => void };

/** What waits for this leader's word, and closings that wait for somebody else's. */
export function WaitingApprovals({ waiting, asks, onChanged }: Props) {
  const t = useWords("leader");
  const [answering, setAnswering] = useState<Answering | null>(null);
  const closing = { onClose: () => setAnswering(null), onDone: onChanged };
  return (
    <DeskSection
      count={waiting.length}
      empty={t("approval.empty")}
      id="approvals"
      title={t("approval.title")}
    >
      <ul className="divide-y divide-line">
        {waiting.map((one) => (
          <Row
            ask={asks[one.task.id]}
            key={`${one.approval} ${one.task.id}`}
            onAnswer={(asked) => setAnswering({ task: one.task, ...asked })}
            waiting={one}
          />
        ))}
      </ul>
      {answering ? (
        <Suspense>
          {answering.halt ? (
            <HaltAnswer halt={answering.halt} task={answering.task} {...closing} />
          ) : answering.extensionId ? (
            <AnswerRequest extensionId={answering.extensionId} task={answering.task} {...closing} />
          ) : null}
        </Suspense>
      ) : null}
    </DeskSection>
  );
}

type RowProps = { waiting: Waiting; ask: Asks[number] | undefined; onAnswer: (asked: Request) => void };

function Row({ waiting: { task, approval }, ask, onAnswer }: RowProps) {
  const t = useWords("leader");
  const why = useWhy(task, approval, ask);
  const request: Request = {
    ...(approval === "extension" && ask?.extension && { extensionId: ask.extension.id }),
    ...(approval === "halt" && ask?.halt && { halt: ask.halt }),
  };
  return (
    <li className="flex items-center gap-x-3 py-2">
      <div className="min-w-0 flex-1">
        <Link className="hover:underline" href={`/tasks/${task.id}`}>
          <span className="tabular mr-2 text-muted">{task.code}</span>
          {task.title}
        </Link>
        <p className="text-muted text-small">{why}</p>
      </div>
      {request.extensionId || request.halt ? (
        <Button
          aria-label={t("actOn", { act: t("approval.answer"), code: task.code })}
          onClick={() => onAnswer(request)}
          size="sm"
          variant="primary"
        >
          {t("approval.answer")}
        </Button>
      ) : (
        <LinkButton
          aria-label={t("actOn", { act: t(`approval.act.${approval}`), code: task.code })}
          href={`/tasks/${task.id}`}
          size="sm"
        >
          {t(`approval.act.${approval}`)}
        </LinkButton>
      )}
    </li>
  );
}

function useWhy(task: BoardTask, approval: Waiting["approval"], ask: Asks[number] | undefined): string {
  const t = useWords("leader");
  const locale = useLocale();
  const { today } = useOffice();
  const say = (day: string) => sayDay(day, today, locale);
  if (approval === "extension" && ask?.extension) {
    const { by, at, wantedDay } = ask.extension;
    const asked = { by, at: sayInstant(at, today, locale), from: say(task.dueDay), to: say(wantedDay) };
    return t("approval.why.extension", asked);
  }
  if (approval === "halt" && ask?.halt) {
    const { by, at, step, untilDay } = ask.halt;
    const asked = { by, at: sayInstant(at, today, locale), day: untilDay ? say(untilDay) : "" };
    return t(`approval.why.halt.${step}`, asked);
  }
  if (approval === "suspensionOver")
    return t("approval.why.suspensionOver", { day: say(task.suspendedUntil ?? today) });
  const days = daysBetween(task.statusSince, today);
  return t("approval.why.closing", { day: say(task.statusSince), days });
}
