import type { Metadata, Viewport } from "next";
import { cookies, headers } from "next/headers";
import type { ReactNode } from "react";
import { BrowserNotice } from "@/components/shell/browser-notice";
import { LiveRegions } from "@/components/ui/announce";
import { Toaster } from "@/components/ui/toast";
import { clientWords, getLocale, getWords } from "@/lib/words";
import { WordsProvider } from "@/lib/words-client";
import "./globals.css";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getWords("shell");
  return {
    title: { default: t("product"), template: `%s · ${t("product")}` },
    robots: { index: false, follow: false },
    referrer: "same-origin",
    formatDetection: { telephone: false, date: false, address: false, email: false },
  };
}

export const viewport: Viewport = { width: "device-width", initialScale: 1, viewportFit: "cover" };

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [nonce, jar, locale, t] = await Promise.all([
    headers().then((sent) => sent.get("x-nonce") ?? undefined),
    cookies(),
    getLocale(),
    getWords("shell"),
  ]);
  const density = jar.get("density")?.value === "compact" ? "compact" : "comfortable";
  return (
    <html data-density={density} lang={locale}>
      <head>
        <meta content="webkit" name="renderer" />
      </head>
      <body>
        <BrowserNotice nonce={nonce} />
        <WordsProvider {...(await clientWords("ui", "shell"))}>
          <div className="flex min-h-dvh flex-col print:block print:min-h-0" id="app">
            <a
              className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50 focus:rounded focus:bg-paper focus:px-3 focus:py-2 focus:shadow"
              href="#main"
            >
              {t("skip")}
            </a>
            {children}
          </div>
          <Toaster />
        </WordsProvider>
        <LiveRegions />
      </body>
    </html>
  );
}
