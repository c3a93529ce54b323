import { Lamp } from "@/components/ui/lamp";
import { ProgressBar } from "@/components/ui/progress-bar";
import type { Dashboard } from "@/lib/dashboard/rules";
import { LIGHTS } from "@/lib/lights/rules";
import { getWords } from "@/lib/words";
import { CountLink } from "./count-link";
import { listAt } from "./open-list";

/** How far the plan is, against where it should be, and how its lamps stand. */
export async function Course({ dashboard }: { dashboard: Dashboard }) {
  const [t, lights] = await Promise.all([getWords("dashboard"), getWords("lights")]);
  const { progress, planned } = dashboard;
  return (
    <section aria-label={t("course")} className="flex flex-wrap items-center gap-x-8 gap-y-3">
      {progress === null || planned === null ? null : (
        <div className="flex min-w-72 flex-1 flex-wrap items-center gap-x-4 gap-y-1">
          <span className="whitespace-nowrap">
            {t("progress")} <span className="tabular font-semibold">{progress}%</span>
          </span>
          <span className="block min-w-40 flex-1 [&_[data-bar=track]]:h-2">
            <ProgressBar
              expected={planned / 100}
              label={t("progressBar", { progress, planned })}
              value={progress / 100}
            />
          </span>
          <span className="tabular whitespace-nowrap text-muted">{t("planned", { planned })}</span>
        </div>
      )}
      <ul className="flex flex-wrap gap-x-5 gap-y-1">
        {LIGHTS.map((light) => (
          <li className="flex items-center gap-1.5" key={light}>
            <Lamp light={light} word />
            <CountLink
              count={dashboard.lights[light]}
              href={listAt({ lights: [light] })}
              label={lights(`light.${light}`)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
