/** Who leads through a meeting: one screen at a time, until it goes, falls silent or another takes over. */

/** `screen`: a name that a page gives itself when it is loaded; "" for a script. `at`: milliseconds when it last said where it is. */
export type Lead = { screen: string; at: number };
export type Claim = { screen: string; take: boolean };

/** A leading screen says so every 20 s; after three that are missing nobody leads any more. */
export const SILENCE_MS = 65_000;

/** Does this screen lead once it has said where it is? Another one that leads is only put aside by asking for it. */
export function leads(lead: Lead | null, { screen, take }: Claim, now: number): boolean {
  return take || lead === null || lead.screen === screen || isSilent(lead, now);
}

export function isSilent({ at }: Lead, now: number): boolean {
  return now - at > SILENCE_MS;
}

/** How this screen stands to the others. lead: they go where it goes; follow: it goes where the leading one goes; alone: neither. */
export type Mode = "lead" | "follow" | "alone";

type Told = { screen: string } | null;

/**
 * What a screen becomes by what it hears.
 * @param told who leads; null when nobody does
 * @param wants whether it takes the lead unasked: the office's own screen that was just opened
 */
export function modeAfter(mode: Mode, told: Told, { own, wants }: { own: string; wants: boolean }): Mode {
  if (told === null) return wants && mode === "follow" ? "lead" : mode;
  return mode === "lead" && told.screen !== own ? "follow" : mode;
}
