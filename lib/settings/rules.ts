import { isDay } from "../calendar/rules";

/** The office's choices, with what holds until it chooses. */
export type Settings = {
  /** The day that a demonstration looks at; null follows the real clock. */
  viewedOn: string | null;
  /** Days of the month between which progress is asked for. */
  reportFrom: number;
  reportTo: number;
  officeName: string;
};

export const DEFAULTS: Settings = { viewedOn: null, reportFrom: 20, reportTo: 25, officeName: "梅墟街道" };

export type SettingsRefusal = "impossibleDay" | "windowBackwards";

export function refusalOfSettings(settings: Settings): SettingsRefusal | null {
  if (settings.viewedOn !== null && !isDay(settings.viewedOn)) return "impossibleDay";
  return settings.reportFrom > settings.reportTo ? "windowBackwards" : null;
}
