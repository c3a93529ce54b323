"use client";

import { type ReactNode, useId } from "react";
import { useWords } from "@/lib/words-client";
import { classNames } from "./class-names";

export type FieldProps = {
  label: string;
  hint?: ReactNode;
  error?: string | null;
  optional?: boolean;
  /** For a control whose neighbours already say what it is; the label is still read aloud. */
  hideLabel?: boolean;
  id?: string;
  name?: string;
};

export type FieldControl = {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
};

/** A label above, the control, then hint and error; the control receives the ids that tie them together. */
export function Field({
  label,
  hint,
  error,
  optional,
  hideLabel,
  id,
  name,
  children,
}: FieldProps & { children: (control: FieldControl) => ReactNode }) {
  const t = useWords("ui");
  const fallback = useId();
  const own = id ?? name ?? fallback;
  const describedBy = [hint && `${own}-hint`, error && `${own}-error`].filter(Boolean).join(" ");
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label className={classNames("font-semibold text-ui", hideLabel && "sr-only")} htmlFor={own}>
        {label}
        {optional ? <span className="ml-1.5 font-normal text-muted text-small">{t("optional")}</span> : null}
      </label>
      {children({
        id: own,
        "aria-describedby": describedBy || undefined,
        "aria-invalid": error ? true : undefined,
      })}
      {hint ? (
        <div className="text-muted text-small" id={`${own}-hint`}>
          {hint}
        </div>
      ) : null}
      {error ? <FieldError id={`${own}-error`} text={error} /> : null}
    </div>
  );
}

function FieldError({ id, text }: { id: string; text: string }) {
  return (
    <div className="border-red border-l-3 pl-2 text-red-strong text-ui" id={id}>
      {text}
    </div>
  );
}
