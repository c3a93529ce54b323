import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { RoundActions } from "@/components/rounds/round-actions";
import { RoundView } from "@/components/rounds/round-view";
import { PageFrame } from "@/components/shell/page-frame";
import { currentActor } from "@/lib/auth/current-actor";
import { may } from "@/lib/auth/permissions";
import { now, today } from "@/lib/clock";
import { NotFound } from "@/lib/errors";
import { sayMoment } from "@/lib/house-style";
import { listLinks } from "@/lib/rounds/link-queries";
import { getRound } from "@/lib/rounds/queries";
import type { RoundPage } from "@/lib/rounds/views";
import { listWriters } from "@/lib/rounds/writer-queries";
import { getSettings } from "@/lib/settings/queries";
import { clientWords, getLocale, getWords } from "@/lib/words";
import { WordsProvider } from "@/lib/words-client";

type Props = { params: Promise<{ id: string }> };

const readRound = cache(async (id: string): Promise<RoundPage | null> => {
  const actor = await currentActor();
  if (!may(actor, "round.see") || !/^[1-9]\d{0,8}$/.test(id)) return null;
  return getRound(actor, Number(id)).catch((error) => {
    if (error instanceof NotFound) return null;
    throw error;
  });
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const page = await readRound((await params).id);
  return page ? { title: page.round.title } : {};
}

export default async function OneRoundPage({ params }: Props) {
  const page = await readRound((await params).id);
  if (!page) notFound();
  const [actor, t, locale] = await Promise.all([currentActor(), getWords("rounds"), getLocale()]);
  const { settings } = await getSettings();
  const links = may(actor, "reportLink.make") && settings.reportLinks;
  const { id } = page.round;
  const linking = links ? { writers: await listWriters(actor, id), links: await listLinks(actor, id) } : null;
  const changes = may(actor, "round.open");
  return (
    <WordsProvider {...(await clientWords("rounds", "report", "tasks", "supervision", "lights"))}>
      <PageFrame
        actions={<RoundActions changes={changes} counts={page.counts} linking={linking} round={page.round} />}
        asOf={sayMoment(now(), today(), locale)}
        crumbs={[{ label: t("title"), href: "/rounds" }]}
        title={page.round.title}
      >
        <RoundView changes={changes} page={page} />
      </PageFrame>
    </WordsProvider>
  );
}
