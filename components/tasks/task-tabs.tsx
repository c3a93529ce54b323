"use client";

import { useId, useState } from "react";
import { CheckInTimeline } from "@/components/check-ins/check-in-timeline";
import { useOffice } from "@/components/data/office";
import { TabPanel, Tabs } from "@/components/ui/tabs";
import type { CheckIn, DetailTask, TaskDetail } from "@/lib/tasks/detail";
import { useWords } from "@/lib/words-client";
import { Comments } from "./comments";
import { EvidenceSection } from "./evidence-section";
import { HistoryList } from "./history-list";
import { hindranceOf } from "./offers";

type Props = {
  task: DetailTask;
  detail: TaskDetail;
  onChanged: () => void;
  onCorrect: (checkIn: CheckIn) => void;
};

const TABS = ["progress", "evidence", "comments", "history"] as const;
type Tab = (typeof TABS)[number];

/** What was reported, what proves it, what was said and what happened. */
export function TaskTabs({ task, detail, onChanged, onCorrect }: Props) {
  const t = useWords("tasks");
  const { actor } = useOffice();
  const group = useId();
  const [tab, setTab] = useState<Tab>("progress");
  const counts: Partial<Record<Tab, number>> = {
    progress: detail.checkIns.filter(({ supersededById }) => supersededById === null).length,
    evidence: detail.evidence.length,
    comments: detail.comments.filter(({ withdrawn }) => !withdrawn).length,
  };
  const mayCorrect = hindranceOf("checkIn", task, actor) === null;
  return (
    <section aria-label={t("tabs")}>
      <Tabs
        group={group}
        label={t("tabs")}
        onChange={setTab}
        tabs={TABS.map((key) => ({ key, label: t(`tab.${key}`), count: counts[key] }))}
        value={tab}
      />
      <TabPanel group={group} value={tab}>
        {tab === "progress" ? (
          <CheckInTimeline
            checkIns={detail.checkIns}
            evidence={detail.evidence}
            onCorrect={mayCorrect ? onCorrect : null}
          />
        ) : null}
        {tab === "evidence" ? (
          <EvidenceSection evidence={detail.evidence} onChanged={onChanged} task={task} />
        ) : null}
        {tab === "comments" ? (
          <Comments comments={detail.comments} onChanged={onChanged} task={task} />
        ) : null}
        {tab === "history" ? <HistoryList history={detail.history} /> : null}
      </TabPanel>
    </section>
  );
}
