import { pinyin } from "pinyin-pro";

const known = new Map<string, string>();
const MOST_KEPT = 20_000;

/** Full pinyin and initials of a name, which stays the same and is asked for again and again. */
export function soundsOf(name: string): string {
  const found = known.get(name);
  if (found !== undefined) return found;
  const syllables = pinyin(name, { toneType: "none", type: "array" });
  const sounds = `${syllables.join("")} ${syllables.map((one) => one[0] ?? "").join("")}`.toLowerCase();
  if (known.size >= MOST_KEPT) known.clear();
  known.set(name, sounds);
  return sounds;
}
