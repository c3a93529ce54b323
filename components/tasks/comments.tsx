"use client";

import { useState } from "react";
import { useDraft } from "@/components/check-ins/use-draft";
import { CommandProblem } from "@/components/data/command-problem";
import { useOffice } from "@/components/data/office";
import { useCommand } from "@/components/data/use-command";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextArea } from "@/components/ui/text-area";
import { notify } from "@/components/ui/toast-queue";
import { mayOnTask } from "@/lib/auth/permissions";
import type { BoardTask } from "@/lib/board/rules";
import type { Comment } from "@/lib/tasks/detail";
import { useLocale, useWords } from "@/lib/words-client";
import { sayInstant } from "./say";

type Props = { task: BoardTask; comments: readonly Comment[]; onChanged: () => void };

/** What is said beside the task, the oldest first, and a place to say more. */
export function Comments({ task, comments, onChanged }: Props) {
  const t = useWords("tasks");
  const { actor } = useOffice();
  const [leaving, setLeaving] = useState<Comment | null>(null);
  const mayAny = mayOnTask(actor, "comment.withdrawAny", task);
  return (
    <div className="space-y-4">
      {comments.length === 0 ? <p className="text-muted text-ui">{t("comments.empty")}</p> : null}
      <ol className="space-y-3">
        {comments.map((comment) => (
          <li key={comment.id}>
            <Said comment={comment} onWithdraw={comment.mine || mayAny ? () => setLeaving(comment) : null} />
          </li>
        ))}
      </ol>
      {mayOnTask(actor, "comment.add", task) ? <Write onSaid={onChanged} task={task} /> : null}
      {leaving ? (
        <Withdraw comment={leaving} onClose={() => setLeaving(null)} onWithdrawn={onChanged} />
      ) : null}
    </div>
  );
}

function Said({ comment, onWithdraw }: { comment: Comment; onWithdraw: (() => void) | null }) {
  const t = useWords("tasks");
  const locale = useLocale();
  const { today } = useOffice();
  const { author, at, text, withdrawn } = comment;
  if (withdrawn) return <p className="text-muted text-small">{t("comments.withdrawn", { author })}</p>;
  return (
    <article className="text-ui">
      <header className="flex flex-wrap items-baseline gap-x-3">
        <span className="font-semibold">{author}</span>
        <time className="tabular text-muted text-small" dateTime={at}>
          {sayInstant(at, today, locale)}
        </time>
        {onWithdraw ? (
          <Button
            aria-label={t("comments.withdrawOf", { author })}
            className="ml-auto print:hidden"
            onClick={onWithdraw}
            size="sm"
            variant="quiet"
          >
            {t("comments.withdraw")}
          </Button>
        ) : null}
      </header>
      <p className="measure whitespace-pre-wrap">{text}</p>
    </article>
  );
}

function Write({ task, onSaid }: { task: BoardTask; onSaid: () => void }) {
  const t = useWords("tasks");
  const { run, pending } = useCommand("comment.add");
  const draft = useDraft<string>(`comment-${task.id}`, { secret: task.label === "sensitive" });
  const [text, setText] = useState(draft.found?.value ?? "");
  const write = (next: string) => {
    setText(next);
    draft.save(next === "" ? null : next);
  };
  const send = async () => {
    if (pending || text.trim() === "") return;
    try {
      await run({ taskId: task.id, text });
      write("");
      onSaid();
    } catch (error) {
      if (!(error instanceof CommandProblem)) throw error;
    }
  };
  return (
    <div className="measure space-y-2 print:hidden">
      <TextArea
        hint={t("comments.hint")}
        label={t("comments.write")}
        maxLength={4000}
        name="comment"
        onChange={(event) => write(event.target.value)}
        onSubmit={() => void send()}
        rows={2}
        value={text}
      />
      <Button busy={pending} onClick={() => void send()}>
        {t("comments.send")}
      </Button>
    </div>
  );
}

type WithdrawProps = { comment: Comment; onClose: () => void; onWithdrawn: () => void };

function Withdraw({ comment, onClose, onWithdrawn }: WithdrawProps) {
  const [t, ui] = [useWords("tasks"), useWords("ui")];
  const { run, pending } = useCommand("comment.withdraw");
  const withdraw = async () => {
    try {
      await run({ commentId: comment.id });
      notify({ text: t("done.withdraw"), tone: "success" });
      onWithdrawn();
      onClose();
    } catch (error) {
      if (!(error instanceof CommandProblem)) throw error;
    }
  };
  return (
    <Dialog
      description={t("comments.withdrawWhy")}
      footer={
        <>
          <Button onClick={onClose}>{ui("cancel")}</Button>
          <Button busy={pending} onClick={() => void withdraw()} variant="danger">
            {t("comments.withdraw")}
          </Button>
        </>
      }
      onClose={onClose}
      open
      size="sm"
      title={t("comments.withdrawTitle")}
    >
      <blockquote className="border-line border-l-2 pl-3 text-ui">{comment.text}</blockquote>
    </Dialog>
  );
}
