"use client";

import { classNames } from "@/components/ui/class-names";
import { LampShape } from "@/components/ui/lamp";
import type { Light } from "@/lib/lights/rules";
import { useWords } from "@/lib/words-client";

type Props = {
  lights: readonly Light[];
  value: Light | null;
  error: string | null;
  onChange: (light: Light) => void;
};

/** One of the lights, each with its shape and word. */
export function LightChoice({ lights, value, error, onChange }: Props) {
  const t = useWords("lights");
  return (
    <fieldset aria-describedby={error ? "light-error" : undefined}>
      <legend className="mb-1 font-semibold">{t("set.light")}</legend>
      <div className="flex flex-wrap gap-2">
        {lights.map((light, place) => (
          <label
            className={classNames(
              "flex min-h-control cursor-pointer items-center gap-2 rounded border px-3 has-focus-visible:outline-2 has-focus-visible:outline-action has-focus-visible:outline-offset-2",
              value === light ? "border-action bg-action-soft" : "border-edge bg-paper hover:bg-sunken",
            )}
            key={light}
          >
            <input
              checked={value === light}
              className="sr-only"
              data-autofocus={place === 0 ? true : undefined}
              id={place === 0 ? "light" : undefined}
              name="light"
              onChange={() => onChange(light)}
              type="radio"
              value={light}
            />
            <LampShape light={light} />
            {t(`light.${light}`)}
          </label>
        ))}
      </div>
      {error ? (
        <p className="mt-1 text-red-strong text-small" id="light-error">
          {error}
        </p>
      ) : null}
    </fieldset>
  );
}
