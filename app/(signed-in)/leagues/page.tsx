import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DefineSeries } from "@/components/leagues/define-series";
import { SeriesCards } from "@/components/leagues/series-cards";
import { PageFrame } from "@/components/shell/page-frame";
import { currentActor } from "@/lib/auth/current-actor";
import { may } from "@/lib/auth/permissions";
import { listLedgerChoices, listSeries } from "@/lib/leagues/queries";
import { getOffice } from "@/lib/office";
import { clientWords, getWords } from "@/lib/words";
import { WordsProvider } from "@/lib/words-client";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords("leagues"))("title") };
}

export default async function LeaguesPage() {
  const actor = await currentActor();
  if (!may(actor, "league.see")) notFound();
  const mayDefine = may(actor, "league.define");
  const [t, cards, { today }, ledgers] = await Promise.all([
    getWords("leagues"),
    listSeries(actor),
    getOffice(actor),
    mayDefine ? listLedgerChoices(actor) : [],
  ]);
  return (
    <WordsProvider {...(await clientWords("leagues"))}>
      <PageFrame
        actions={mayDefine ? <DefineSeries ledgers={ledgers} today={today} /> : null}
        title={t("title")}
      >
        <SeriesCards cards={cards} today={today} />
      </PageFrame>
    </WordsProvider>
  );
}
