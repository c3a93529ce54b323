"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { useCommand } from "@/components/data/use-command";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Radios } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Select } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-area";
import { TextInput } from "@/components/ui/text-input";
import type { Day } from "@/lib/calendar/rules";
import type { LedgerChoice, SeriesView } from "@/lib/leagues/queries";
import { useWords } from "@/lib/words-client";
import { MemberFields } from "./member-fields";
import { MetricFields } from "./metric-fields";
import { draftOf, inputOf, type SeriesDraft } from "./series-draft";

type Props = { series: SeriesView | null; ledgers: LedgerChoice[]; today: Day; onClose: () => void };

/** Who is compared and by what: a new series, or a change of one. Frozen editions stay as they are. */
export function SeriesDialog({ series, ledgers, today, onClose }: Props) {
  const t = useWords("leagues");
  const router = useRouter();
  const [draft, setDraft] = useState(() => draftOf(series));
  const { run, pending, problem } = useCommand<{ seriesId: number }>(
    series ? "series.change" : "series.define",
  );
  const set = (fields: Partial<SeriesDraft>) => setDraft((before) => ({ ...before, ...fields }));
  const fields = problem?.fields ?? {};
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const done = await run(inputOf(draft, series)).catch(() => null);
    if (!done) return;
    onClose();
    if (series) router.refresh();
    else router.push(`/leagues/${done.seriesId}`);
  };
  return (
    <Dialog
      description={series ? t("series.changeTells") : undefined}
      footer={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button busy={pending} form="series" type="submit" variant="primary">
            {t(series ? "series.save" : "series.define")}
          </Button>
        </>
      }
      onClose={onClose}
      open
      size="lg"
      title={t(series ? "series.change" : "series.define")}
    >
      <form className="flex flex-col gap-5" id="series" noValidate onSubmit={submit}>
        {problem?.isStale ? <Banner tone="error">{problem.title}</Banner> : null}
        <ErrorSummary
          errors={Object.entries(fields).map(([field, message]) => ({
            field,
            message: saysWhere(field, message, t),
          }))}
        />
        <SeriesHead draft={draft} fields={fields} fixed={series !== null} set={set} />
        <MetricFields ledgers={ledgers} metrics={draft.metrics} set={(metrics) => set({ metrics })} />
        <MemberFields
          kind={draft.kind}
          members={draft.members}
          set={(members) => set({ members })}
          today={today}
        />
      </form>
    </Dialog>
  );
}

/** "metrics.2.weight" as people count: 指标 3. */
function saysWhere(
  field: string,
  message: string,
  t: (key: string, values?: Record<string, number>) => string,
): string {
  const [list, at] = field.split(".");
  if (at === undefined || (list !== "metrics" && list !== "members")) return message;
  return `${t(`series.at.${list}`, { n: Number(at) + 1 })}${message}`;
}

type HeadProps = {
  draft: SeriesDraft;
  fields: Record<string, string>;
  fixed: boolean;
  set: (fields: Partial<SeriesDraft>) => void;
};

function SeriesHead({ draft, fields, fixed, set }: HeadProps) {
  const t = useWords("leagues");
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <TextInput
        data-autofocus
        error={fields.name}
        label={t("series.name")}
        maxLength={40}
        name="name"
        onChange={(event) => set({ name: event.target.value })}
        value={draft.name}
      />
      <Select
        hint={draft.kind === "posts" ? t("series.postsHint") : t("series.labelHint")}
        label={t("series.label")}
        name="label"
        onChange={(event) => set({ label: event.target.value as SeriesDraft["label"] })}
        options={(["open", "internal", "sensitive"] as const).map((value) => ({
          value,
          label: t(`label.${value}`),
        }))}
        value={draft.label}
      />
      {fixed ? null : (
        <Radios
          label={t("series.kind")}
          name="kind"
          onChange={(kind) => set({ kind: kind as SeriesDraft["kind"], members: [] })}
          options={(["units", "posts"] as const).map((value) => ({
            value,
            label: t(`kind.${value}`),
            hint: t(`kind.${value}Hint`),
          }))}
          value={draft.kind}
        />
      )}
      <div className={fixed ? "sm:col-span-2" : undefined}>
        <TextArea
          error={fields.note}
          label={t("series.note")}
          maxLength={500}
          name="note"
          onChange={(event) => set({ note: event.target.value })}
          optional
          value={draft.note}
        />
      </div>
    </div>
  );
}
