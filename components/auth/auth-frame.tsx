import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { getSettings } from "@/lib/settings/queries";
import { getWords } from "@/lib/words";
import { LanguageChoice } from "./language-choice";

type Props = { title: string; wide?: boolean; children: ReactNode };

/** The pages before somebody is inside: what this is, whose it is, and one thing to do. */
export async function AuthFrame({ title, wide = false, children }: Props) {
  const [t, shell, { settings }] = await Promise.all([getWords("auth"), getWords("shell"), getSettings()]);
  return (
    <main
      className="flex flex-1 flex-col items-center px-4 py-8 outline-none sm:py-16 print:p-0"
      id="main"
      tabIndex={-1}
    >
      <div className={classNames("flex w-full flex-col gap-6", wide ? "max-w-3xl" : "max-w-[400px]")}>
        <header className="flex items-center gap-3">
          <span className="rounded bg-brand px-2 py-1 font-semibold text-title text-white leading-7">
            {shell("product")}
          </span>
          <span className="min-w-0">
            <span className="block font-semibold text-heading">{settings.officeName}</span>
            <span className="block text-muted text-small">{t("slogan")}</span>
          </span>
        </header>
        <section className="flex flex-col gap-5 rounded border border-line bg-paper p-5 sm:p-8 print:border-0 print:p-0">
          <h1 className="text-title">{title}</h1>
          {children}
        </section>
        <footer className="flex flex-wrap items-center justify-between gap-2 text-muted text-small print:hidden">
          <span>{t("noSecrets")}</span>
          <LanguageChoice />
        </footer>
      </div>
    </main>
  );
}
