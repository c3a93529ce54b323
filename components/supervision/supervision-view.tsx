"use client";

import { useRouter, useSearchParams } from "next/navigation";
import { useId, useMemo, useState } from "react";
import { useOffice } from "@/components/data/office";
import { useBoard } from "@/components/data/use-board";
import { useFreshTexts } from "@/components/data/use-fresh-texts";
import { InstructionList, isOpen } from "@/components/instructions/instruction-list";
import { type Samplings, SamplingsTab } from "@/components/samplings/samplings-tab";
import { Skeleton } from "@/components/ui/skeleton";
import { TabPanel, Tabs } from "@/components/ui/tabs";
import { type Actor, mayOnTask } from "@/lib/auth/permissions";
import type { BoardTask } from "@/lib/board/rules";
import { concerns, isAskedToGrant, isToBeJudged, owesAnswer, owesReply } from "@/lib/supervision/desk-rules";
import { needyOf } from "@/lib/supervision/need-rules";
import { isRunning } from "@/lib/supervision/notice-rules";
import type { OfficeSupervision } from "@/lib/supervision/queries";
import { isUrgeOpen } from "@/lib/supervision/urge-rules";
import { useWords } from "@/lib/words-client";
import { ExtensionList, HaltList, NoticeList, UrgeList } from "./letter-lists";
import { NeedsList } from "./needs-list";

const TABS = ["needs", "urges", "notices", "extensions", "instructions", "samples"] as const;
type Tab = (typeof TABS)[number];

type Props = {
  told: OfficeSupervision;
  /** Random samples; null for those who do not look at them. */
  checks: Samplings | null;
};

/** Supervision in one place: what needs it, and all urges, notices, requests, instructions and samples that concern this person. */
export function SupervisionView({ told, checks }: Props) {
  const t = useWords("supervision");
  const group = useId();
  const router = useRouter();
  const board = useBoard();
  const { actor, today } = useOffice();
  useFreshTexts(board?.tasks ?? null);
  const needy = useMemo(() => {
    const own = board?.tasks.filter((task) => mayOnTask(actor, "urge.send", task) && concerns(actor, task));
    return board && own ? needyOf(own, board.setting) : [];
  }, [board, actor]);
  const kept = useMemo(() => new Map(told.tasks.map((task) => [task.id, task])), [told]);
  const taskOf = (id: number) => board?.byId.get(id) ?? kept.get(id);
  const open = openIn(told, taskOf, today);
  const watches = board?.tasks.some((task) => mayOnTask(actor, "urge.send", task) && concerns(actor, task));
  const shut = { needs: !watches, samples: checks === null } as Partial<Record<Tab, boolean>>;
  const tabs = TABS.filter((key) => !shut[key]);
  const asked = useSearchParams().get("tab");
  const [chosen, choose] = useState<Tab | null>(tabs.find((key) => key === asked) ?? null);
  if (!board) return <Skeleton className="h-12" lines={6} />;
  const tab = chosen ?? firstFor(actor, told, taskOf, today) ?? tabs[0] ?? "urges";
  const lists = { taskOf, onChanged: router.refresh };
  const counts: Partial<Record<Tab, number>> = { needs: needy.length, ...open };
  return (
    <>
      <Tabs
        group={group}
        label={t("tab.label")}
        onChange={choose}
        tabs={tabs.map((key) => ({ key, label: t(`tab.${key}`), count: counts[key] }))}
        value={tab}
      />
      <TabPanel group={group} value={tab}>
        {tab === "needs" ? (
          <NeedsList board={board} needy={needy} onChanged={router.refresh} urges={told.urges} />
        ) : null}
        {tab === "urges" ? <UrgeList all={told.urges} {...lists} /> : null}
        {tab === "notices" ? <NoticeList all={told.notices} {...lists} /> : null}
        {tab === "instructions" ? <InstructionList all={told.instructions} {...lists} /> : null}
        {tab === "samples" && checks ? <SamplingsTab {...checks} onChanged={router.refresh} /> : null}
        {tab === "extensions" ? (
          <>
            <HaltList all={told.halts} {...lists} />
            <ExtensionList all={told.extensions} {...lists} />
          </>
        ) : null}
      </TabPanel>
    </>
  );
}

type TaskOf = (id: number) => BoardTask | undefined;

/** How many of each still wait for somebody. */
function openIn(told: OfficeSupervision, taskOf: TaskOf, _today: string) {
  const waits = (urge: OfficeSupervision["urges"][number]) => {
    const task = taskOf(urge.taskId);
    return task !== undefined && isUrgeOpen(task, urge);
  };
  return {
    urges: told.urges.filter(waits).length,
    notices: told.notices.filter(isRunning).length,
    extensions: [...told.extensions, ...told.halts].filter(({ status }) => status === "asked").length,
    instructions: told.instructions.filter((one) => isOpen(one, taskOf)).length,
  };
}

/** Where this person's turn is; null when it is nobody's in particular. */
function firstFor(actor: Actor, told: OfficeSupervision, taskOf: TaskOf, today: string): Tab | null {
  const some = <T extends { taskId: number }>(
    list: readonly T[],
    holds: (task: BoardTask, one: T) => boolean,
  ) =>
    list.some((one) => {
      const task = taskOf(one.taskId);
      return task !== undefined && holds(task, one);
    });
  const supervises = some(told.notices, (task, notice) => {
    return mayOnTask(actor, "notice.settle", task) && isToBeJudged(task, notice, today);
  });
  // A supervisor begins with what needs supervision; everybody else with what waits for them.
  if (supervises) return null;
  if (some(told.urges, (task, urge) => owesReply(actor, task, urge))) return "urges";
  if (some(told.notices, (task, notice) => owesAnswer(actor, task, notice))) return "notices";
  const asked = some([...told.extensions, ...told.halts], (task, { status }) =>
    isAskedToGrant(actor, task, status),
  );
  return asked ? "extensions" : null;
}
