export type ComboboxOption = {
  id: number;
  label: string;
  /** Tells apart options of one name: the unit of a post. */
  note?: string;
  group?: string;
  /** What else finds it, separated by spaces: full pinyin, initials, code. */
  keys?: string;
};

/**
 * The options that every word of the query finds, in the order given, which is the order of the organisation.
 * A word finds an option by part of its label, note or group, or by the beginning of one of its keys.
 */
export function filterOptions(options: readonly ComboboxOption[], query: string): ComboboxOption[] {
  const words = plain(query).split(/\s+/).filter(Boolean);
  return options.filter((option) => words.every((word) => finds(option, word)));
}

function finds(option: ComboboxOption, word: string): boolean {
  const shown = plain(`${option.label} ${option.note ?? ""} ${option.group ?? ""}`);
  return (
    shown.includes(word) ||
    plain(option.keys ?? "")
      .split(/\s+/)
      .some((key) => key.startsWith(word))
  );
}

/** Without case, full-width letters, and the apostrophes that input methods put between syllables. */
function plain(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(/['’]/g, "");
}
