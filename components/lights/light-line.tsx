"use client";

import { Lamp } from "@/components/ui/lamp";
import { type LightTask, lightOf, type Setting } from "@/lib/lights/rules";
import { type Sayable, sayLight } from "@/lib/lights/say-light";
import { useLocale, useWords } from "@/lib/words-client";

type Props = { task: LightTask; setting: Setting };

/** The light of a task in a sentence; when a person set it, what the system found stands under it. */
export function BothLights({ task, setting }: Props) {
  const t = useWords("lights");
  const light = lightOf(task, setting);
  const { knownUntil } = setting.calendar;
  return (
    <>
      <Line light={{ ...light, computed: undefined }} setting={setting} />
      {light.computed ? <Line before={t("bySystem")} light={light.computed} quiet setting={setting} /> : null}
      {setting.today > knownUntil ? (
        <p className="text-muted text-small">{t("rules.horizon", { day: knownUntil })}</p>
      ) : null}
    </>
  );
}

type LineProps = {
  light: Sayable;
  setting: Setting;
  before?: string;
  quiet?: boolean;
};

function Line({ light, setting, before, quiet = false }: LineProps) {
  const t = useWords("lights");
  const locale = useLocale();
  return (
    <p className={quiet ? "flex items-start gap-2 text-muted" : "flex items-start gap-2"}>
      {before ? <span className="shrink-0">{before}</span> : null}
      <span className="inline-flex h-[1.5em] shrink-0 items-center">
        <Lamp light={light.light} word />
      </span>
      <span>{sayLight(light, t, locale, setting.today)}</span>
    </p>
  );
}
