"use client";

import { useOffice } from "@/components/data/office";
import { IconButton } from "@/components/ui/icon-button";
import { Icon } from "@/components/ui/icons";
import { Lamp } from "@/components/ui/lamp";
import { Popover } from "@/components/ui/popover";
import { DEFAULT_THRESHOLDS, LIGHTS } from "@/lib/lights/rules";
import { useWords } from "@/lib/words-client";

/** How lights are found, with the limits of this office, and how far its holidays are known. */
export function LightRules() {
  const t = useWords("lights");
  const { setting } = useOffice();
  const { red, yellow, dueSoonDays, acknowledgeDays } = setting.thresholds ?? DEFAULT_THRESHOLDS;
  const params = { red: -red, yellow: -yellow, due: dueSoonDays, acknowledge: acknowledgeDays };
  return (
    <Popover
      align="end"
      label={t("rules.title")}
      trigger={(props) => (
        <IconButton {...props} label={t("rules.title")}>
          <Icon name="info" />
        </IconButton>
      )}
    >
      {() => (
        <div className="flex max-w-96 flex-col gap-2">
          <h2 className="text-heading">{t("rules.title")}</h2>
          <dl className="flex flex-col gap-1.5">
            {LIGHTS.map((light) => (
              <div className="flex gap-3" key={light}>
                <dt className="shrink-0">
                  <Lamp light={light} word />
                </dt>
                <dd>{t(`rules.${light}`, params)}</dd>
              </div>
            ))}
          </dl>
          <p className="text-muted text-small">{t("rules.override")}</p>
          <p className="text-muted text-small">{t("rules.horizon", { day: setting.calendar.knownUntil })}</p>
        </div>
      )}
    </Popover>
  );
}
