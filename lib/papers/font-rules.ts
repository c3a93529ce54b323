import { DEFAULT_FONTS, PAPER_FONTS, type PaperFonts } from "../settings/rules";

/** The fonts of papers. None is shipped: a computer that lacks one is told what to take instead. */

/** `fallback` is what a computer without the first one has; `shape` and `panose` say what the letters look like, for one that has neither. */
export type Font = { name: string; fallback: string; shape: "roman" | "swiss" | "script"; panose: string };
export type Fonts = Record<keyof PaperFonts | "number", Font>;

const LOOKS: Record<keyof Fonts, Omit<Font, "name">> = {
  title: { fallback: "宋体", shape: "roman", panose: "02010600030101010101" },
  heading: { fallback: "SimHei", shape: "swiss", panose: "02010609060101010101" },
  subheading: { fallback: "楷体", shape: "script", panose: "02010609060101010101" },
  body: { fallback: "仿宋", shape: "roman", panose: "02010609060101010101" },
  number: { fallback: "SimSun", shape: "roman", panose: "02010600030101010101" },
};

export function fontsOf(chosen: PaperFonts): Fonts {
  const named = PAPER_FONTS.map((part) => [part, { ...LOOKS[part], name: chosen[part] }]);
  return { ...Object.fromEntries(named), number: { ...LOOKS.number, name: "宋体" } };
}

export const OFFICIAL_FONTS: Fonts = fontsOf(DEFAULT_FONTS);

/** Spreadsheets name one font only: the one that was chosen, and where nobody chose, what computers have. */
export function sheetFont(fonts: Fonts, part: keyof PaperFonts): string {
  const { name, fallback } = fonts[part];
  return name === DEFAULT_FONTS[part] ? fallback : name;
}

/** What style sheets put before their own fonts; parts that nobody chose are left out. */
export function chosenFonts(chosen: PaperFonts): Record<string, string> {
  const own = PAPER_FONTS.filter((part) => chosen[part] !== DEFAULT_FONTS[part]);
  return Object.fromEntries(own.map((part) => [`--font-paper-${part}`, `"${chosen[part]}"`]));
}
