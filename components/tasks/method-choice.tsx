"use client";

import { Radios } from "@/components/ui/checkbox";
import { VERIFY_METHODS, type VerifyMethod } from "@/lib/tasks/rules";
import { useWords } from "@/lib/words-client";

type Props = { value: VerifyMethod | null; onChange: (method: VerifyMethod) => void };

/** How something was made sure of; nothing is chosen beforehand, because the answer stays on record. */
export function MethodChoice({ value, onChange }: Props) {
  const t = useWords("tasks");
  return (
    <Radios
      label={t("step.method")}
      name="method"
      onChange={onChange}
      options={VERIFY_METHODS.map((method) => ({ value: method, label: t(`method.${method}`) }))}
      value={value}
    />
  );
}
