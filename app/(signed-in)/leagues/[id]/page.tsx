import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { LeagueActions } from "@/components/leagues/league-actions";
import { LeagueView } from "@/components/leagues/league-view";
import { PageFrame } from "@/components/shell/page-frame";
import { currentActor } from "@/lib/auth/current-actor";
import type { Actor } from "@/lib/auth/permissions";
import { sayDay } from "@/lib/calendar/rules";
import { NotFound } from "@/lib/errors";
import { getIncentives } from "@/lib/incentives/queries";
import { listAppeals } from "@/lib/leagues/appeal-queries";
import { getSeries, getTable, listLedgerChoices, type SeriesView } from "@/lib/leagues/queries";
import { getOffice } from "@/lib/office";
import { clientWords, getLocale, getWords } from "@/lib/words";
import { WordsProvider } from "@/lib/words-client";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ edition?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords("leagues"))("title") };
}

export default async function LeaguePage({ params, searchParams }: Props) {
  const actor = await currentActor();
  const { id } = await params;
  if (!/^[1-9]\d{0,8}$/.test(id)) notFound();
  const series = await getSeries(actor, Number(id)).catch(orNotFound);
  const edition = editionOf(series, (await searchParams).edition);
  const [t, locale, { today }] = await Promise.all([getWords("leagues"), getLocale(), getOffice(actor)]);
  const { shown, ...beside } = await read(actor, series, edition?.number ?? null, edition?.id ?? null);
  const ledgers = series.rights.define ? await listLedgerChoices(actor) : [];
  const given = { series, shown, edition, today };
  return (
    <WordsProvider {...(await clientWords("leagues"))}>
      <PageFrame
        actions={<LeagueActions {...given} ledgers={ledgers} />}
        asOf={sayDay(shown.table.asOf, today, locale)}
        crumbs={[{ label: t("title"), href: "/leagues" }]}
        title={series.name}
        wide
      >
        <LeagueView {...given} {...beside} />
      </PageFrame>
    </WordsProvider>
  );
}

/** The edition that the address names; without one the last, and before the first the figures of today. */
function editionOf(
  { editions }: SeriesView,
  asked: string | undefined,
): SeriesView["editions"][number] | null {
  if (asked === "live") return null;
  if (asked === undefined) return editions[0] ?? null;
  const found = editions.find(({ number }) => String(number) === asked);
  return found ?? notFound();
}

async function read(actor: Actor, { id }: SeriesView, edition: number | null, editionId: number | null) {
  const [shown, appeals, incentives] = await Promise.all([
    getTable(actor, id, { edition }),
    listAppeals(actor, id),
    getIncentives(actor, id, editionId),
  ]);
  return { shown, appeals, incentives };
}

function orNotFound(error: unknown): never {
  if (error instanceof NotFound) notFound();
  throw error;
}
