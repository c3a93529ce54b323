import type { Actor } from "./auth/permissions";
import type { Day } from "./calendar/rules";
import { fixedDay, now, today } from "./clock";
import { env } from "./env";
import type { Setting } from "./lights/rules";
import { getSettings } from "./settings/queries";
import { lightSetting } from "./settings/rules";

/** What every page of the browser has to know about the office and about the person who looks at it. */
export type Office = {
  actor: Actor;
  today: Day;
  /** The day that a demonstration looks at; null when the clock runs freely. */
  fixedDay: Day | null;
  /** Milliseconds until `today` is over; null on a fixed day, which never ends. */
  dayEndsIn: number | null;
  /** How lights are computed today. */
  setting: Setting;
  officeName: string;
  /** Whether the 13710 clock runs for tasks that instructions make. */
  clock13710: boolean;
  /** Short instructions that a leader sends with one tap. */
  phrases: readonly string[];
  /** The size that an uploaded file may have. */
  uploadMegabytes: number;
};

const SHANGHAI_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;

/** The office as `actor` sees it; holds nothing that would let a script act in the person's name. */
export async function getOffice(actor: Actor): Promise<Office> {
  const { settings, calendar } = await getSettings();
  const { accountId, personId, name, roles, postIds, unitIds, headUnitIds } = actor;
  return {
    actor: { accountId, personId, name, roles, postIds, unitIds, headUnitIds },
    today: today(),
    fixedDay: fixedDay(),
    dayEndsIn: fixedDay() === null ? DAY_MS - ((now().getTime() + SHANGHAI_MS) % DAY_MS) : null,
    setting: lightSetting(today(), settings, calendar),
    officeName: settings.officeName,
    clock13710: settings.clock13710,
    phrases: settings.phrases,
    uploadMegabytes: env().GUATU_UPLOAD_MB,
  };
}
