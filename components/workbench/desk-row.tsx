"use client";

import Link from "next/link";
import { useBoard } from "@/components/data/use-board";
import type { Deed } from "@/components/tasks/offers";
import { Button, LinkButton } from "@/components/ui/button";
import { Lamp } from "@/components/ui/lamp";
import type { BoardTask } from "@/lib/board/rules";
import { useWords } from "@/lib/words-client";
import type { DeskItem, Need } from "@/lib/workbench/rules";

/** What the desk does on the spot: deeds of the task, and answers to what supervision asks. */
export type DeskDeed = Deed | "reply" | "answer" | "see";

type Props = {
  item: DeskItem;
  why: string;
  /** The notice that is asked about, which is a page of its own. */
  noticeId?: number | undefined;
  onAct: (deed: DeskDeed) => void;
};

/** One task, why it is here, and the one thing to do about it. */
export function DeskRow({ item, why, noticeId, onAct }: Props) {
  const t = useWords("workbench");
  const board = useBoard();
  const { task, own, need } = item;
  const unit = board?.units.get(task.leadUnitId ?? 0)?.shortName;
  // To those who watch over tasks it matters whose it is; one's own needs no name.
  const whose = own ? null : (unit ?? t("unit"));
  return (
    <li className="flex items-center gap-x-3 py-2">
      <span className="self-start pt-0.5">
        {board ? <Lamp light={board.lightOf(task).light} size="sm" /> : null}
      </span>
      <div className="min-w-0 flex-1">
        <Link className="hover:underline" href={`/tasks/${task.id}`}>
          <span className="tabular mr-2 text-muted">{task.code}</span>
          {task.title}
        </Link>
        <p className="text-muted text-small">
          {whose ? <span className="mr-2 whitespace-nowrap">{whose}</span> : null}
          {why}
        </p>
      </div>
      <Act {...{ need, noticeId, onAct, task }} />
    </li>
  );
}

type ActProps = {
  need: Need;
  task: BoardTask;
  noticeId: number | undefined;
  onAct: (deed: DeskDeed) => void;
};

function Act({ need, task, noticeId, onAct }: ActProps) {
  const t = useWords("workbench");
  const deed = deedFor(need, task);
  if (deed === null) {
    const notice = need === "noticeToReceive" || need === "noticeToAnswer" ? noticeId : undefined;
    const act = t(notice ? "act.notice" : need === "toVerify" ? "act.verify" : "act.open");
    const href = notice ? `/supervision/notices/${notice}` : `/tasks/${task.id}`;
    return (
      <LinkButton aria-label={t("actOn", { act, code: task.code })} href={href} size="sm">
        {act}
      </LinkButton>
    );
  }
  const act = t(`act.${deed}`);
  return (
    <Button aria-label={t("actOn", { act, code: task.code })} onClick={() => onAct(deed)} size="sm">
      {act}
    </Button>
  );
}

const LOOK_FIRST: readonly Need[] = ["toVerify", "sponsoredRed", "red", "noticeToReceive", "noticeToAnswer"];

/** What is done about a need on the spot; null: look at the task or the notice first. */
function deedFor(
  need: Need,
  task: BoardTask,
): "acknowledge" | "start" | "checkIn" | "assign" | "resume" | "reply" | "answer" | "see" | null {
  if (LOOK_FIRST.includes(need)) return null;
  if (need === "urged") return "reply";
  if (need === "instructed") return "see";
  if (need === "extensionToAnswer" || need === "haltToAnswer") return "answer";
  if (need === "toAssign") return "assign";
  if (need === "suspensionOver") return "resume";
  if (task.status !== "assigned") return "checkIn";
  return need === "notAcknowledged" ? "acknowledge" : "start";
}
