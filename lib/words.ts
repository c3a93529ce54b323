import { cookies } from "next/headers";
import type { Locale, Words } from "./message-format";
import { loadMessages, localeOf, wordsFor } from "./wordings";

/** The language that the reader of this page chose, otherwise Chinese. */
export async function getLocale(): Promise<Locale> {
  return localeOf((await cookies()).get("locale")?.value);
}

/** The words of one namespace in the reader's language, for server components. */
export async function getWords(namespace: string): Promise<Words> {
  return wordsFor(await getLocale(), namespace);
}

/** The properties of `WordsProvider` that send only these namespaces to the browser. */
export async function clientWords(...namespaces: string[]) {
  const locale = await getLocale();
  const loaded = await Promise.all(
    namespaces.map(async (name) => [name, await loadMessages(locale, name)] as const),
  );
  return { locale, messages: Object.fromEntries(loaded) };
}
