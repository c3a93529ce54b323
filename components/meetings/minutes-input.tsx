"use client";

import { TextInput } from "@/components/ui/text-input";

type Props = {
  label: string;
  unit: string;
  error: string | undefined;
  value: string;
  onChange: (minutes: string) => void;
};

/** How long something takes, in whole minutes. */
export function MinutesInput({ onChange, ...rest }: Props) {
  return (
    <TextInput
      {...rest}
      inputMode="numeric"
      maxLength={3}
      name="minutes"
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
