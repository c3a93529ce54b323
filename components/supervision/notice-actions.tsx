"use client";

import { useState } from "react";
import { useOffice } from "@/components/data/office";
import { Button } from "@/components/ui/button";
import { mayOnTask } from "@/lib/auth/permissions";
import type { BoardTask } from "@/lib/board/rules";
import {
  hasFailed,
  isRunning,
  levelAfter,
  type NoticeRefusal,
  numberOf,
  refusalOfReceiving,
  refusalOfReplying,
  refusalOfSettling,
} from "@/lib/supervision/notice-rules";
import type { Notice } from "@/lib/supervision/queries";
import { useWords } from "@/lib/words-client";
import { NoticeForm } from "./notice-form";
import { NoticeReply } from "./notice-reply";
import { NoticeWithdraw } from "./notice-withdraw";
import { useAct } from "./use-act";

type Props = {
  notice: Notice;
  task: BoardTask;
  onChanged: () => void;
  /** Beside a list only what is next; on the notice's own page everything. */
  all?: boolean;
};
type Asked = "reply" | "withdraw" | "escalate" | null;

/** What can be done with a notice: its receipt and reply, and its settlement, escalation or withdrawal. */
export function NoticeActions({ notice, task, onChanged, all = false }: Props) {
  const { actor } = useOffice();
  const [asked, setAsked] = useState<Asked>(null);
  if (!isRunning(notice)) return null;
  const common = { notice, onClose: () => setAsked(null), onDone: onChanged };
  return (
    <>
      {mayOnTask(actor, "notice.reply", task) ? (
        <OwnersPart {...{ notice, task, onChanged }} onReply={() => setAsked("reply")} />
      ) : null}
      {mayOnTask(actor, "notice.settle", task) ? (
        <OfficesPart {...{ all, notice, task, onChanged }} onAsk={setAsked} />
      ) : null}
      {asked === "reply" ? <NoticeReply {...common} /> : null}
      {asked === "withdraw" ? <NoticeWithdraw {...common} /> : null}
      {asked === "escalate" ? (
        <NoticeForm after={notice} onClose={common.onClose} onDone={onChanged} task={task} />
      ) : null}
    </>
  );
}

type Part = { notice: Notice; task: BoardTask; onChanged: () => void };

function OwnersPart({ notice, task, onChanged, onReply }: Part & { onReply: () => void }) {
  const t = useWords("supervision");
  const { act, pending } = useAct("notice.receive");
  const name = numberOf(notice);
  const receive = async () => {
    await act({ noticeId: notice.id, version: notice.version }, () => t("notice.received"));
    onChanged();
  };
  if (refusalOfReplying(task, notice) !== null) return null;
  const waits = refusalOfReceiving(notice) === null;
  return (
    <>
      {waits ? (
        <Button
          aria-label={t("act.on", { act: t("notice.receive"), name })}
          busy={pending}
          onClick={() => void receive()}
          size="sm"
          variant="primary"
        >
          {t("notice.receive")}
        </Button>
      ) : null}
      <Button
        aria-label={t("act.on", { act: t("notice.answer"), name })}
        onClick={onReply}
        size="sm"
        variant={waits ? "plain" : "primary"}
      >
        {t("notice.answer")}
      </Button>
    </>
  );
}

function OfficesPart({
  notice,
  task,
  onChanged,
  onAsk,
  all,
}: Part & { onAsk: (asked: Asked) => void; all: boolean }) {
  const [t, refusals] = [useWords("supervision"), useWords("refusals")];
  const { today } = useOffice();
  const { act, pending } = useAct("notice.settle");
  const name = numberOf(notice);
  const settle = async () => {
    await act({ noticeId: notice.id, version: notice.version }, () => t("notice.settled", { name }));
    onChanged();
  };
  const unsettled: NoticeRefusal | null = refusalOfSettling(task, notice);
  const next = levelAfter(notice.level);
  const escalate = next ? t("notice.escalateTo", { level: t(`notice.level.${next}`) }) : "";
  const open = task.status === "assigned" || task.status === "inProgress";
  const escalates = next !== null && open && hasFailed(notice, today);
  return (
    <>
      {all || unsettled === null ? (
        <Button
          aria-label={t("act.on", { act: t("notice.settle"), name })}
          busy={pending}
          onClick={() => void settle()}
          reason={unsettled === null ? null : refusals(unsettled)}
          size="sm"
          variant={unsettled === null ? "primary" : "plain"}
        >
          {t("notice.settle")}
        </Button>
      ) : null}
      {next && open && (all || escalates) ? (
        <Button
          aria-label={t("act.on", { act: escalate, name })}
          onClick={() => onAsk("escalate")}
          reason={escalates ? null : refusals("noticeNotFailed")}
          size="sm"
          variant={escalates && unsettled !== null ? "primary" : "plain"}
        >
          {escalate}
        </Button>
      ) : null}
      {all ? (
        <Button onClick={() => onAsk("withdraw")} size="sm" variant="quiet">
          {t("notice.withdraw")}
        </Button>
      ) : null}
    </>
  );
}
