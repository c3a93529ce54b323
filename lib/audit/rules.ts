/** What of the journal the audit administrator reads: everything that happened, and of the office's work not what it says. */

/** The nouns whose details are shown; every other noun is the office's work, a new one too until it is named here. */
const SHOWN = {
  signIn: ["session"],
  accounts: ["account", "token", "setup"],
  settings: ["setting", "calendar", "outlet", "delivery"],
  organisation: ["unit", "post", "person", "holding"],
  denied: ["denied"],
} as const satisfies Record<string, readonly string[]>;

export const AREAS = [...(Object.keys(SHOWN) as (keyof typeof SHOWN)[]), "work"] as const;
export type Area = (typeof AREAS)[number];

export const SHOWN_NOUNS: readonly string[] = Object.values(SHOWN).flat();

/** The nouns of an area; null for the office's work, which is all the others. */
export function nounsOf(area: Area): readonly string[] | null {
  return area === "work" ? null : SHOWN[area];
}

export type Filter = {
  /** Days in Shanghai, both included. */
  from: string | null;
  to: string | null;
  /** Part of the name of who did it. */
  actor: string | null;
  area: Area | null;
  /** Only what stands before this number. */
  before: number | null;
};

type Sent = Record<string, string | string[] | undefined>;

/** The filter that an address asks for; what cannot be read is left out. */
export function filterOf(sent: Sent, readDay: (text: string) => string | null): Filter {
  const text = (key: string) => {
    const value = sent[key];
    return typeof value === "string" && value.trim() !== "" ? value.trim().slice(0, 80) : null;
  };
  const day = (key: string) => readDay(text(key) ?? "");
  const before = Number(text("before"));
  return {
    from: day("from"),
    to: day("to"),
    actor: text("actor"),
    area: AREAS.find((area) => area === text("area")) ?? null,
    before: Number.isSafeInteger(before) && before > 0 ? before : null,
  };
}

/** Any text as a pattern that finds it literally. */
export function likePattern(text: string): string {
  return `%${text.replace(/[\\%_]/g, "\\$&")}%`;
}
