"use client";

import { lazy, Suspense, useState } from "react";
import { useOffice } from "@/components/data/office";
import { useBoard } from "@/components/data/use-board";
import { Button } from "@/components/ui/button";
import { mayOnTask } from "@/lib/auth/permissions";
import type { BoardTask } from "@/lib/board/rules";
import { refusalOfAsking } from "@/lib/supervision/extension-rules";
import { refusalOfAskingHalt } from "@/lib/supervision/halt-rules";
import { isRunning } from "@/lib/supervision/notice-rules";
import type { TaskSupervision } from "@/lib/supervision/queries";
import { hoursToWait, refusalOfUrging } from "@/lib/supervision/urge-rules";
import { useWords } from "@/lib/words-client";
import { hearingOn } from "./hearings";
import { lastUrgeAt, useUrge } from "./use-act";
import { useNow } from "./use-now";

const UrgeDialog = lazy(() => import("./urge-dialog").then((part) => ({ default: part.UrgeDialog })));
const NoticeForm = lazy(() => import("./notice-form").then((part) => ({ default: part.NoticeForm })));
const HaltAsk = lazy(() => import("./halt-ask").then((part) => ({ default: part.HaltAsk })));
const ExtensionAsk = lazy(() => import("./extension-ask").then((part) => ({ default: part.ExtensionAsk })));

const InstructDialog = lazy(() =>
  import("@/components/instructions/instruct-dialog").then((part) => ({ default: part.InstructDialog })),
);

type Props = { task: BoardTask; supervision: TaskSupervision; onChanged: () => void };
type Asked = "instruction" | "urge" | "notice" | "extension" | "halt" | null;

/** Urging, noticing and asking for a later day; what cannot be done now says why. */
export function TaskSupervisionActions({ task, supervision, onChanged }: Props) {
  const [t, refusals] = [useWords("supervision"), useWords("refusals")];
  const { actor, today } = useOffice();
  const [asked, setAsked] = useState<Asked>(null);
  const may = (action: "instruction.give" | "urge.send" | "notice.issue" | "extension.ask" | "halt.ask") =>
    mayOnTask(actor, action, task);
  const close = { onClose: () => setAsked(null), onDone: onChanged };
  const open = supervision.extensions.some(({ status }) => status === "asked");
  const late = refusalOfAsking(task, { wantedDay: null, open, today });
  const step = task.status === "suspended" ? ("terminate" as const) : ("suspend" as const);
  const halting = supervision.halts.some(({ status }) => status === "asked");
  // A day that is missing is asked for in the dialog.
  const halted = refusalOfAskingHalt(task, { step, untilDay: "9999-12-31" }, { open: halting, today });
  const issued = whyNoNotice(task, supervision);
  const say = (code: string | null) => (code === null ? null : refusals(code));
  return (
    <fieldset aria-label={t("section")} className="flex flex-wrap gap-2 print:hidden">
      {may("instruction.give") ? (
        <Button onClick={() => setAsked("instruction")} size="sm">
          {t("act.instruct")}
        </Button>
      ) : null}
      {may("urge.send") ? (
        <UrgeButtons
          onAsk={() => setAsked("urge")}
          onChanged={onChanged}
          supervision={supervision}
          task={task}
        />
      ) : null}
      {may("notice.issue") ? (
        <Button onClick={() => setAsked("notice")} reason={say(issued)} size="sm">
          {t("act.notice")}
        </Button>
      ) : null}
      {may("extension.ask") ? (
        <Button onClick={() => setAsked("extension")} reason={say(late)} size="sm">
          {t("act.extend")}
        </Button>
      ) : null}
      {may("halt.ask") ? (
        <Button onClick={() => setAsked("halt")} reason={say(halted)} size="sm">
          {t("act.halt")}
        </Button>
      ) : null}
      <Suspense>
        {asked === "halt" ? <HaltAsk task={task} {...close} /> : null}
        {asked === "instruction" ? <InstructDialog task={task} {...close} /> : null}
        {asked === "urge" ? <UrgeDialog tasks={[task]} {...close} /> : null}
        {asked === "notice" ? <NoticeForm task={task} {...close} /> : null}
        {asked === "extension" ? <ExtensionAsk task={task} {...close} /> : null}
      </Suspense>
    </fieldset>
  );
}

function whyNoNotice(task: BoardTask, { notices }: TaskSupervision): string | null {
  if (task.status !== "assigned" && task.status !== "inProgress") return "noticeNotOpen";
  if (task.ownerPostId === null) return "noticeNobody";
  return notices.some(isRunning) ? "noticeRunning" : null;
}

/** One click, or a click and words. */
function UrgeButtons({ task, supervision, onChanged, onAsk }: Props & { onAsk: () => void }) {
  const [t, refusals] = [useWords("supervision"), useWords("refusals")];
  const { send, pending } = useUrge();
  const now = useNow();
  const last = lastUrgeAt(supervision.urges, task.id);
  const board = useBoard();
  const hearing = board ? hearingOn(board, task) : "owner";
  const refusal = refusalOfUrging(task, last, now, hearing);
  const by = supervision.urges.find(({ taskId }) => taskId === task.id)?.author ?? "";
  const reason = refusal && refusals(refusal, { by, hours: hoursToWait(last, now) ?? 0 });
  const urge = async () => {
    if (await send(task)) onChanged();
  };
  return (
    <>
      <Button busy={pending} onClick={() => void urge()} reason={reason} size="sm">
        {t("act.urge")}
      </Button>
      {reason === null ? (
        <Button onClick={onAsk} size="sm" variant="quiet">
          {t("act.urgeWords")}
        </Button>
      ) : null}
    </>
  );
}
