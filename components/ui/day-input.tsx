"use client";

import { useRef, useState } from "react";
import { type Day, parseDay, weekday } from "@/lib/calendar/rules";
import { useWords } from "@/lib/words-client";
import { Field, type FieldProps } from "./field";
import { IconButton } from "./icon-button";
import { Icon } from "./icons";

type Props = FieldProps & {
  value: Day | null;
  /** Gets null while the text is empty or not yet a day. */
  onChange: (day: Day | null) => void;
  /** Decides the year of a day written without one. */
  today: Day;
  required?: boolean;
};

/** A day, typed as people write it or picked from the calendar of the device. */
export function DayInput({ value, onChange, today, required, error, hint, name, ...field }: Props) {
  const t = useWords("ui");
  const { text, unreadable, type, settle } = useDayText(value, onChange, today);
  const picker = useRef<HTMLInputElement>(null);
  const said = value ? `${t(`day.weekdays.${weekday(value)}`)}` : null;
  return (
    <Field
      {...field}
      error={error ?? (unreadable ? t("day.unreadable", { text }) : null)}
      hint={hint ?? t("day.hint")}
      name={name}
    >
      {(control) => (
        <span className="relative flex items-center gap-1">
          <input
            autoComplete="off"
            {...control}
            className="control tabular"
            inputMode="text"
            name={name}
            onBlur={settle}
            onChange={(event) => type(event.target.value)}
            required={required}
            value={text}
          />
          {said ? (
            <span className="pointer-events-none absolute right-12 text-muted text-small">{said}</span>
          ) : null}
          <IconButton label={t("day.pick")} onClick={() => showPicker(picker.current)}>
            <Icon name="calendar" />
          </IconButton>
          <input
            aria-hidden="true"
            className="pointer-events-none absolute right-0 bottom-0 size-0 opacity-0"
            onChange={(event) => type(event.target.value)}
            ref={picker}
            tabIndex={-1}
            type="date"
            value={value ?? ""}
          />
        </span>
      )}
    </Field>
  );
}

function useDayText(value: Day | null, onChange: (day: Day | null) => void, today: Day) {
  const [text, setText] = useState(value ?? "");
  const [left, setLeft] = useState(false);
  const [known, setKnown] = useState(value);
  const year = Number(today.slice(0, 4));
  if (value !== known) {
    setKnown(value);
    // A value from outside replaces what was typed; a half-typed day, which counts as null, stays.
    if (value !== null && parseDay(text, year) !== value) setText(value);
    if (value === null && parseDay(text, year) !== null) setText("");
  }
  const type = (next: string) => {
    const day = parseDay(next.trim(), year);
    setText(next);
    setLeft(false);
    setKnown(day);
    onChange(day);
  };
  const settle = () => {
    if (value) setText(value);
    setLeft(true);
  };
  return { text, type, settle, unreadable: left && text.trim() !== "" && value === null };
}

function showPicker(input: HTMLInputElement | null) {
  try {
    input?.showPicker();
  } catch {
    // A page framed by another site may not open it; typing still works.
  }
}
