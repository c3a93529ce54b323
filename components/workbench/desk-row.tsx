"use client";

import Link from "next/link";
import { useBoard } from "@/components/data/use-board";
import type { Deed } from "@/components/tasks/offers";
import { Button, LinkButton } from "@/components/ui/button";
import { Lamp } from "@/components/ui/lamp";
import type { BoardTask } from "@/lib/board/rules";
import { useWords } from "@/lib/words-client";
import type { DeskItem, Need } from "@/lib/workbench/rules";

type Props = { item: DeskItem; why: string; onAct: (deed: Deed) => void };

/** One task, why it is here, and the one thing to do about it. */
export function DeskRow({ item, why, onAct }: Props) {
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
      <Act need={need} onAct={onAct} task={task} />
    </li>
  );
}

function Act({ need, task, onAct }: { need: Need; task: BoardTask; onAct: (deed: Deed) => void }) {
  const t = useWords("workbench");
  const deed = deedFor(need, task);
  if (deed === null) {
    const act = t(need === "toVerify" ? "act.verify" : "act.open");
    return (
      <LinkButton aria-label={t("actOn", { act, code: task.code })} href={`/tasks/${task.id}`} size="sm">
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

/** What is done about a need on the spot; null: look at the task first. */
function deedFor(
  need: Need,
  task: BoardTask,
): "acknowledge" | "start" | "checkIn" | "assign" | "resume" | null {
  if (need === "toVerify" || need === "sponsoredRed" || need === "red") return null;
  if (need === "toAssign") return "assign";
  if (need === "suspensionOver") return "resume";
  if (task.status !== "assigned") return "checkIn";
  return need === "notAcknowledged" ? "acknowledge" : "start";
}
