import { type Locale, type Messages, translator, type Words } from "./message-format";

const LOCALES: readonly string[] = ["zh-CN", "en"] satisfies Locale[];

/** The language that a reader chose (cookie `locale`), otherwise Chinese. */
export function localeOf(chosen: string | undefined): Locale {
  return LOCALES.includes(chosen ?? "") ? (chosen as Locale) : "zh-CN";
}

/** The words of one namespace in a given language. */
export async function wordsFor(locale: Locale, namespace: string): Promise<Words> {
  return translator(namespace, await loadMessages(locale, namespace), locale);
}

/** The language of whoever sent this request. */
export function localeOfRequest(request: Pick<Request, "headers">): Locale {
  return localeOf(/(?:^|;\s*)locale=([\w-]+)/.exec(request.headers.get("cookie") ?? "")?.[1]);
}

/** The words of one namespace in the language of whoever sent this request. */
export function wordsOf(request: Pick<Request, "headers">, namespace: string): Promise<Words> {
  return wordsFor(localeOfRequest(request), namespace);
}

export async function loadMessages(locale: Locale, namespace: string): Promise<Messages> {
  const file: { default: Messages } = await import(`../messages/${locale}/${namespace}.json`);
  return file.default;
}
