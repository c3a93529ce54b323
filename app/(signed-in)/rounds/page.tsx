import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { BurdenMeter } from "@/components/rounds/burden-meter";
import { OpenRound } from "@/components/rounds/open-round";
import { RoundTable } from "@/components/rounds/round-table";
import { RoundTabs } from "@/components/rounds/round-tabs";
import { RuleList } from "@/components/rounds/rule-list";
import { PageFrame } from "@/components/shell/page-frame";
import { currentActor } from "@/lib/auth/current-actor";
import { may } from "@/lib/auth/permissions";
import { monthOf, sayDay } from "@/lib/calendar/rules";
import { today } from "@/lib/clock";
import { getBurden } from "@/lib/rounds/burden-queries";
import { listRounds } from "@/lib/rounds/queries";
import { clientWords, getLocale, getWords } from "@/lib/words";
import { WordsProvider } from "@/lib/words-client";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords("rounds"))("title") };
}

export default async function RoundsPage() {
  const actor = await currentActor();
  if (!may(actor, "round.see")) notFound();
  const changes = may(actor, "round.open");
  const [t, locale, { open, closed, rules }, burden] = await Promise.all([
    getWords("rounds"),
    getLocale(),
    listRounds(actor),
    may(actor, "burden.see") ? getBurden(actor, monthOf(today())) : null,
  ]);
  return (
    <WordsProvider {...(await clientWords("rounds", "tasks"))}>
      <PageFrame
        actions={changes ? <OpenRound /> : null}
        asOf={sayDay(today(), today(), locale)}
        title={t("title")}
      >
        <RoundTabs actor={actor} at="rounds" />
        <div className="grid gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
          <div className="min-w-0 space-y-8">
            <section>
              <h2 className="mb-2 text-heading">{t("openNow")}</h2>
              <RoundTable caption={t("openNow")} empty={t("none")} emptyWhy={t("noneWhy")} rounds={open} />
            </section>
            {closed.length > 0 ? (
              <section>
                <h2 className="mb-2 text-heading">{t("closed")}</h2>
                <RoundTable caption={t("closed")} empty={t("none")} rounds={closed} />
              </section>
            ) : null}
          </div>
          <div className="min-w-0 space-y-8">
            <RuleList changes={changes} rules={rules} />
            {burden ? <BurdenMeter burden={burden} /> : null}
          </div>
        </div>
      </PageFrame>
    </WordsProvider>
  );
}
