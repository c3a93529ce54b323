"use client";

import { Button } from "@/components/ui/button";
import { ComboboxMany } from "@/components/ui/combobox";
import { IconButton } from "@/components/ui/icon-button";
import { Icon } from "@/components/ui/icons";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import type { LedgerChoice } from "@/lib/leagues/queries";
import { SOURCE_KEYS, SOURCES, type Source } from "@/lib/leagues/rules";
import { useWords } from "@/lib/words-client";
import { emptyMetric, type MetricDraft } from "./series-draft";

type Props = {
  metrics: MetricDraft[];
  ledgers: readonly LedgerChoice[];
  set: (metrics: MetricDraft[]) => void;
};

/** What is compared and how much it weighs. */
export function MetricFields({ metrics, ledgers, set }: Props) {
  const t = useWords("leagues");
  const change = (at: number, fields: Partial<MetricDraft>) =>
    set(metrics.map((metric, place) => (place === at ? { ...metric, ...fields } : metric)));
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="mb-2 font-semibold text-heading">{t("series.metrics")}</legend>
      {metrics.map((metric, at) => (
        <MetricLine
          at={at}
          key={metric.line}
          ledgers={ledgers}
          metric={metric}
          onChange={(fields) => change(at, fields)}
          onRemove={() => set(metrics.filter((_, place) => place !== at))}
        />
      ))}
      <div>
        <Button
          icon={<Icon name="plus" />}
          onClick={() =>
            set([...metrics, emptyMetric("progress", t("source.progress.name"), nextLine(metrics))])
          }
        >
          {t("series.addMetric")}
        </Button>
      </div>
    </fieldset>
  );
}

const nextLine = (metrics: readonly MetricDraft[]) => 1 + Math.max(0, ...metrics.map(({ line }) => line));

type LineProps = {
  at: number;
  metric: MetricDraft;
  ledgers: readonly LedgerChoice[];
  onChange: (fields: Partial<MetricDraft>) => void;
  onRemove: () => void;
};

function MetricLine({ at, metric, ledgers, onChange, onRemove }: LineProps) {
  const t = useWords("leagues");
  const ofEntries = SOURCES[metric.source].of === "entry";
  return (
    <div className="grid gap-3 border-line border-t pt-3 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_5.5rem_7rem_auto]">
      <Select
        label={t("series.source")}
        name={`metrics.${at}.source`}
        onChange={(event) => {
          const source = event.target.value as Source;
          onChange({
            source,
            name: t(`source.${source}.name`),
            least: String(SOURCES[source].least),
            stage: "",
          });
        }}
        options={SOURCE_KEYS.map((value) => ({ value, label: t(`source.${value}.name`) }))}
        value={metric.source}
      />
      <TextInput
        label={t("series.metricName")}
        maxLength={30}
        name={`metrics.${at}.name`}
        onChange={(event) => onChange({ name: event.target.value })}
        value={metric.name}
      />
      <TextInput
        inputMode="decimal"
        label={t("series.weight")}
        name={`metrics.${at}.weight`}
        onChange={(event) => onChange({ weight: event.target.value })}
        value={metric.weight}
      />
      <TextInput
        inputMode="numeric"
        label={t("series.least")}
        name={`metrics.${at}.least`}
        onChange={(event) => onChange({ least: event.target.value })}
        value={metric.least}
      />
      <span className="self-end">
        <IconButton label={t("series.removeMetric", { name: metric.name })} onClick={onRemove}>
          <Icon name="close" />
        </IconButton>
      </span>
      {ofEntries ? (
        <div className="grid gap-3 sm:col-span-4 sm:grid-cols-2">
          <ComboboxMany
            hint={t("series.ledgersHint")}
            label={t("series.ledgers")}
            onChange={(ledgerIds) => onChange({ ledgerIds })}
            optional
            options={ledgers.map(({ id, name }) => ({ id, label: name }))}
            value={metric.ledgerIds}
          />
          {metric.source === "stage" ? (
            <Select
              label={t("series.stage")}
              name={`metrics.${at}.stage`}
              onChange={(event) => onChange({ stage: event.target.value })}
              options={stagesOf(ledgers, metric.ledgerIds)}
              placeholder={t("series.chooseStage")}
              value={metric.stage}
            />
          ) : null}
        </div>
      ) : null}
    </div>
  );
}

/** The stages of the chosen ledgers, each once. */
function stagesOf(ledgers: readonly LedgerChoice[], ids: readonly number[]) {
  const chosen = ledgers.filter(({ id }) => ids.length === 0 || ids.includes(id));
  const names = new Map(chosen.flatMap(({ stages }) => stages.map(({ key, name }) => [key, name])));
  return [...names].map(([value, label]) => ({ value, label }));
}
