import { CHOSEN_KINDS, type Channel, MESSAGE_KINDS, type MessageKind } from "./kind-rules";

/** When and through which channels a message leaves the house. Times are minutes after midnight in Shanghai. */

/** What a person chose; a kind left out follows the office's table. */
export type Preference = {
  kinds: Partial<Record<MessageKind, Channel[]>>;
  /** Nothing leaves from here … */
  quietFrom: number | null;
  /** … until here; both or neither, and they may lie on two sides of midnight. */
  quietTo: number | null;
  /** Everything of a day in one message at this time; null sends at once. */
  digestAt: number | null;
  mail: string | null;
};

export const NO_PREFERENCE: Preference = {
  kinds: {},
  quietFrom: null,
  quietTo: null,
  digestAt: null,
  mail: null,
};

export type PreferenceRefusal = "halfQuiet" | "quietAllDay" | "digestInQuiet";

/** What stands against these times, or null. */
export function refusalOfPreference({
  quietFrom,
  quietTo,
  digestAt,
}: Pick<Preference, "quietFrom" | "quietTo" | "digestAt">): PreferenceRefusal | null {
  if ((quietFrom === null) !== (quietTo === null)) return "halfQuiet";
  if (quietFrom !== null && quietFrom === quietTo) return "quietAllDay";
  return digestAt !== null && minutesUntilLoud(digestAt, { quietFrom, quietTo }) > 0 ? "digestInQuiet" : null;
}

/** The channels through which this kind leaves for this person, of those that are open. Without an address no mail leaves. */
export function channelsOf(
  kind: MessageKind,
  { kinds, mail }: Preference,
  open: readonly Channel[],
): Channel[] {
  const usual = kind !== "outletTest" && MESSAGE_KINDS[kind].outward ? open : [];
  return (kinds[kind] ?? usual).filter(
    (channel) => open.includes(channel) && (channel !== "mail" || mail !== null),
  );
}

const DAY = 1440;
const MINUTE_MS = 60_000;
const SHANGHAI_MINUTES = 480;

/** The instant at which what is written at `at` leaves: at once, after the quiet hours, or with the digest. */
export function leavesAt(at: Date, preference: Pick<Preference, "quietFrom" | "quietTo" | "digestAt">): Date {
  const minute = (Math.floor(at.getTime() / MINUTE_MS) + SHANGHAI_MINUTES) % DAY;
  const { digestAt } = preference;
  const wait = digestAt === null ? minutesUntilLoud(minute, preference) : (digestAt - minute + DAY) % DAY;
  return wait === 0 ? at : new Date((Math.floor(at.getTime() / MINUTE_MS) + wait) * MINUTE_MS);
}

function minutesUntilLoud(
  minute: number,
  { quietFrom, quietTo }: Pick<Preference, "quietFrom" | "quietTo">,
): number {
  if (quietFrom === null || quietTo === null) return 0;
  const sinceQuiet = (minute - quietFrom + DAY) % DAY;
  const length = (quietTo - quietFrom + DAY) % DAY;
  return sinceQuiet < length ? length - sinceQuiet : 0;
}

/** Only what differs from the office's table need be kept. */
export function departures(kinds: Preference["kinds"]): Preference["kinds"] {
  const chosen = CHOSEN_KINDS.filter((kind) => kinds[kind] !== undefined);
  return Object.fromEntries(chosen.map((kind) => [kind, kinds[kind]]));
}
