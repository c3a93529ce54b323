/** One thing that the palette can open. `text` is what is searched in, folded already. */
export type Findable = { key: string; label: string; note: string; href: string; text: string };

const MOST = 30;

/** What every word of the query finds; what begins with it, in its label, comes first. */
export function find(all: readonly Findable[], query: string): Findable[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  const found = all.filter(({ text }) => words.every((word) => text.includes(word)));
  const first = words[0] ?? "";
  const leads = (one: Findable) => first !== "" && fold(one.label).startsWith(first);
  return [...found.filter(leads), ...found.filter((one) => !leads(one))].slice(0, MOST);
}

/** Folds width and case, so that Ａ１, a1 and A1 find each other. */
export function fold(text: string): string {
  return text.normalize("NFKC").toLowerCase();
}
