"use client";

import { errorOf } from "@/components/tasks/use-proof-form";
import { ComboboxMany } from "@/components/ui/combobox";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { FORMULAS } from "@/lib/measures/formula-rules";
import type { Measure } from "@/lib/measures/queries";
import type { TaskProofs } from "@/lib/proofs/queries";
import { useWords } from "@/lib/words-client";
import { FEED_COUNTS } from "./measure-text-rules";
import type { MeasureForm } from "./use-measure";

type Props = { form: MeasureForm; proofs: TaskProofs; measure: Measure | null };

/** Where the value comes from: read by people, computed from other measures, or counted in a ledger. */
export function MeasureSource({ form, proofs, measure }: Props) {
  const t = useWords("proofs");
  const { text, set } = form;
  const others = proofs.measures.filter(({ id }) => id !== measure?.id);
  const sources = [
    "readings" as const,
    ...(others.length > 1 ? FORMULAS : []),
    ...(proofs.ledgers.length > 0 || text.source === "feed" ? (["feed"] as const) : []),
  ];
  const isFormula = text.source !== "readings" && text.source !== "feed";
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Select
        label={t("measure.source")}
        name="source"
        onChange={(event) => set({ source: sources.find((one) => one === event.target.value) ?? "readings" })}
        options={sources.map((value) => ({ value, label: t(`measure.sources.${value}`) }))}
        value={text.source}
      />
      {isFormula ? (
        <>
          <ComboboxMany
            hint={t(`measure.termsHint.${text.source}`)}
            label={t("measure.terms")}
            onChange={(terms) => set({ terms: [...terms] })}
            options={others.map(({ id, name }) => ({ id, label: name }))}
            value={text.terms}
          />
          <TextInput
            error={errorOf(form.form.errors, "factor")}
            hint={t("measure.factorHint")}
            inputMode="decimal"
            label={t("measure.factor")}
            name="factor"
            onChange={(event) => set({ factor: event.target.value })}
            value={text.factor}
          />
        </>
      ) : null}
      {text.source === "feed" ? <Feed form={form} proofs={proofs} /> : null}
    </div>
  );
}

function Feed({ form, proofs }: Pick<Props, "form" | "proofs">) {
  const t = useWords("proofs");
  const { text, set } = form;
  const counts = FEED_COUNTS.filter((one) => one !== "reached" || text.feedCount === "reached");
  return (
    <>
      <Select
        error={errorOf(form.form.errors, "feedLedger")}
        label={t("measure.feedLedger")}
        name="feedLedger"
        onChange={(event) =>
          // A stage of one ledger is none of another.
          set({
            feedLedger: Number(event.target.value) || null,
            ...(text.feedCount === "reached" && { feedCount: "all" }),
          })
        }
        options={proofs.ledgers.map(({ id, name }) => ({ value: String(id), label: name }))}
        placeholder={t("measure.feedChoose")}
        value={text.feedLedger === null ? "" : String(text.feedLedger)}
      />
      <Select
        label={t("measure.feedCount")}
        name="feedCount"
        onChange={(event) => set({ feedCount: counts.find((one) => one === event.target.value) ?? "all" })}
        options={counts.map((value) => ({
          value,
          label: t(`measure.feedCounts.${value}`),
        }))}
        value={text.feedCount}
      />
    </>
  );
}
