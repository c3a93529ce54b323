"use client";

import type { InputHTMLAttributes, Ref } from "react";
import { classNames } from "./class-names";
import { Field, type FieldProps } from "./field";

type Props = FieldProps &
  Omit<InputHTMLAttributes<HTMLInputElement>, "id" | "name"> & {
    /** Stands after the input: 万元, 次, %. */
    unit?: string;
    ref?: Ref<HTMLInputElement>;
  };

export function TextInput({
  label,
  hint,
  error,
  optional,
  hideLabel,
  id,
  name,
  unit,
  className,
  ...rest
}: Props) {
  return (
    <Field {...{ label, hint, error, optional, hideLabel, id, name }}>
      {(control) => (
        <span className="flex items-center gap-2">
          <input
            autoComplete="off"
            {...rest}
            {...control}
            className={classNames("control", unit && "tabular text-right", className)}
            name={name}
          />
          {unit ? <span className="shrink-0 text-muted">{unit}</span> : null}
        </span>
      )}
    </Field>
  );
}
