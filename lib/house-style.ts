import { type Day, sayDay } from "./calendar/rules";
import type { Locale } from "./message-format";

const SHANGHAI_MS = 8 * 3_600_000;

/** A number with separators: 1,234.50; `decimals` fixes the places, otherwise at most two are shown. */
export function sayNumber(value: number, decimals?: number): string {
  return new Intl.NumberFormat("en", {
    minimumFractionDigits: decimals ?? 0,
    maximumFractionDigits: decimals ?? 2,
  }).format(value);
}

/** A quantity with its unit and no space between, as official papers write it: 1,234.50万元; English keeps the space. */
export function sayQuantity(value: number, unit: string, locale: Locale, decimals?: number): string {
  return `${sayNumber(value, decimals)}${locale === "en" && unit !== "%" ? " " : ""}${unit}`;
}

/** A ratio (0–1) as a percentage with at most one decimal: 95%, 7.5%. */
export function sayRatio(ratio: number): string {
  return `${new Intl.NumberFormat("en", { maximumFractionDigits: 1 }).format(ratio * 100)}%`;
}

/** An instant by the clock of Shanghai: 9月30日 17:30 in the year of `today`, with the year otherwise. */
export function sayMoment(instant: Date, today: Day, locale: Locale = "zh-CN"): string {
  const local = new Date(instant.getTime() + SHANGHAI_MS).toISOString();
  return `${sayDay(local.slice(0, 10), today, locale)} ${local.slice(11, 16)}`;
}
