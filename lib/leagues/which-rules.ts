import { isDay } from "../calendar/rules";

/** Which table: an edition by its number, or, with null, the figures of today from a day on. */
export type Which = { edition: number | null; from?: string | undefined };

/** What an address asks for; whatever cannot be read is left out. */
export function whichOf(sent: { get: (name: string) => string | null }): Which {
  const edition = sent.get("edition") ?? "";
  const from = sent.get("from") ?? "";
  return {
    edition: /^[1-9]\d{0,5}$/.test(edition) ? Number(edition) : null,
    ...(isDay(from) && { from }),
  };
}
