import { cookies } from "next/headers";
import { type Locale, type Messages, translator, type Words } from "./message-format";

const LOCALES: readonly string[] = ["zh-CN", "en"] satisfies Locale[];

/** The language that this reader chose (cookie `locale`), otherwise Chinese. */
export async function getLocale(): Promise<Locale> {
  const chosen = (await cookies()).get("locale")?.value ?? "";
  return LOCALES.includes(chosen) ? (chosen as Locale) : "zh-CN";
}

/** The words of one namespace in the reader's language, for server components and route handlers. */
export async function getWords(namespace: string): Promise<Words> {
  return wordsFor(await getLocale(), namespace);
}

/** The words of one namespace in a given language, where there is no request to read it from. */
export async function wordsFor(locale: Locale, namespace: string): Promise<Words> {
  return translator(namespace, await loadMessages(locale, namespace), locale);
}

/** The properties of `WordsProvider` that send only these namespaces to the browser. */
export async function clientWords(...namespaces: string[]) {
  const locale = await getLocale();
  const loaded = await Promise.all(
    namespaces.map(async (name) => [name, await loadMessages(locale, name)] as const),
  );
  return { locale, messages: Object.fromEntries(loaded) };
}

async function loadMessages(locale: Locale, namespace: string): Promise<Messages> {
  const file: { default: Messages } = await import(`../messages/${locale}/${namespace}.json`);
  return file.default;
}
