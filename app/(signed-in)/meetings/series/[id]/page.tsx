import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { MeetingList } from "@/components/meetings/meeting-list";
import { Backlog } from "@/components/meetings/series/backlog";
import { SeriesActions } from "@/components/meetings/series/series-actions";
import { SeriesFacts } from "@/components/meetings/series/series-facts";
import { PageFrame } from "@/components/shell/page-frame";
import { Banner } from "@/components/ui/banner";
import { currentActor } from "@/lib/auth/current-actor";
import { may } from "@/lib/auth/permissions";
import { NotFound } from "@/lib/errors";
import { listBacklog } from "@/lib/meetings/agenda-queries";
import { listMeetings } from "@/lib/meetings/queries";
import { getSeries } from "@/lib/meetings/series-queries";
import { getOffice } from "@/lib/office";
import { clientWords, getWords } from "@/lib/words";
import { WordsProvider } from "@/lib/words-client";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords("agenda"))("series.title") };
}

export default async function SeriesPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await currentActor();
  const { id } = await params;
  if (!may(actor, "meeting.see") || !/^[1-9]\d{0,8}$/.test(id)) notFound();
  const series = await getSeries(actor, Number(id)).catch((error: unknown) => {
    if (error instanceof NotFound) notFound();
    throw error;
  });
  const [t, meetings, words, { today }, backlog, all] = await Promise.all([
    getWords("agenda"),
    getWords("meetings"),
    clientWords("meetings", "agenda", "tasks"),
    getOffice(actor),
    listBacklog(actor, series.id),
    listMeetings(actor),
  ]);
  const held = all.filter(({ seriesId }) => seriesId === series.id);
  return (
    <WordsProvider {...words}>
      <PageFrame
        actions={<SeriesActions series={series} today={today} />}
        crumbs={[{ label: meetings("title"), href: "/meetings" }]}
        title={series.name}
      >
        {series.closedOn === null ? null : <Banner>{t("series.closed")}</Banner>}
        <div className="grid gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,1fr)_19rem]">
          <div className="flex min-w-0 flex-col gap-8">
            <Backlog items={backlog} series={series} today={today} />
            <section>
              <h2 className="mb-2 text-heading" id="held">
                {t("series.meetings")}
              </h2>
              {held.length === 0 ? (
                <p className="text-muted">{t("series.noMeetings")}</p>
              ) : (
                <MeetingList caption={t("series.meetings")} meetings={held} today={today} />
              )}
            </section>
          </div>
          <SeriesFacts series={series} />
        </div>
      </PageFrame>
    </WordsProvider>
  );
}
