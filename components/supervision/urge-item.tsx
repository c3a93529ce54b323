"use client";

import { useState } from "react";
import { useOffice } from "@/components/data/office";
import { sayInstant } from "@/components/tasks/say";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { mayOnTask } from "@/lib/auth/permissions";
import type { BoardTask } from "@/lib/board/rules";
import type { Urge } from "@/lib/supervision/queries";
import { isUrgeOpen } from "@/lib/supervision/urge-rules";
import { useLocale, useWords } from "@/lib/words-client";
import { TaskLine } from "./task-line";
import { UrgeReplyDialog } from "./urge-reply-dialog";

type Props = { urge: Urge; task: BoardTask; named?: boolean; masked: boolean; onChanged: () => void };

/** One urge: who said what, whether it was read, and what came back. `named`: says which task as well. */
export function UrgeItem({ urge, task, named = false, masked, onChanged }: Props) {
  const t = useWords("supervision");
  const locale = useLocale();
  const { today, actor } = useOffice();
  const [replying, setReplying] = useState(false);
  const say = (instant: string) => sayInstant(instant, today, locale);
  const open = isUrgeOpen(task, urge);
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-1 py-2.5">
      <div className="min-w-0 flex-1 basis-64">
        {named ? <TaskLine task={task} /> : null}
        <p className="mt-0.5 flex flex-wrap items-baseline gap-x-3">
          <span className="text-muted text-small">{t("urge.by", { by: urge.author, at: say(urge.at) })}</span>
          <Receipt say={say} urge={urge} />
        </p>
        {masked ? (
          <p className="text-muted text-small">{t("hidden")}</p>
        ) : (
          <p className="measure">{urge.text}</p>
        )}
        {urge.reply !== null && urge.repliedAt ? (
          <p className="measure mt-1 border-line border-l-2 pl-2">
            <span className="text-muted text-small">
              {t("urge.replied", { by: urge.repliedBy ?? "", at: say(urge.repliedAt) })}
            </span>
            {urge.reply}
          </p>
        ) : null}
      </div>
      <div className="flex items-center gap-3">
        <Standing open={open} say={say} urge={urge} />
        {open && mayOnTask(actor, "urge.reply", task) ? (
          <Button
            aria-label={t("act.on", { act: t("urge.reply"), name: task.code })}
            onClick={() => setReplying(true)}
            size="sm"
            variant="primary"
          >
            {t("urge.reply")}
          </Button>
        ) : null}
      </div>
      {replying ? (
        <UrgeReplyDialog
          onClose={() => setReplying(false)}
          onDone={onChanged}
          task={task}
          urge={{ id: urge.id, text: urge.text, by: urge.author, at: urge.at, seen: urge.seenAt !== null }}
        />
      ) : null}
    </li>
  );
}

type Part = { urge: Urge; say: (instant: string) => string };

function Receipt({ urge, say }: Part) {
  const t = useWords("supervision");
  if (urge.seenAt === null) return <Badge>{t("urge.unseen")}</Badge>;
  return (
    <span className="text-muted text-small">
      {t("urge.seen", { by: urge.seenBy ?? "", at: say(urge.seenAt) })}
    </span>
  );
}

function Standing({ urge, open, say }: Part & { open: boolean }) {
  const t = useWords("supervision");
  if (open) return <Badge tone="yellow">{t("urge.waiting")}</Badge>;
  if (urge.reply !== null) return null;
  return (
    <span className="text-muted text-small">
      {urge.reportedAt ? t("urge.reported", { at: say(urge.reportedAt) }) : t("urge.over")}
    </span>
  );
}
