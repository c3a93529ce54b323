"use client";

import { useOffice } from "@/components/data/office";
import { useBoard } from "@/components/data/use-board";
import { SignedOutNote } from "@/components/tasks/signed-out-note";
import { Button } from "@/components/ui/button";
import { Chip, Chips } from "@/components/ui/chip";
import { Dialog } from "@/components/ui/dialog";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextArea } from "@/components/ui/text-area";
import type { BoardTask } from "@/lib/board/rules";
import { sayDay } from "@/lib/calendar/rules";
import { useLocale, useWords } from "@/lib/words-client";
import { InstructFields } from "./instruct-fields";
import { type InstructForm, useInstruct } from "./use-instruct";

/** `task` null: a matter of its own, which becomes a task. */
type Props = { task: BoardTask | null; onClose: () => void; onDone?: () => void };

/** A leader's words on a task; one button sends them as a note, the other makes them a task. */
export function InstructDialog({ task, onClose, onDone }: Props) {
  const t = useWords("supervision");
  const { phrases } = useOffice();
  const done = () => {
    onDone?.();
    onClose();
  };
  const form = useInstruct({ task, onDone: done });
  const { draft, set, errors } = form;
  const send = () => form.send(task ? "note" : "task");
  return (
    <Dialog
      footer={<Footer form={form} onClose={onClose} task={task} />}
      onClose={onClose}
      open
      title={
        task ? t("instruction.title", { code: task.code, title: task.title }) : t("instruction.titleNew")
      }
    >
      <div className="space-y-4">
        <ErrorSummary errors={errors} />
        <SignedOutNote problem={form.problem} />
        {task && phrases.length > 0 ? (
          <Chips label={t("instruction.phrases")}>
            {phrases.map((phrase) => (
              <Chip key={phrase} onToggle={() => set({ text: phrase })} selected={draft.text === phrase}>
                {phrase}
              </Chip>
            ))}
          </Chips>
        ) : null}
        <TextArea
          data-autofocus
          error={errors.find(({ field }) => field === "text")?.message ?? null}
          label={t("instruction.text")}
          maxLength={500}
          name="text"
          onChange={(event) => set({ text: event.target.value })}
          onSubmit={send}
          rows={3}
          value={draft.text}
        />
        <InstructFields form={form} open={task === null} />
        <Preview form={form} />
      </div>
    </Dialog>
  );
}

type FooterProps = { form: InstructForm; task: BoardTask | null; onClose: () => void };

function Footer({ form, task, onClose }: FooterProps) {
  const [t, ui] = [useWords("supervision"), useWords("ui")];
  return (
    <>
      <Button onClick={onClose}>{ui("cancel")}</Button>
      <Button busy={form.pending} onClick={() => form.send("task")} variant={task ? "plain" : "primary"}>
        {t("instruction.asTask")}
      </Button>
      {task ? (
        <Button busy={form.pending} onClick={() => form.send("note")} variant="primary">
          {t("instruction.asNote")}
        </Button>
      ) : null}
    </>
  );
}

/** Whose it would be as a task, and until when. */
function Preview({ form }: { form: InstructForm }) {
  const t = useWords("supervision");
  const locale = useLocale();
  const board = useBoard();
  const { today } = useOffice();
  const post = board?.posts.get(form.draft.toPostId ?? 0);
  if (!post) return null;
  const day = sayDay(form.due, today, locale);
  return (
    <p className="text-muted text-small">
      {t("instruction.preview", { to: post.holders || post.name, day })}
    </p>
  );
}
