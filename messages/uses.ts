import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** One place in the code that asks for a word; a dynamic key is known only up to its first variable part. */
export type Use = { file: string; namespace: string; key: string; dynamic: boolean };

const TRANSLATOR =
  /\bconst\s+(\w+)\s*=\s*(?:await\s+)?(?:getWords|useWords|wordsFor)\(\s*(?:\w+\s*,\s*)?"(\w+)"/g;

/** The words that the sources below a folder ask for through `getWords`, `useWords` and `wordsFor`. */
export function usesIn(folder: string): Use[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name) && !name.includes(".test.") && !name.includes("generated"))
    .flatMap((name) => usesOf(readFileSync(path.join(folder, name), "utf8"), name));
}

/** The words that one source asks for: each call counts for the translator of that name declared last above it. */
export function usesOf(source: string, file: string): Use[] {
  const translators = [...source.matchAll(TRANSLATOR)];
  const names = [...new Set(translators.map((found) => found[1]))];
  return names.flatMap((name) =>
    [...source.matchAll(new RegExp(`(?<![\\w.])${name}\\(\\s*(["\`])([^"\`]*)\\1`, "g"))].flatMap((call) => {
      const maker = translators.findLast((found) => found[1] === name && found.index < call.index);
      if (!maker?.[2] || call[2] === undefined) return [];
      const [fixed = "", ...rest] = call[2].split("${");
      return [{ file, namespace: maker[2], key: fixed, dynamic: rest.length > 0 }];
    }),
  );
}
