"use client";

import type { Ref, SelectHTMLAttributes } from "react";
import { classNames } from "./class-names";
import { Field, type FieldProps } from "./field";
import { Icon } from "./icons";

export type SelectOption = { value: string; label: string; group?: string };

type Props = FieldProps &
  Omit<SelectHTMLAttributes<HTMLSelectElement>, "id" | "name"> & {
    options: readonly SelectOption[];
    /** The words of the empty choice; without it there is none. */
    placeholder?: string;
    ref?: Ref<HTMLSelectElement>;
  };

/** The native list of choices: right on every phone and for every keyboard. */
export function Select({
  label,
  hint,
  error,
  optional,
  hideLabel,
  id,
  name,
  options,
  placeholder,
  className,
  ...rest
}: Props) {
  return (
    <Field {...{ label, hint, error, optional, hideLabel, id, name }}>
      {(control) => (
        <span className="relative block">
          <select
            {...rest}
            {...control}
            className={classNames("control appearance-none pr-8", className)}
            name={name}
          >
            {placeholder === undefined ? null : <option value="">{placeholder}</option>}
            <Options options={options} />
          </select>
          <span className="pointer-events-none absolute inset-y-0 right-2.5 flex items-center text-muted">
            <Icon name="down" />
          </span>
        </span>
      )}
    </Field>
  );
}

function Options({ options }: { options: readonly SelectOption[] }) {
  const groups = [...new Set(options.map((option) => option.group))];
  return groups.map((group) => {
    const rows = options
      .filter((option) => option.group === group)
      .map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ));
    return group === undefined ? (
      rows
    ) : (
      <optgroup key={group} label={group}>
        {rows}
      </optgroup>
    );
  });
}
