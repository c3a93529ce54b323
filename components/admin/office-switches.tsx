"use client";

import { Checkbox } from "@/components/ui/checkbox";
import type { Settings } from "@/lib/settings/rules";
import { useWords } from "@/lib/words-client";

const SWITCHES = ["reportLinks", "clock13710", "publicPage"] as const satisfies (keyof Settings)[];
type Switches = Pick<Settings, (typeof SWITCHES)[number]>;

export function switchesOf(settings: Settings): Switches {
  const { reportLinks, clock13710, publicPage } = settings;
  return { reportLinks, clock13710, publicPage };
}

type Props = { switches: Switches; onChange: (switches: Switches) => void };

/** What the office has on or off. */
export function OfficeSwitches({ switches, onChange }: Props) {
  const t = useWords("admin");
  return SWITCHES.map((name) => (
    <Checkbox
      checked={switches[name]}
      hint={t(`office.${name}Hint`)}
      key={name}
      label={t(`office.${name}`)}
      onChange={(event) => onChange({ ...switches, [name]: event.target.checked })}
    />
  ));
}
