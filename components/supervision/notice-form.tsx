"use client";

import { useState } from "react";
import { useOffice } from "@/components/data/office";
import { DayInput } from "@/components/ui/day-input";
import { TextArea } from "@/components/ui/text-area";
import type { BoardTask } from "@/lib/board/rules";
import { type Day, sayDay } from "@/lib/calendar/rules";
import { lightOf } from "@/lib/lights/rules";
import { sayLight } from "@/lib/lights/say-light";
import { daysLapsed, levelAfter, numberOf, usualReplyDay } from "@/lib/supervision/notice-rules";
import type { Notice } from "@/lib/supervision/queries";
import { useLocale, useWords } from "@/lib/words-client";
import { FormDialog } from "./form-dialog";
import { useAct } from "./use-act";

type Props = {
  task: BoardTask;
  /** The notice that failed; without it the first rung is issued. */
  after?: Notice | null;
  onClose: () => void;
  onDone: () => void;
};
type Draft = { reason: string; demand: string; replyDay: Day | null };

/** A notice, prepared from what is known; nothing is issued before somebody says so. */
export function NoticeForm({ task, after = null, onClose, onDone }: Props) {
  const [t, refusals] = [useWords("supervision"), useWords("refusals")];
  const { today } = useOffice();
  const level = after ? (levelAfter(after.level) ?? "red") : "blue";
  const [draft, setDraft] = useState(useDraft(task, after));
  const [tried, setTried] = useState(false);
  const { act, pending, problem } = useAct<{ year: number; number: number }>("notice.issue");
  const set = (patch: Partial<Draft>) => setDraft({ ...draft, ...patch });
  const missing = (field: "reason" | "demand" | "replyDay") => {
    if (!tried) return null;
    if (field === "replyDay" && draft.replyDay !== null && draft.replyDay <= today)
      return refusals("replyDayNotAhead");
    return draft[field]?.trim() ? null : t("notice.missing", { field: t(`notice.${field}`) });
  };
  const submit = async () => {
    setTried(true);
    if (!draft.reason.trim() || !draft.demand.trim() || !draft.replyDay || draft.replyDay <= today) return;
    const input = { taskId: task.id, level, ...draft, afterId: after?.id ?? null };
    if (!(await act(input, (made) => t("notice.issued", { name: numberOf(made) })))) return;
    onDone();
    onClose();
  };
  const errors = (["reason", "demand", "replyDay"] as const).flatMap((field) => {
    const message = missing(field);
    return message ? [{ field, message }] : [];
  });
  return (
    <FormDialog
      {...{ errors, onClose, pending, problem }}
      onSubmit={() => void submit()}
      tells={t("notice.issueTells")}
      title={t("notice.issueTitle", {
        level: t(`notice.level.${level}`),
        code: task.code,
        title: task.title,
      })}
      verb={t("notice.issue")}
    >
      {(["reason", "demand"] as const).map((field) => (
        <TextArea
          error={missing(field)}
          key={field}
          label={t(`notice.${field}`)}
          maxLength={1000}
          name={field}
          onChange={(event) => set({ [field]: event.target.value })}
          onSubmit={() => void submit()}
          value={draft[field]}
        />
      ))}
      <DayInput
        error={missing("replyDay")}
        hint={t("notice.replyDayHint")}
        label={t("notice.replyDay")}
        name="replyDay"
        onChange={(replyDay) => set({ replyDay })}
        today={today}
        value={draft.replyDay}
      />
    </FormDialog>
  );
}

/** Why, what and by when, as far as they are known beforehand. */
function useDraft(task: BoardTask, after: Notice | null): Draft {
  const [t, lights] = [useWords("supervision"), useWords("lights")];
  const locale = useLocale();
  const { today, setting } = useOffice();
  const replyDay = usualReplyDay(today, setting.calendar);
  const why = sayLight(lightOf(task, setting), lights, locale, today);
  const because = t("notice.draftReason", { title: task.title, why });
  if (!after) return { reason: because, demand: t("notice.draftDemand"), replyDay };
  const days = daysLapsed(after, today);
  const failed = t(days > 0 ? "notice.draftLapsed" : "notice.draftRefused", {
    ...{ name: numberOf(after), days, day: sayDay(after.replyDay, today, locale) },
  });
  return { reason: `${failed}${because}`, demand: after.demand || t("notice.draftDemand"), replyDay };
}
