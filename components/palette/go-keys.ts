import type { NavItem } from "@/components/shell/navigation";

/** After G: where the next letter leads. Pages that this person may not open have no letter. */
const LETTERS: Record<string, string> = {
  m: "desk",
  b: "board",
  w: "wall",
  p: "plan",
  l: "ledgers",
  v: "coverage",
  s: "leagues",
  r: "meetings",
  o: "organisation",
};

/** How long G waits for its second letter. */
export const GO_MS = 1500;

export function pageFor(letter: string, pages: readonly NavItem[]): NavItem | null {
  return pages.find(({ key }) => key === LETTERS[letter]) ?? null;
}

/** The letters of G that lead somewhere, with the key of their page. */
export function goLetters(pages: readonly NavItem[]): { letter: string; key: string }[] {
  return Object.entries(LETTERS)
    .filter(([letter]) => pageFor(letter, pages) !== null)
    .map(([letter, key]) => ({ letter, key }));
}
