"use client";

import { CommandProblem } from "@/components/data/command-problem";
import { useOffice } from "@/components/data/office";
import { useCommand } from "@/components/data/use-command";
import { ProofFiles } from "@/components/tasks/proof-files";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Icon } from "@/components/ui/icons";
import { Menu, type MenuEntry } from "@/components/ui/menu";
import { StatusMark } from "@/components/ui/status-mark";
import { mayOnTask } from "@/lib/auth/permissions";
import { daysBetween, sayDay } from "@/lib/calendar/rules";
import { sayRatio } from "@/lib/house-style";
import type { Milestone } from "@/lib/milestones/queries";
import { isLate, isOutside, refusalOfPlanning, refusalOfReopening } from "@/lib/milestones/rules";
import type { DetailTask } from "@/lib/tasks/detail";
import { useLocale, useWords } from "@/lib/words-client";
import type { MilestoneDeed } from "./milestone-section";

type Props = {
  milestone: Milestone;
  milestones: readonly Milestone[];
  task: DetailTask;
  onAsk: (deed: MilestoneDeed) => void;
  onChanged: () => void;
  /** The finger is on its way to the button. */
  onReady: () => void;
};

/** One dated step: its name and days, and one tap to say that it is done. */
export function MilestoneRow({ milestone, milestones, task, onAsk, onChanged, onReady }: Props) {
  const [t, refusals] = [useWords("proofs"), useWords("refusals")];
  const { actor, today } = useOffice();
  const done = milestone.doneOn !== null;
  const late = isLate(milestone, today);
  const mayFinish = mayOnTask(actor, "milestone.finish", task);
  const whole = milestones.reduce((sum, { weight }) => sum + weight, 0);
  return (
    <li className="flex items-start gap-x-3 py-2" data-keep>
      <span className="mt-0.5">
        <StatusMark
          iconOnly
          label={t(done ? "milestone.isDone" : late ? "milestone.isLate" : "milestone.isOpen")}
          shape={done ? "done" : late ? "overdue" : "notStarted"}
        />
      </span>
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <span className="font-semibold">{milestone.name}</span>
          <span className="tabular text-muted text-small">
            {t("weight", { share: sayRatio(milestone.weight / whole) })}
          </span>
        </p>
        <Days milestone={milestone} task={task} />
        {milestone.doneNote ? (
          <p className="measure whitespace-pre-wrap text-ui">{milestone.doneNote}</p>
        ) : null}
        <ProofFiles files={milestone.evidence} />
      </div>
      {mayFinish && !done ? (
        <Button
          className="print:hidden"
          onClick={() => onAsk("finish")}
          onPointerEnter={onReady}
          reason={task.status === "inProgress" ? null : refusals("notInProgress")}
          size="sm"
        >
          {t("milestone.finish")}
        </Button>
      ) : null}
      <MoreMenu {...{ milestone, milestones, onAsk, onChanged, task }} />
    </li>
  );
}

/** When it was due and when it was done; a day that was moved keeps the first one in sight. */
function Days({ milestone, task }: { milestone: Milestone; task: DetailTask }) {
  const t = useWords("proofs");
  const locale = useLocale();
  const { today } = useOffice();
  const { dueDay, originalDueDay, doneOn, doneBy } = milestone;
  const say = (day: string) => sayDay(day, today, locale);
  const over = daysBetween(dueDay, doneOn ?? today);
  return (
    <p className="tabular flex flex-wrap items-baseline gap-x-2 text-small">
      <span className="text-muted">{t("milestone.due", { day: say(dueDay) })}</span>
      {originalDueDay === dueDay ? null : (
        <span className="text-muted">{t("milestone.original", { day: say(originalDueDay) })}</span>
      )}
      {doneOn ? <span>{t("milestone.doneOn", { day: say(doneOn), who: doneBy ?? "" })}</span> : null}
      {over > 0 ? (
        <Badge tone={doneOn ? "yellow" : "red"}>
          {t(doneOn ? "milestone.lateBy" : "milestone.overBy", { days: over })}
        </Badge>
      ) : null}
      {isOutside(dueDay, task) ? <Badge tone="yellow">{t("milestone.outside")}</Badge> : null}
    </p>
  );
}

type MoreProps = Omit<Props, "onReady">;

function MoreMenu({ milestone, milestones, task, onAsk, onChanged }: MoreProps) {
  const [t, refusals] = [useWords("proofs"), useWords("refusals")];
  const { actor } = useOffice();
  const { run } = useCommand("milestone.reorder");
  const [mayPlan, mayFinish] = [
    mayOnTask(actor, "milestone.plan", task),
    mayOnTask(actor, "milestone.finish", task),
  ];
  const say = (code: string | null) => code && refusals(code);
  const locked = say(refusalOfPlanning(task));
  const done = milestone.doneOn !== null;
  const move = async (by: -1 | 1) => {
    const ids = milestones.map(({ id }) => id);
    const at = ids.indexOf(milestone.id);
    ids.splice(at, 1);
    ids.splice(at + by, 0, milestone.id);
    await run({ taskId: task.id, milestoneIds: ids }).catch((error: unknown) => {
      if (!(error instanceof CommandProblem)) throw error;
    });
    onChanged();
  };
  const items: MenuEntry[] = [];
  if (mayPlan) {
    items.push({ label: t("edit"), onSelect: () => onAsk("edit"), reason: locked });
    if (milestone !== milestones[0])
      items.push({ label: t("milestone.up"), onSelect: () => void move(-1), reason: locked });
    if (milestone !== milestones.at(-1))
      items.push({ label: t("milestone.down"), onSelect: () => void move(1), reason: locked });
  }
  if (mayFinish && done) {
    const reason = say(refusalOfReopening(task, milestone));
    items.push({ label: t("milestone.reopen"), onSelect: () => onAsk("reopen"), reason });
  }
  if (mayPlan) {
    const reason = locked ?? (done ? refusals("milestoneDone") : null);
    items.push({ label: t("remove"), onSelect: () => onAsk("remove"), danger: true, reason });
  }
  if (items.length === 0) return null;
  return (
    <span className="print:hidden">
      <Menu
        items={items}
        label={t("moreOf", { name: milestone.name })}
        trigger={(props) => (
          <IconButton label={t("moreOf", { name: milestone.name })} size="sm" {...props}>
            <Icon name="more" />
          </IconButton>
        )}
      />
    </span>
  );
}
