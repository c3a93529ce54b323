"use client";

import { useState } from "react";
import { useOffice } from "@/components/data/office";
import { type FormError, useProofForm } from "@/components/tasks/use-proof-form";
import { readNumber } from "@/components/ui/number-rules";
import { laterOf, sayDay } from "@/lib/calendar/rules";
import type { Template } from "@/lib/milestones/queries";
import { layOut, refusalOfDay } from "@/lib/milestones/rules";
import type { TaskProofs } from "@/lib/proofs/queries";
import type { DetailTask } from "@/lib/tasks/detail";
import { useLocale, useWords } from "@/lib/words-client";

export type PlannedText = { key: number; name: string; dueDay: string | null; weight: string };

let keys = 0;
const blank = (): PlannedText => ({ key: ++keys, name: "", dueDay: null, weight: "1" });

/** Milestones that are being planned: typed, or laid out from a template between two days. */
export function usePlan(proofs: TaskProofs, task: DetailTask, onDone: () => void) {
  const t = useWords("proofs");
  const { today, setting } = useOffice();
  const { calendar } = setting;
  const [template, setTemplate] = useState<Template | null>(null);
  // What is planned anew begins today, not in the past.
  const begin = laterOf(task.startDay, today > task.dueDay ? task.startDay : today);
  const [from, setFrom] = useState<string | null>(begin);
  const [to, setTo] = useState<string | null>(task.dueDay);
  const [rows, setRows] = useState<PlannedText[]>(() => [blank()]);
  const form = useProofForm("milestone.add", onDone);
  const check = useCheck(proofs, task);
  const relay = (next: Template | null, first: string | null, last: string | null) => {
    if (!next || !first || !last || first > last) return;
    const steps = layOut(next.steps, first, last, calendar);
    setRows(steps.map(({ name, dueDay, weight }) => ({ key: ++keys, name, dueDay, weight: String(weight) })));
  };
  const choose = (id: number) => {
    const next = proofs.templates.find((one) => one.id === id) ?? null;
    setTemplate(next);
    if (next) relay(next, from, to);
    else setRows([blank()]);
  };
  const submit = () => {
    const errors = check(rows);
    if (errors.length > 0) return form.refuse(errors);
    const milestones = rows.map(({ name, dueDay, weight }) => ({ name, dueDay, weight: readNumber(weight) }));
    const said = { taskId: task.id, templateId: template?.id ?? null, milestones };
    return void form.send(said, t("plan.saved", { count: milestones.length }));
  };
  return {
    ...{ template, choose, from, to, rows, form, submit },
    setFrom: (day: string | null) => {
      setFrom(day);
      relay(template, day, to);
    },
    setTo: (day: string | null) => {
      setTo(day);
      relay(template, from, day);
    },
    add: () => setRows([...rows, blank()]),
    remove: (key: number) => setRows(rows.filter((row) => row.key !== key)),
    change: (key: number, patch: Partial<PlannedText>) =>
      setRows(rows.map((row) => (row.key === key ? { ...row, ...patch } : row))),
  };
}

/** What is wrong with the rows, each by the name of its field. */
function useCheck(proofs: TaskProofs, task: DetailTask) {
  const [t, refusals] = [useWords("proofs"), useWords("refusals")];
  const locale = useLocale();
  const { today } = useOffice();
  const say = (day: string) => sayDay(day, today, locale);
  return (rows: readonly PlannedText[]): FormError[] => {
    const taken = new Set(proofs.milestones.map(({ name }) => name));
    return rows.flatMap(({ key, name, dueDay, weight }) => {
      const errors: FormError[] = [];
      const own = name.trim();
      if (own === "") errors.push({ field: `name${key}`, message: refusals("input.required") });
      if (taken.has(own))
        errors.push({ field: `name${key}`, message: refusals("milestoneTwice", { name: own }) });
      taken.add(own);
      const span = { start: say(task.startDay), due: say(task.dueDay) };
      const outside = dueDay && refusalOfDay(dueDay, task);
      if (!dueDay) errors.push({ field: `due${key}`, message: refusals("impossibleDay") });
      if (outside) errors.push({ field: `due${key}`, message: refusals(outside, span) });
      if (!(Number(readNumber(weight)) > 0))
        errors.push({ field: `weight${key}`, message: t("weightWrong") });
      return errors;
    });
  };
}
