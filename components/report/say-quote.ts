import { type Day, sayDay } from "@/lib/calendar/rules";
import { sayNumber, sayQuantity } from "@/lib/house-style";
import type { Locale, Words } from "@/lib/message-format";
import type { Quote } from "@/lib/rounds/views";

type Speaking = { t: Words; locale: Locale; today: Day };

/** One thing that the records of the period say, as a sentence that can stand in a report. */
export function sayQuote(quote: Quote, { t, locale, today }: Speaking): string {
  const day = (of: Day) => sayDay(of, today, locale);
  const { name } = quote;
  switch (quote.kind) {
    case "reading":
      return t(quote.before === null ? "quote.reading" : "quote.readingFrom", {
        ...{ name, day: day(quote.day), value: sayQuantity(quote.value, quote.unit, locale) },
        before: sayNumber(quote.before ?? 0),
      });
    case "milestone":
      return t("quote.milestone", { name, day: day(quote.day) });
    case "visit":
      return t("quote.visit", { name, visits: quote.visits, objects: quote.objects });
    case "move":
      return t("quote.move", { name, stage: quote.stage, entries: quote.entries, codes: codesOf(quote, t) });
    case "writtenOff":
      return t("quote.writtenOff", { name, entries: quote.entries, of: quote.of, codes: codesOf(quote, t) });
  }
}

/** The first numbers of the entries; a ledger that is not open to all names none. */
function codesOf({ codes, entries }: { codes: readonly string[]; entries: number }, t: Words): string {
  if (codes.length === 0) return "";
  return t(codes.length < entries ? "quote.codesMore" : "quote.codes", { codes: codes.join("、") });
}

/** All of them, one after the other: what a report begins with when nobody has written yet. */
export function sayQuotes(quotes: readonly Quote[], speaking: Speaking): string {
  return quotes.map((quote) => sayQuote(quote, speaking)).join(speaking.locale === "en" ? " " : "");
}
