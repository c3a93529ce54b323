import { addDays, type Day } from "../calendar/rules";

/** A calendar as programmes read it. Source: RFC 5545. */

/** `whole`: the days from `from` to `until`, both included; otherwise a time of day in Shanghai. */
export type Entry = {
  /** The same as long as it is about the same thing, so that programmes change an entry instead of adding one. */
  uid: string;
  title: string;
  note?: string;
  place?: string;
  url: string;
} & ({ from: Day; until: Day } | { day: Day; startTime: string; minutes: number });

type Calendar = { name: string; host: string; entries: readonly Entry[]; asOf: Date };

/** The text of a calendar; lines end with CR LF and are folded after 75 bytes, never within a character. */
export function calendarText({ name, host, entries, asOf }: Calendar): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Guatu//Guatu//ZH",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `X-WR-CALNAME:${escaped(name)}`,
    "X-PUBLISHED-TTL:PT1H",
    "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
    ...entries.flatMap((entry) => entryLines(entry, host, instant(asOf))),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

function entryLines(entry: Entry, host: string, stamp: string): string[] {
  return [
    "BEGIN:VEVENT",
    `UID:${entry.uid}@${host}`,
    `DTSTAMP:${stamp}`,
    ...timeLines(entry),
    `SUMMARY:${escaped(entry.title)}`,
    ...(entry.note ? [`DESCRIPTION:${escaped(entry.note)}`] : []),
    ...(entry.place ? [`LOCATION:${escaped(entry.place)}`] : []),
    `URL:${entry.url}`,
    "END:VEVENT",
  ];
}

const SHANGHAI_MINUTES = 480;

function timeLines(entry: Entry): string[] {
  if ("from" in entry) {
    const end = addDays(entry.until, 1);
    return [
      `DTSTART;VALUE=DATE:${compact(entry.from)}`,
      `DTEND;VALUE=DATE:${compact(end)}`,
      "TRANSP:TRANSPARENT",
    ];
  }
  const begin = Date.parse(`${entry.day}T${entry.startTime}:00Z`) - SHANGHAI_MINUTES * 60_000;
  const end = begin + entry.minutes * 60_000;
  return [`DTSTART:${instant(new Date(begin))}`, `DTEND:${instant(new Date(end))}`];
}

const compact = (day: Day) => day.replaceAll("-", "");
const instant = (at: Date) => at.toISOString().replace(/[-:]|\.\d{3}/g, "");

function escaped(text: string): string {
  return text
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replace(/\r\n|\r|\n/g, "\\n")
    .replace(/\p{Cc}/gu, "");
}

const MOST_BYTES = 75;
const bytesOf = (text: string) => new TextEncoder().encode(text).length;

function folded(line: string): string {
  const parts: string[] = [""];
  let room = MOST_BYTES;
  for (const sign of line) {
    const size = bytesOf(sign);
    if (size > room) {
      parts.push("");
      // The blank that begins a continued line counts as well.
      room = MOST_BYTES - 1;
    }
    parts[parts.length - 1] += sign;
    room -= size;
  }
  return parts.join("\r\n ");
}
