import type { Metadata } from "next";
import { CalendarSection } from "@/components/notifications/calendar-section";
import { Preferences } from "@/components/notifications/preferences";
import { Display } from "@/components/settings/display";
import { Section } from "@/components/settings/section";
import { SessionList } from "@/components/settings/session-list";
import { TokenList } from "@/components/settings/token-list";
import { PageFrame } from "@/components/shell/page-frame";
import { LinkButton } from "@/components/ui/button";
import { getOwnAccount } from "@/lib/accounts/queries";
import { currentActor } from "@/lib/auth/current-actor";
import { may } from "@/lib/auth/permissions";
import { dayOf } from "@/lib/clock";
import { env } from "@/lib/env";
import { clientWords, getWords } from "@/lib/words";
import { WordsProvider } from "@/lib/words-client";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getWords("settings");
  return { title: t("title") };
}

export default async function SettingsPage() {
  const actor = await currentActor();
  const [t, words, account] = await Promise.all([
    getWords("settings"),
    clientWords("settings", "auth"),
    getOwnAccount(actor),
  ]);
  const change = (
    <LinkButton href="/settings/password" size="sm">
      {t("password.change")}
    </LinkButton>
  );
  return (
    <WordsProvider {...words}>
      <PageFrame title={t("title")}>
        <Section actions={change} id="password" title={t("password.title")}>
          <dl className="grid grid-cols-[max-content_1fr] gap-x-6 gap-y-1">
            <dt className="text-muted">{t("password.account")}</dt>
            <dd>{account.name}</dd>
            <dt className="text-muted">{t("password.changed")}</dt>
            <dd className="tabular">
              {dayOf(account.passwordChangedAt)}
              {env().PASSWORD_POLICY === "dengbao" ? (
                <span className="ml-3 text-muted">{t("password.expires")}</span>
              ) : null}
            </dd>
          </dl>
        </Section>
        <Preferences actor={actor} />
        {may(actor, "board.see") ? <CalendarSection actor={actor} /> : null}
        <SessionList actor={actor} />
        <TokenList actor={actor} />
        <Section id="display" title={t("display.title")}>
          <Display />
        </Section>
      </PageFrame>
    </WordsProvider>
  );
}
