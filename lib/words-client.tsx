"use client";

import { createContext, type ReactNode, useContext, useMemo } from "react";
import { type Locale, type Messages, translator, type Words } from "./message-format";

type Sent = { locale: Locale; messages: Record<string, Messages> };

const WordsContext = createContext<Sent>({ locale: "zh-CN", messages: {} });

/** Gives the parts below these namespaces, besides those that the parts above already have. */
export function WordsProvider({ locale, messages, children }: Sent & { children: ReactNode }) {
  const above = useContext(WordsContext).messages;
  const sent = useMemo(() => ({ locale, messages: { ...above, ...messages } }), [locale, above, messages]);
  return <WordsContext value={sent}>{children}</WordsContext>;
}

/** The words of one namespace that a `WordsProvider` above has sent. */
export function useWords(namespace: string): Words {
  const { locale, messages } = useContext(WordsContext);
  return useMemo(
    () => translator(namespace, messages[namespace] ?? {}, locale),
    [namespace, messages, locale],
  );
}

export function useLocale(): Locale {
  return useContext(WordsContext).locale;
}
