"use client";

import { useState } from "react";
import { useBoard } from "@/components/data/use-board";
import { SignedOutNote } from "@/components/tasks/signed-out-note";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextArea } from "@/components/ui/text-area";
import { notify } from "@/components/ui/toast-queue";
import type { BoardTask } from "@/lib/board/rules";
import { sayUrge } from "@/lib/supervision/say-urge";
import { useLocale, useWords } from "@/lib/words-client";
import { hearingOn } from "./hearings";
import { useAct } from "./use-act";

type Props = { tasks: readonly BoardTask[]; onClose: () => void; onDone?: () => void };
type Sent = { sent: number; redirected: number; skipped: { code: string }[] };

/** Urges one owner or many; shows beforehand what each will read. */
export function UrgeDialog({ tasks, onClose, onDone }: Props) {
  const [t, ui] = [useWords("supervision"), useWords("ui")];
  const [text, setText] = useState("");
  const { act, pending, problem } = useAct<Sent>("urge.sendMany");
  const board = useBoard();
  const [only] = tasks;
  const one = tasks.length === 1 && only ? only : null;
  const heard = tasks.filter((task) => !board || hearingOn(board, task) !== "nobody");
  const nobody = heard.length === 0 ? t("urge.nobody", { count: tasks.length }) : null;
  const send = async () => {
    if (nobody !== null) return;
    const input = { taskIds: tasks.map(({ id }) => id), text: text.trim() };
    const done = await act(input, ({ sent, redirected }) =>
      t(redirected > 0 ? "urge.sentSome" : "urge.sentMany", { count: sent, redirected }),
    );
    if (!done) return;
    const vacant = done.skipped.filter(({ code }) => code === "urgeVacant").length;
    const others = done.skipped.length - vacant;
    if (vacant > 0) notify({ text: t("urge.nobody", { count: vacant }) });
    if (others > 0) notify({ text: t("urge.skipped", { count: others }) });
    onDone?.();
    onClose();
  };
  return (
    <Dialog
      footer={
        <>
          <Button onClick={onClose}>{ui("cancel")}</Button>
          <Button busy={pending} onClick={() => void send()} reason={nobody} variant="primary">
            {one ? t("urge.send") : t("urge.sendMany", { count: heard.length })}
          </Button>
        </>
      }
      onClose={onClose}
      open
      title={
        one
          ? t("urge.title", { code: one.code, title: one.title })
          : t("urge.titleMany", { count: tasks.length })
      }
    >
      <div className="space-y-4">
        <SignedOutNote problem={problem} />
        {heard.length < tasks.length ? (
          <Banner tone="warning">{t("urge.nobody", { count: tasks.length - heard.length })}</Banner>
        ) : null}
        <TextArea
          data-autofocus
          hint={t("urge.wordsHint")}
          label={t("urge.words")}
          maxLength={200}
          name="text"
          onChange={(event) => setText(event.target.value)}
          onSubmit={() => void send()}
          optional
          rows={2}
          value={text}
        />
        <Preview tasks={tasks} text={text.trim()} />
      </div>
    </Dialog>
  );
}

function Preview({ tasks, text }: { tasks: readonly BoardTask[]; text: string }) {
  const [t, lights] = [useWords("supervision"), useWords("lights")];
  const locale = useLocale();
  const board = useBoard();
  if (!board) return null;
  const words = { supervision: t, lights, locale, today: board.setting.today };
  return (
    <section aria-label={t("urge.preview")}>
      <h3 className="font-semibold text-ui">{t("urge.preview")}</h3>
      <ul className="max-h-60 divide-y divide-line overflow-y-auto">
        {tasks.map((task) => (
          <li className="py-1.5" key={task.id}>
            <span className="tabular mr-2 text-muted">{task.code}</span>
            {hearingOn(board, task) === "nobody" ? (
              <span className="text-muted">{t("urge.nobodyHere")}</span>
            ) : (
              text || sayUrge(board.lightOf(task), words)
            )}
            {hearingOn(board, task) === "unitHead" ? (
              <span className="block text-muted text-small">{t("urge.toHead")}</span>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
