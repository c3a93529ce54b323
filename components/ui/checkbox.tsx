"use client";

import { type InputHTMLAttributes, type ReactNode, useId } from "react";

type Choice = { label: ReactNode; hint?: ReactNode };

type CheckboxProps = Choice & Omit<InputHTMLAttributes<HTMLInputElement>, "type">;

/** One yes or no. */
export function Checkbox(props: CheckboxProps) {
  return <Tick {...props} type="checkbox" />;
}

type RadiosProps<Value extends string> = {
  label: string;
  name: string;
  options: readonly (Choice & { value: Value })[];
  value: Value | null;
  onChange: (value: Value) => void;
};

/** One of a few, all in sight. */
export function Radios<Value extends string>({ label, name, options, value, onChange }: RadiosProps<Value>) {
  return (
    <fieldset>
      <legend className="mb-1 font-semibold text-ui">{label}</legend>
      <div className="flex flex-col gap-1">
        {options.map((option) => (
          <Tick
            checked={option.value === value}
            hint={option.hint}
            key={option.value}
            label={option.label}
            name={name}
            onChange={() => onChange(option.value)}
            type="radio"
            value={option.value}
          />
        ))}
      </div>
    </fieldset>
  );
}

function Tick({ label, hint, id, ...rest }: Choice & InputHTMLAttributes<HTMLInputElement>) {
  const fallback = useId();
  const own = id ?? fallback;
  return (
    <label className="flex min-h-7 items-start gap-2 py-1 touch:min-h-11 touch:items-center" htmlFor={own}>
      <input
        {...rest}
        aria-describedby={hint ? `${own}-hint` : undefined}
        className="mt-0.5 size-4 shrink-0 accent-action"
        id={own}
      />
      <span>
        {label}
        {hint ? (
          <span className="block text-muted text-small" id={`${own}-hint`}>
            {hint}
          </span>
        ) : null}
      </span>
    </label>
  );
}
