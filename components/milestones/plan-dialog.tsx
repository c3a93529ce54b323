"use client";

import { useState } from "react";
import { useOffice } from "@/components/data/office";
import { ProofDialog } from "@/components/tasks/proof-dialog";
import { Button } from "@/components/ui/button";
import { DayInput } from "@/components/ui/day-input";
import { Icon } from "@/components/ui/icons";
import { Select } from "@/components/ui/select";
import { may } from "@/lib/auth/permissions";
import type { TaskProofs } from "@/lib/proofs/queries";
import type { DetailTask } from "@/lib/tasks/detail";
import { useWords } from "@/lib/words-client";
import { PlannedRow } from "./planned-row";
import { TemplatesDialog } from "./templates-dialog";
import { usePlan } from "./use-plan";

type Props = { proofs: TaskProofs; task: DetailTask; onChanged: () => void; onClose: () => void };

/** Sets milestones one by one or from a template, whose days are laid over the task's time and may still be changed. */
export function PlanDialog({ proofs, task, onChanged, onClose }: Props) {
  const t = useWords("proofs");
  const { actor, today } = useOffice();
  const plan = usePlan(proofs, task, () => {
    onChanged();
    onClose();
  });
  const [managing, setManaging] = useState(false);
  return (
    <>
      <ProofDialog
        form={plan.form}
        onClose={onClose}
        onSubmit={plan.submit}
        size="lg"
        submit={t("plan.submit", { count: plan.rows.length })}
        title={t("setMilestones")}
      >
        <div className="flex flex-wrap items-end gap-3">
          <div className="min-w-52 flex-1">
            <Select
              label={t("plan.template")}
              name="template"
              onChange={(event) => plan.choose(Number(event.target.value))}
              options={proofs.templates.map(({ id, name }) => ({ value: String(id), label: name }))}
              placeholder={t("plan.noTemplate")}
              value={plan.template ? String(plan.template.id) : ""}
            />
          </div>
          {may(actor, "template.change") ? (
            <Button onClick={() => setManaging(true)}>{t("template.manage")}</Button>
          ) : null}
        </div>
        {plan.template ? (
          <div className="grid gap-3 sm:grid-cols-2">
            <DayInput
              hint=""
              label={t("plan.from")}
              name="from"
              onChange={plan.setFrom}
              today={today}
              value={plan.from}
            />
            <DayInput
              hint={t("plan.layOutHint")}
              label={t("plan.to")}
              name="to"
              onChange={plan.setTo}
              today={today}
              value={plan.to}
            />
          </div>
        ) : null}
        <fieldset>
          <legend className="mb-1 font-semibold text-ui">{t("kind.milestones")}</legend>
          <ol className="divide-y divide-line">
            {plan.rows.map((row, at) => (
              <PlannedRow
                errors={plan.form.errors}
                key={row.key}
                number={at + 1}
                onChange={(patch) => plan.change(row.key, patch)}
                onRemove={plan.rows.length > 1 ? () => plan.remove(row.key) : null}
                row={row}
                task={task}
              />
            ))}
          </ol>
        </fieldset>
        <Button className="-ml-3" icon={<Icon name="plus" />} onClick={plan.add} variant="quiet">
          {t("plan.add")}
        </Button>
      </ProofDialog>
      {managing ? (
        <TemplatesDialog
          onChanged={onChanged}
          onClose={() => setManaging(false)}
          templates={proofs.templates}
        />
      ) : null}
    </>
  );
}
