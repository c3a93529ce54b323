"use client";

import { ProofDialog } from "@/components/tasks/proof-dialog";
import { errorOf } from "@/components/tasks/use-proof-form";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import type { Measure } from "@/lib/measures/queries";
import { AGGREGATIONS, DIRECTIONS } from "@/lib/measures/rules";
import type { TaskProofs } from "@/lib/proofs/queries";
import type { DetailTask } from "@/lib/tasks/detail";
import { useWords } from "@/lib/words-client";
import { MeasureSource } from "./measure-source";
import { MeasureTargets } from "./measure-targets";
import { type MeasureForm, useMeasure } from "./use-measure";

type Props = {
  /** Left out for a new one. */
  measure?: Measure;
  proofs: TaskProofs;
  task: DetailTask;
  onChanged: () => void;
  onClose: () => void;
};

/** What a measure is: its goal, where its value comes from, and where it should be when. */
export function MeasureDialog({ measure, proofs, task, onChanged, onClose }: Props) {
  const t = useWords("proofs");
  const form = useMeasure(measure ?? null, task, () => {
    onChanged();
    onClose();
  });
  const { text, set } = form;
  const zero = text.direction === "zero";
  return (
    <ProofDialog
      form={form.form}
      onClose={onClose}
      onSubmit={form.submit}
      size="lg"
      submit={t("save")}
      title={t(measure ? "measure.editTitle" : "setMeasure")}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <Text field="name" form={form} maxLength={60} />
        <div className="grid grid-cols-2 gap-3">
          <Text field="unit" form={form} hint={t("measure.unitHint")} maxLength={12} optional />
          <Select
            label={t("measure.decimals")}
            name="decimals"
            onChange={(event) => set({ decimals: Number(event.target.value) })}
            options={["0", "1", "2", "3", "4"].map((value) => ({ value, label: value }))}
            value={String(text.decimals)}
          />
        </div>
        <Select
          label={t("measure.direction")}
          name="direction"
          onChange={(event) =>
            set({ direction: DIRECTIONS.find((one) => one === event.target.value) ?? "atLeast" })
          }
          options={DIRECTIONS.map((value) => ({ value, label: t(`measure.directions.${value}`) }))}
          value={text.direction}
        />
        {zero ? null : <Text field="target" form={form} hint={t("measure.targetHint")} unit={text.unit} />}
        {zero ? null : <Text field="baseline" form={form} optional unit={text.unit} />}
        {zero ? null : <Text field="baselineYear" form={form} optional />}
        {zero || text.source !== "readings" ? null : (
          <Select
            hint={t(`measure.aggregationHint.${text.aggregation}`)}
            label={t("measure.aggregation")}
            name="aggregation"
            onChange={(event) =>
              set({ aggregation: AGGREGATIONS.find((one) => one === event.target.value) ?? "sum" })
            }
            options={AGGREGATIONS.map((value) => ({ value, label: t(`measure.aggregations.${value}`) }))}
            value={text.aggregation}
          />
        )}
        <Text field="weight" form={form} hint={t("measure.weightHint")} />
      </div>
      {zero ? null : <MeasureSource form={form} measure={measure ?? null} proofs={proofs} />}
      {zero ? null : <MeasureTargets form={form} />}
      {measure ? (
        <TextInput
          label={t("reason")}
          maxLength={500}
          name="reason"
          onChange={(event) => form.setReason(event.target.value)}
          optional
          value={form.reason}
        />
      ) : null}
    </ProofDialog>
  );
}

type TextProps = {
  field: "name" | "unit" | "target" | "baseline" | "baselineYear" | "weight";
  form: MeasureForm;
  hint?: string;
  optional?: boolean;
  maxLength?: number;
  unit?: string;
};

function Text({ field, form, unit, ...rest }: TextProps) {
  const t = useWords("proofs");
  const isNumber = field !== "name" && field !== "unit";
  return (
    <TextInput
      {...rest}
      {...(unit && { unit })}
      error={errorOf(form.form.errors, field)}
      inputMode={isNumber ? "decimal" : undefined}
      label={t(`measure.${field}`)}
      name={field}
      onChange={(event) => form.set({ [field]: event.target.value })}
      value={form.text[field]}
    />
  );
}
