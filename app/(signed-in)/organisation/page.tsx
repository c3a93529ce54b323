import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { HoldingsTab } from "@/components/organisation/holdings-tab";
import { OrganisationView } from "@/components/organisation/organisation-view";
import { PageFrame } from "@/components/shell/page-frame";
import { currentActor } from "@/lib/auth/current-actor";
import { may } from "@/lib/auth/permissions";
import { now, today } from "@/lib/clock";
import { sayMoment } from "@/lib/house-style";
import { getOffice } from "@/lib/office";
import { getOrganisation } from "@/lib/organisation/queries";
import { clientWords, getLocale, getWords } from "@/lib/words";
import { WordsProvider } from "@/lib/words-client";

type Props = { searchParams: Promise<{ page?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords("organisation"))("title") };
}

export default async function OrganisationPage({ searchParams }: Props) {
  const actor = await currentActor();
  if (!may(actor, "organisation.see")) notFound();
  await getOffice(actor);
  const [organisation, t, locale] = await Promise.all([
    getOrganisation(actor),
    getWords("organisation"),
    getLocale(),
  ]);
  const page = Math.max(1, Math.floor(Number((await searchParams).page)) || 1);
  const rights = {
    units: may(actor, "unit.change"),
    people: may(actor, "person.change"),
    holdings: may(actor, "holding.change"),
    work: may(actor, "board.see"),
  };
  return (
    <WordsProvider {...(await clientWords("organisation"))}>
      <PageFrame asOf={sayMoment(now(), today(), locale)} title={t("title")}>
        <OrganisationView
          history={<HoldingsTab actor={actor} page={page} />}
          organisation={organisation}
          rights={rights}
        />
      </PageFrame>
    </WordsProvider>
  );
}
