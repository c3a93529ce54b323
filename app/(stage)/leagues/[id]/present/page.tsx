import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { LeagueStage } from "@/components/leagues/stage/league-stage";
import { currentActor } from "@/lib/auth/current-actor";
import { today } from "@/lib/clock";
import { NotFound } from "@/lib/errors";
import { getSeries, getTable } from "@/lib/leagues/queries";
import { getOffice } from "@/lib/office";
import { clientWords, getWords } from "@/lib/words";
import { WordsProvider } from "@/lib/words-client";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ edition?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords("leagues"))("stage.title") };
}

/** The big screen of a league; a series of posts has none, because no person is ranked in public. */
export default async function PresentLeaguePage({ params, searchParams }: Props) {
  const actor = await currentActor();
  await getOffice(actor);
  const { id } = await params;
  if (!/^[1-9]\d{0,8}$/.test(id)) notFound();
  const series = await getSeries(actor, Number(id)).catch(orNotFound);
  if (series.kind === "posts") notFound();
  const asked = (await searchParams).edition;
  const edition = series.editions.find(({ number }) => String(number) === asked) ?? null;
  const initial = await getTable(actor, series.id, { edition: edition?.number ?? null });
  return (
    <WordsProvider {...(await clientWords("leagues", "meetings"))}>
      <LeagueStage edition={edition} initial={initial} series={series} today={today()} />
    </WordsProvider>
  );
}

function orNotFound(error: unknown): never {
  if (error instanceof NotFound) notFound();
  throw error;
}
