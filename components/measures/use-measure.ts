"use client";

import { useState } from "react";
import { useOffice } from "@/components/data/office";
import { useProofForm } from "@/components/tasks/use-proof-form";
import { readNumber } from "@/components/ui/number-rules";
import type { Measure } from "@/lib/measures/queries";
import { evenTargets, type Period, periodEnds } from "@/lib/measures/rules";
import type { DetailTask } from "@/lib/tasks/detail";
import { useWords } from "@/lib/words-client";
import { type MeasureText, readMeasure, textOf } from "./measure-text-rules";

export type MeasureForm = ReturnType<typeof useMeasure>;

/** A measure being described, and the targets of its periods. */
export function useMeasure(measure: Measure | null, task: DetailTask, onDone: () => void) {
  const [t, refusals] = [useWords("proofs"), useWords("refusals")];
  const { today } = useOffice();
  const [text, setText] = useState<MeasureText>(() => textOf(measure, Number(today.slice(0, 4)) - 1));
  const [reason, setReason] = useState("");
  const form = useProofForm(measure ? "measure.edit" : "measure.define", onDone);
  const set = (patch: Partial<MeasureText>) => setText({ ...text, ...patch });
  const submit = () => {
    const read = readMeasure(text, measure);
    if ("wrong" in read) {
      const say = (code: string) => (code === "notNumber" ? t("reading.noNumber") : refusals(code));
      return form.refuse(read.wrong.map(({ field, code }) => ({ field, message: say(code) })));
    }
    const on = measure ? { measureId: measure.id, version: measure.version, reason } : { taskId: task.id };
    return void form.send({ ...on, ...read.facts }, t("measure.saved", { name: text.name }));
  };
  const spread = (period: Period | "none") => {
    if (period === "none") return set({ targets: [] });
    // What is counted by the year is counted from its first day on.
    const first = text.aggregation === "sum" ? `${task.startDay.slice(0, 4)}-01-01` : task.startDay;
    const target = readNumber(text.target);
    const goal = {
      direction: text.direction,
      aggregation: text.source === "readings" ? text.aggregation : ("latest" as const),
      baseline: readNumber(text.baseline) ?? null,
      target: target ?? null,
    };
    const even = evenTargets(goal, first, task.dueDay, period, text.decimals);
    const blank = periodEnds(first, task.dueDay, period).map((day) => ({ day, value: "" }));
    return set({
      targets: even.length > 0 ? even.map(({ day, value }) => ({ day, value: String(value) })) : blank,
    });
  };
  return { text, set, form, submit, spread, reason, setReason };
}
