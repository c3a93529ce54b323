"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { CommandProblem } from "@/components/data/command-problem";
import { useOffice } from "@/components/data/office";
import { useBoard } from "@/components/data/use-board";
import { runCommand } from "@/components/data/use-command";
import { useFreshTexts } from "@/components/data/use-fresh-texts";
import { Button, LinkButton } from "@/components/ui/button";
import { Icon } from "@/components/ui/icons";
import { notify } from "@/components/ui/toast-queue";
import { mayOnTask } from "@/lib/auth/permissions";
import type { NoticePaper as Paper, TaskSupervision } from "@/lib/supervision/queries";
import { useWords } from "@/lib/words-client";
import { LevelMark } from "./level-mark";
import { NoticeActions } from "./notice-actions";
import { Files, State } from "./notice-item";
import { OfficialNotice } from "./official-notice";

type Revealed = { title: string; supervision: TaskSupervision };

/** A notice as it is printed, with what can be done about it above. */
export function NoticePaper({ paper, afterName }: { paper: Paper; afterName: string | null }) {
  const [t, ui] = [useWords("supervision"), useWords("ui")];
  const router = useRouter();
  const board = useBoard();
  const { actor } = useOffice();
  const [revealed, setRevealed] = useState<Revealed | null>(null);
  useFreshTexts(board?.tasks ?? null);
  const task = board?.byId.get(paper.task.id) ?? paper.task;
  const told = revealed?.supervision.notices.find(({ id }) => id === paper.notice.id);
  // What was revealed holds for its version; a newer one is asked for again.
  const notice = told && told.version === paper.notice.version ? told : paper.notice;
  const masked = paper.masked && notice !== told;
  const reveal = async () => {
    try {
      setRevealed(await runCommand<Revealed>("supervision.reveal", { taskId: task.id }));
    } catch (error) {
      if (!(error instanceof CommandProblem)) throw error;
      notify({ text: error.title, tone: "error" });
    }
  };
  return (
    <>
      <div className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-2 print:hidden">
        <LevelMark level={notice.level} />
        <State notice={notice} />
        <Link className="inline-block py-1 text-action text-ui hover:underline" href={`/tasks/${task.id}`}>
          {t("paper.openTask")}
        </Link>
        <span className="flex flex-wrap gap-2 sm:ml-auto">
          {masked && mayOnTask(actor, "task.reveal", task) ? (
            <Button onClick={() => void reveal()} size="sm">
              {t("reveal")}
            </Button>
          ) : null}
          <NoticeActions all notice={notice} onChanged={router.refresh} task={task} />
          <LinkButton
            href={`/papers/notice?id=${notice.id}`}
            icon={<Icon name="paper" />}
            prefetch={false}
            size="sm"
          >
            {ui("takeOut")}
          </LinkButton>
          <Button icon={<Icon name="print" />} onClick={() => window.print()} size="sm">
            {t("notice.print")}
          </Button>
        </span>
      </div>
      <OfficialNotice
        {...{ afterName, masked, notice }}
        task={masked ? task : { ...task, title: revealed?.title ?? task.title }}
        to={paper.to}
      />
      <div className="mx-auto mt-4 max-w-[210mm] print:hidden">
        <Files notice={notice} />
      </div>
      <p className="mt-6 print:hidden">
        <LinkButton href="/supervision" size="sm">
          {t("paper.back")}
        </LinkButton>
      </p>
    </>
  );
}
