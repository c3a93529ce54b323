"use client";

import { useOffice } from "@/components/data/office";
import { BothLights } from "@/components/lights/light-line";
import { LightRules } from "@/components/lights/light-rules";
import { Badge } from "@/components/ui/badge";
import { classNames } from "@/components/ui/class-names";
import { StatusMark } from "@/components/ui/status-mark";
import { sayDay } from "@/lib/calendar/rules";
import type { DetailTask, TaskDetail } from "@/lib/tasks/detail";
import { useLocale, useWords } from "@/lib/words-client";
import { STATUS_SHAPES } from "./say";

type Props = { task: DetailTask; detail: TaskDetail; level: 1 | 2 };

/** What the task is and how it stands: number, name, status, lamp with its sentence, and what is to be reached. */
export function TaskHead({ task, detail, level }: Props) {
  const t = useWords("tasks");
  const Heading = level === 1 ? "h1" : "h2";
  const section = detail.sections.at(-1);
  return (
    <header>
      <p className={classNames("flex flex-wrap gap-x-2 text-muted text-small", level === 2 && "pr-24")}>
        <span className="tabular">{task.code}</span>
        {section ? <span>{section.title}</span> : null}
      </p>
      <Heading className="text-title">{task.title}</Heading>
      <StatusLine task={task} />
      <LightLine task={task} />
      <Whose detail={detail} task={task} />
      {task.goal ? (
        <p className="measure mt-2 whitespace-pre-line text-prose">
          <span className="sr-only">{t("goal")}</span>
          {task.goal}
        </p>
      ) : null}
    </header>
  );
}

function StatusLine({ task }: { task: DetailTask }) {
  const t = useWords("tasks");
  const locale = useLocale();
  const { today } = useOffice();
  return (
    <p className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-ui">
      <StatusMark label={t(`status.${task.status}`)} shape={STATUS_SHAPES[task.status]} />
      <span className="text-muted">{t("statusSince", { day: sayDay(task.statusSince, today, locale) })}</span>
      {task.status === "assigned" && !task.acknowledged ? (
        <Badge tone="yellow">{t("notAcknowledged")}</Badge>
      ) : null}
      {task.label === "open" ? null : <Badge>{t(`label.${task.label}`)}</Badge>}
      {task.statusReason ? <span className="measure">{task.statusReason}</span> : null}
    </p>
  );
}

/** Where the facts stand further down, the owner is told up here as well. */
function Whose({ task, detail }: { task: DetailTask; detail: TaskDetail }) {
  const t = useWords("tasks");
  const owner = detail.posts[task.ownerPostId ?? 0];
  if (!owner) return null;
  return (
    <p className="mt-1 flex gap-x-2 text-ui @4xl:hidden print:hidden">
      <span className="text-muted">{t("field.ownerPostId")}</span>
      <span>{[owner.name, owner.holders].filter(Boolean).join(" ")}</span>
    </p>
  );
}

function LightLine({ task }: { task: DetailTask }) {
  const { setting } = useOffice();
  return (
    <div className="mt-1 flex items-start gap-1 text-ui">
      <div>
        <BothLights setting={setting} task={task} />
      </div>
      <span className="-my-1 [&_button]:size-7">
        <LightRules />
      </span>
    </div>
  );
}
