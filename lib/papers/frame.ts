import type { Actor } from "../auth/permissions";
import type { Day } from "../calendar/rules";
import { now, today } from "../clock";
import { sayMoment } from "../house-style";
import type { Setting } from "../lights/rules";
import type { Locale, Words } from "../message-format";
import { getSettings } from "../settings/queries";
import { lightSetting } from "../settings/rules";
import { wordsFor } from "../wordings";
import type { Document, Draft, Label } from "./document-rules";

/** What every paper is told about the office, the day and who takes it out. */
export type Frame = {
  actor: Actor;
  locale: Locale;
  office: string;
  today: Day;
  /** When the figures were read, with its year. */
  moment: string;
  setting: Setting;
  t: Words;
  lights: Words;
  tasks: Words;
};

/** No year is left out on paper. */
export const ELSEWHERE = "1900-01-01";

export async function frameFor(actor: Actor, locale: Locale): Promise<Frame> {
  const { settings, calendar } = await getSettings();
  const [t, lights, tasks] = await Promise.all(
    ["papers", "lights", "tasks"].map((namespace) => wordsFor(locale, namespace)),
  );
  return {
    ...{ actor, locale, office: settings.officeName, today: today() },
    moment: sayMoment(now(), ELSEWHERE, locale),
    setting: lightSetting(today(), settings, calendar),
    ...({ t, lights, tasks } as Pick<Frame, "t" | "lights" | "tasks">),
  };
}

/** What stands below the title of every paper: what it is about and when its figures were read. */
export function basisOf({ t, moment }: Frame, scope: string): string[] {
  return [t("basis.scope", { scope }), t("basis.asOf", { moment })];
}

/** The paper as this person takes it out: a sensitive one says on every page who did so and when. */
export function takenOut({ t, actor, moment }: Frame, { label, ...draft }: Draft): Document {
  const watermark = label === "sensitive" ? t("watermark", { name: actor.name, moment }) : null;
  return { ...draft, watermark };
}

/** The highest of these labels: a paper is as secret as the most secret thing in it. */
export function labelOf(things: readonly { label: Label }[]): Label {
  const has = (label: Label) => things.some((thing) => thing.label === label);
  return has("sensitive") ? "sensitive" : has("internal") ? "internal" : "open";
}
