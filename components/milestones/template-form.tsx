"use client";

import { useState } from "react";
import { ProofDialog } from "@/components/tasks/proof-dialog";
import { errorOf, type FormError, useProofForm } from "@/components/tasks/use-proof-form";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Icon } from "@/components/ui/icons";
import { readNumber } from "@/components/ui/number-rules";
import { TextInput } from "@/components/ui/text-input";
import type { Template } from "@/lib/milestones/queries";
import { useWords } from "@/lib/words-client";

type StepText = { key: number; name: string; weight: string; share: string };
type Props = { template: Template | null; onChanged: () => void; onClose: () => void };

let keys = 0;

/** The name and the steps of a template; `template` null adds one. */
export function TemplateForm({ template, onChanged, onClose }: Props) {
  const t = useWords("proofs");
  const { name, setName, steps, setSteps, form, submit } = useTemplateForm(template, () => {
    onChanged();
    onClose();
  });
  const change = (key: number, patch: Partial<StepText>) =>
    setSteps(steps.map((step) => (step.key === key ? { ...step, ...patch } : step)));
  return (
    <ProofDialog
      form={form}
      onClose={onClose}
      onSubmit={submit}
      size="lg"
      submit={t("save")}
      title={t(template ? "template.editTitle" : "template.add")}
    >
      <TextInput
        error={errorOf(form.errors, "templateName")}
        label={t("template.name")}
        maxLength={60}
        name="templateName"
        onChange={(event) => setName(event.target.value)}
        value={name}
      />
      <p className="text-muted text-small">{t("template.shareHint")}</p>
      <ol className="divide-y divide-line">
        {steps.map((step, at) => (
          <li className="grid grid-cols-[minmax(0,1fr)_4.5rem_4.5rem_auto] gap-x-3 py-2" key={step.key}>
            {(["name", "weight", "share"] as const).map((field) => (
              <TextInput
                error={errorOf(form.errors, `${field}Of${step.key}`)}
                key={field}
                label={t(`template.step.${field}`, { number: at + 1 })}
                maxLength={60}
                name={`${field}Of${step.key}`}
                onChange={(event) => change(step.key, { [field]: event.target.value })}
                value={step[field]}
              />
            ))}
            <span className="pt-6">
              {steps.length > 1 ? (
                <IconButton
                  label={t("plan.removeOf", { number: at + 1 })}
                  onClick={() => setSteps(steps.filter(({ key }) => key !== step.key))}
                >
                  <Icon name="close" />
                </IconButton>
              ) : null}
            </span>
          </li>
        ))}
      </ol>
      <Button
        className="-ml-3"
        icon={<Icon name="plus" />}
        onClick={() => setSteps([...steps, { key: ++keys, name: "", weight: "1", share: "25" }])}
        variant="quiet"
      >
        {t("template.addStep")}
      </Button>
    </ProofDialog>
  );
}

function useTemplateForm(template: Template | null, onDone: () => void) {
  const [t, refusals] = [useWords("proofs"), useWords("refusals")];
  const [name, setName] = useState(template?.name ?? "");
  const [steps, setSteps] = useState<StepText[]>(() => textOf(template));
  const form = useProofForm(template ? "template.edit" : "template.add", onDone);
  const submit = () => {
    const errors: FormError[] = [];
    if (name.trim() === "") errors.push({ field: "templateName", message: refusals("input.required") });
    for (const { key, name: own, weight, share } of steps) {
      if (own.trim() === "") errors.push({ field: `nameOf${key}`, message: refusals("input.required") });
      if (!(Number(readNumber(weight)) > 0))
        errors.push({ field: `weightOf${key}`, message: t("weightWrong") });
      if (!(Number(readNumber(share)) > 0))
        errors.push({ field: `shareOf${key}`, message: t("weightWrong") });
    }
    if (errors.length > 0) return form.refuse(errors);
    const said = steps.map((one) => ({
      name: one.name,
      weight: readNumber(one.weight),
      share: readNumber(one.share),
    }));
    const on = template ? { templateId: template.id, version: template.version } : {};
    return void form.send({ ...on, name, steps: said }, t("saved"));
  };
  return { name, setName, steps, setSteps, form, submit };
}

function textOf(template: Template | null): StepText[] {
  const steps = template?.steps ?? [{ name: "", weight: 1, share: 25 }];
  return steps.map(({ name, weight, share }) => ({
    key: ++keys,
    name,
    weight: String(weight),
    share: String(share),
  }));
}
