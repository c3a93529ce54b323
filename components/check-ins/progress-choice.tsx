"use client";

import { useEffect, useState } from "react";
import { Chip, Chips } from "@/components/ui/chip";
import { Field } from "@/components/ui/field";
import { useWords } from "@/lib/words-client";
import { readPercent, stepsFrom } from "./progress-steps";

type Props = {
  /** What the task stands at, whole percent; null before the first report. */
  now: number | null;
  /** What was chosen; null leaves it as it is. */
  value: number | null;
  onChange: (progress: number | null) => void;
  /** Told when what was typed is no percentage, and when it is one again. */
  onWrong: (wrong: boolean) => void;
};

/** Progress by one tap on a usual step, by sliding, or by typing the number. */
export function ProgressChoice({ now, value, onChange, onWrong }: Props) {
  const t = useWords("checkIns");
  const told =
    value === null
      ? now === null
        ? t("progressNone")
        : t("progressNow", { percent: now })
      : now === null
        ? t("starts", { after: value })
        : t("becomes", { before: now, after: value });
  return (
    <div className="space-y-2">
      <p className="flex flex-wrap items-baseline gap-x-3">
        <span className="font-semibold text-ui">{t("progress")}</span>
        <output className="tabular text-ui">{told}</output>
      </p>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Chips label={t("progress")}>
          {stepsFrom(now).map(({ points, to }) => (
            <Chip key={to} onToggle={() => onChange(value === to ? null : to)} selected={value === to}>
              <span aria-hidden="true" className="tabular">
                {t("plus", { points })}
              </span>
              <span className="sr-only">{t("plusLabel", { points, percent: to })}</span>
            </Chip>
          ))}
        </Chips>
        <Exact now={now} onChange={onChange} onWrong={onWrong} value={value} />
      </div>
    </div>
  );
}

function Exact({ now, value, onChange, onWrong }: Props) {
  const t = useWords("checkIns");
  const [text, setText] = useState(value === null ? "" : String(value));
  const wrong = readPercent(text) === undefined;
  useEffect(() => {
    onWrong(false);
    // A chip or the slider writes its number here; a half-typed one is left alone.
    setText((typed) => (readPercent(typed) === value ? typed : value === null ? "" : String(value)));
  }, [value, onWrong]);
  const type = (typed: string) => {
    setText(typed);
    const percent = readPercent(typed);
    onWrong(percent === undefined);
    if (percent !== undefined) onChange(percent);
  };
  return (
    <div className="flex min-w-60 flex-1 items-center gap-3">
      <input
        aria-label={t("progress")}
        className="h-control min-w-24 flex-1 accent-action"
        max={100}
        min={0}
        onChange={(event) => onChange(Number(event.target.value))}
        type="range"
        value={value ?? now ?? 0}
      />
      <div className="w-24 shrink-0">
        <Field error={wrong ? t("tooHigh") : null} hideLabel label={t("exact")} name="progress">
          {(control) => (
            <span className="flex items-center gap-1">
              <input
                {...control}
                autoComplete="off"
                className="control tabular text-right"
                inputMode="numeric"
                name="progress"
                onChange={(event) => type(event.target.value)}
                placeholder={now === null ? "0" : String(now)}
                value={text}
              />
              <span className="text-muted">{t("percent")}</span>
            </span>
          )}
        </Field>
      </div>
    </div>
  );
}
