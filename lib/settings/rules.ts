import { type Calendar, type Day, isDay } from "../calendar/rules";
import { DEFAULT_THRESHOLDS, type Setting, type Thresholds } from "../lights/rules";

/** The office's choices, with what holds until it chooses. */
export type Settings = {
  /** The day that a demonstration looks at; null follows the real clock. */
  viewedOn: string | null;
  /** Days of the month between which progress is asked for. */
  reportFrom: number;
  reportTo: number;
  officeName: string;
  /** Whether people may report through links without signing in. */
  reportLinks: boolean;
  /** Whether the 13710 clock runs for tasks that instructions make. */
  clock13710: boolean;
  /** Whether anybody may see the figures of published tasks without signing in. */
  publicPage: boolean;
  /** Short instructions that a leader sends with one tap, in this order. */
  phrases: string[];
  /** Months for which messages that were read are kept. */
  keepMessagesMonths: number;
  /** Names of the fonts that papers are set in. */
  paperFonts: PaperFonts;
} & LightSettings;

/** What a paper is set in: its title, headings of the first and second level, and its text. */
export const PAPER_FONTS = ["title", "heading", "subheading", "body"] as const;
export type PaperFonts = Record<(typeof PAPER_FONTS)[number], string>;

/** The fonts of GB/T 9704 as offices have them. */
export const DEFAULT_FONTS: PaperFonts = {
  title: "方正小标宋简体",
  heading: "黑体",
  subheading: "楷体_GB2312",
  body: "仿宋_GB2312",
};

/** Names of fonts as files and style sheets take them: letters, digits, spaces and a few marks. */
export const FONT_NAME = /^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,39}$/u;

/** When lights change: percentage points below (−) or above (+) the plan, and working days. */
export type LightSettings = {
  lightRed: number;
  lightYellow: number;
  lightAhead: number;
  dueSoonDays: number;
  acknowledgeDays: number;
};

const { red, yellow, ahead, dueSoonDays, acknowledgeDays } = DEFAULT_THRESHOLDS;

export const DEFAULT_LIGHTS: LightSettings = {
  lightRed: red,
  lightYellow: yellow,
  lightAhead: ahead,
  dueSoonDays,
  acknowledgeDays,
};

export const DEFAULTS: Settings = {
  viewedOn: null,
  reportFrom: 20,
  reportTo: 25,
  officeName: "梅墟街道",
  reportLinks: true,
  clock13710: false,
  publicPage: false,
  phrases: ["请加快推进", "请报原因", "已阅"],
  keepMessagesMonths: 12,
  paperFonts: DEFAULT_FONTS,
  ...DEFAULT_LIGHTS,
};

/** How many phrases fit beside a task on a phone, and how long each may be. */
export const PHRASES = 4;
export const PHRASE_LETTERS = 16;

/** The phrases in a text of one a line: trimmed, without empty and repeated ones. */
export function phrasesIn(text: string): string[] {
  const lines = text.split("\n").map((line) => line.trim());
  return [...new Set(lines.filter((line) => line !== ""))];
}

export type SettingsRefusal = "impossibleDay" | "windowBackwards" | "limitsCrossed";

/** What stands against these choices, or null. The light turns yellow before it turns red. */
export function refusalOfSettings(settings: Settings): SettingsRefusal | null {
  if (settings.viewedOn !== null && !isDay(settings.viewedOn)) return "impossibleDay";
  if (settings.reportFrom > settings.reportTo) return "windowBackwards";
  return settings.lightRed >= settings.lightYellow ? "limitsCrossed" : null;
}

/** How lights are computed on `today`, by the office's choices and its working days. */
export function lightSetting(today: Day, settings: Settings, calendar: Calendar): Setting {
  const { reportFrom, reportTo } = settings;
  return {
    today,
    calendar,
    reporting: { every: "month", windowFromDay: reportFrom, windowToDay: reportTo },
    thresholds: thresholdsOf(settings),
  };
}

function thresholdsOf(settings: LightSettings): Thresholds {
  const { lightRed, lightYellow, lightAhead, dueSoonDays, acknowledgeDays } = settings;
  return { red: lightRed, yellow: lightYellow, ahead: lightAhead, dueSoonDays, acknowledgeDays };
}
