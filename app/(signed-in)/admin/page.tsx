import type { Metadata } from "next";
import Link from "next/link";
import { notFound, redirect } from "next/navigation";
import { FontSettings } from "@/components/admin/font-settings";
import { LightSettings } from "@/components/admin/light-settings";
import { OfficeSettings } from "@/components/admin/office-settings";
import { WordSettings } from "@/components/admin/word-settings";
import { Section } from "@/components/settings/section";
import { PageFrame } from "@/components/shell/page-frame";
import { currentActor } from "@/lib/auth/current-actor";
import { may, type OfficeAction } from "@/lib/auth/permissions";
import { today } from "@/lib/clock";
import { getSettings } from "@/lib/settings/queries";
import { clientWords, getWords } from "@/lib/words";
import { WordsProvider } from "@/lib/words-client";

const PARTS = [
  { key: "accounts", href: "/admin/accounts", opensFor: "account.add" },
  { key: "outlets", href: "/admin/outlets", opensFor: "outlet.change" },
  { key: "roles", href: "/admin/roles", opensFor: "account.setRoles" },
  { key: "journal", href: "/admin/journal", opensFor: "audit.see" },
  { key: "organisation", href: "/organisation", opensFor: "person.change" },
] as const satisfies readonly { key: string; href: string; opensFor: OfficeAction }[];

export async function generateMetadata(): Promise<Metadata> {
  const t = await getWords("admin");
  return { title: t("title") };
}

/** What this administrator administers. */
export default async function AdminPage() {
  const actor = await currentActor();
  const parts = PARTS.filter(({ opensFor }) => may(actor, opensFor));
  const [only, ...others] = parts;
  if (!only) notFound();
  if (others.length === 0) redirect(only.href);
  const [t, words, { settings, calendar }] = await Promise.all([
    getWords("admin"),
    clientWords("admin", "auth"),
    getSettings(),
  ]);
  return (
    <WordsProvider {...words}>
      <PageFrame title={t("title")}>
        <ul className="mb-8 grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
          {parts.map(({ key, href }) => (
            <li key={key}>
              <Link
                className="press flex h-full flex-col gap-1 rounded border border-line bg-paper px-4 py-3 hover:border-edge"
                href={href}
              >
                <span className="font-semibold text-action">{t(`index.${key}`)}</span>
                <span className="text-muted">{t(`index.${key}About`)}</span>
              </Link>
            </li>
          ))}
        </ul>
        {may(actor, "setting.change") ? (
          <div className="grid gap-x-10 lg:grid-cols-2">
            <Section id="office" title={t("index.office")}>
              <OfficeSettings settings={settings} today={today()} />
            </Section>
            <Section
              id="lights"
              intro={`${t("office.lightsAbout")}${t("office.horizon", { day: calendar.knownUntil })}`}
              title={t("office.lights")}
            >
              <LightSettings settings={settings} />
            </Section>
            <Section id="words" title={t("office.words")}>
              <WordSettings settings={settings} />
            </Section>
            <Section id="fonts" intro={t("office.fontsAbout")} title={t("office.fonts")}>
              <FontSettings chosen={settings.paperFonts} />
            </Section>
          </div>
        ) : null}
      </PageFrame>
    </WordsProvider>
  );
}
