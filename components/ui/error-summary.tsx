"use client";

import { useEffect, useRef } from "react";
import { useWords } from "@/lib/words-client";

export type FormError = { field?: string; message: string };

/** What is wrong with a form, on top of it; it takes focus when it appears and leads to each field. */
export function ErrorSummary({ errors }: { errors: readonly FormError[] }) {
  const t = useWords("ui");
  const box = useRef<HTMLDivElement>(null);
  const said = errors.map((error) => error.message).join("\n");
  useEffect(() => {
    if (said) box.current?.focus();
  }, [said]);
  if (errors.length === 0) return null;
  return (
    <div className="rounded border border-red bg-red-soft px-4 py-3" ref={box} role="alert" tabIndex={-1}>
      <p className="font-semibold">{t("errors", { count: errors.length })}</p>
      <ul className="mt-1 list-disc pl-5">
        {errors.map((error) => (
          <li key={`${error.field}:${error.message}`}>
            {error.field ? (
              <button
                className="text-left align-top text-red-strong underline"
                onClick={() => focusField(error.field ?? "")}
                type="button"
              >
                {error.message}
              </button>
            ) : (
              error.message
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function focusField(field: string) {
  const control = document.getElementById(field) ?? document.getElementsByName(field)[0];
  control?.scrollIntoView({ block: "center" });
  control?.focus({ preventScroll: true });
}
