"use client";

import { useState } from "react";
import { useChange } from "@/components/data/use-change";
import { Button } from "@/components/ui/button";
import { FormDialog } from "@/components/ui/form-dialog";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import type { RuleView } from "@/lib/incentives/queries";
import { CONDITION_KINDS, type Condition } from "@/lib/incentives/rules";
import type { Words } from "@/lib/message-format";
import { useWords } from "@/lib/words-client";

/** What earns the award, in a few words. */
export function sayCondition(condition: Condition, t: Words): string {
  if (condition.kind === "rank") return t("condition.rank", { n: condition.n });
  if (condition.kind === "score") return t("condition.score", { least: condition.least });
  if (condition.kind === "streak")
    return t("condition.streak", { n: condition.n, editions: condition.editions });
  return t("condition.improved");
}

type Numbers = { n: string; least: string; editions: string };

function conditionOf(kind: Condition["kind"], { n, least, editions }: Numbers): Condition {
  if (kind === "rank") return { kind, n: Number(n) };
  if (kind === "score") return { kind, least: Number(least) };
  if (kind === "streak") return { kind, n: Number(n), editions: Number(editions) };
  return { kind };
}

const numbersOf = (condition: Condition | undefined): Numbers => ({
  n: condition && "n" in condition ? String(condition.n) : "1",
  least: condition && "least" in condition ? String(condition.least) : "90",
  editions: condition && "editions" in condition ? String(condition.editions) : "3",
});

type Props = { seriesId: number; rule: RuleView | null; onClose: () => void };

/** A new rule, or a change of one; what was granted keeps its words. */
export function IncentiveDialog({ seriesId, rule, onClose }: Props) {
  const t = useWords("leagues");
  const { change, pending, problem } = useChange(rule ? "incentive.change" : "incentive.define");
  const end = useChange("incentive.close");
  const [name, setName] = useState(rule?.name ?? "");
  const [award, setAward] = useState(rule?.award ?? "");
  const [kind, setKind] = useState<Condition["kind"]>(rule?.condition.kind ?? "rank");
  const [numbers, setNumbers] = useState(numbersOf(rule?.condition));
  const submit = async () => {
    const head = rule ? { ruleId: rule.id, version: rule.version } : { seriesId };
    if (await change({ ...head, name, award, condition: conditionOf(kind, numbers) })) onClose();
  };
  const close = async () => {
    if (rule && (await end.change({ ruleId: rule.id, version: rule.version }))) onClose();
  };
  const number = (key: keyof Numbers, label: string) => (
    <TextInput
      error={problem?.fields[`condition.${key}`]}
      inputMode="decimal"
      label={label}
      name={`condition.${key}`}
      onChange={(event) => setNumbers({ ...numbers, [key]: event.target.value })}
      value={numbers[key]}
    />
  );
  return (
    <FormDialog
      onClose={onClose}
      onSubmit={submit}
      pending={pending}
      submit={t("incentive.save")}
      title={t(rule ? "incentive.edit" : "incentive.add")}
    >
      <TextInput
        data-autofocus
        error={problem?.fields.name}
        label={t("incentive.name")}
        maxLength={40}
        name="name"
        onChange={(event) => setName(event.target.value)}
        value={name}
      />
      <Select
        label={t("incentive.condition")}
        name="kind"
        onChange={(event) => setKind(event.target.value as Condition["kind"])}
        options={CONDITION_KINDS.map((value) => ({ value, label: t(`conditionKind.${value}`) }))}
        value={kind}
      />
      {kind === "rank" || kind === "streak" ? number("n", t("incentive.n")) : null}
      {kind === "streak" ? number("editions", t("incentive.editions")) : null}
      {kind === "score" ? number("least", t("incentive.least")) : null}
      <TextInput
        error={problem?.fields.award}
        label={t("incentive.award")}
        maxLength={200}
        name="award"
        onChange={(event) => setAward(event.target.value)}
        value={award}
      />
      {rule ? (
        <div>
          <Button busy={end.pending} onClick={close} size="sm" variant="quiet">
            {t("incentive.close")}
          </Button>
        </div>
      ) : null}
    </FormDialog>
  );
}
