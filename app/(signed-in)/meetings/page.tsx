import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { MeetingList } from "@/components/meetings/meeting-list";
import { OpenMeeting } from "@/components/meetings/open-meeting";
import { NewSeries } from "@/components/meetings/series/new-series";
import { PlanMeeting } from "@/components/meetings/series/plan-meeting";
import { SeriesList } from "@/components/meetings/series/series-list";
import { PageFrame } from "@/components/shell/page-frame";
import { EmptyState } from "@/components/ui/empty-state";
import { currentActor } from "@/lib/auth/current-actor";
import { may } from "@/lib/auth/permissions";
import { listMeetings, type MeetingRow } from "@/lib/meetings/queries";
import { listSeries } from "@/lib/meetings/series-queries";
import { getOffice } from "@/lib/office";
import { clientWords, getWords } from "@/lib/words";
import { WordsProvider } from "@/lib/words-client";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords("meetings"))("title") };
}

export default async function MeetingsPage() {
  const actor = await currentActor();
  if (!may(actor, "meeting.see")) notFound();
  const [t, agenda, meetings, series, { today }] = await Promise.all([
    getWords("meetings"),
    getWords("agenda"),
    listMeetings(actor),
    listSeries(actor),
    getOffice(actor),
  ]);
  const mayOpen = may(actor, "meeting.open");
  const [running, past] = [meetings.filter(isRunning), meetings.filter((one) => !isRunning(one))];
  return (
    <WordsProvider {...(await clientWords("meetings", "agenda", "tasks"))}>
      <PageFrame
        actions={
          mayOpen ? (
            <>
              <PlanMeeting series={series} today={today} />
              <OpenMeeting last={lastOf(meetings)} today={today} />
            </>
          ) : null
        }
        title={t("title")}
      >
        <div className="flex flex-col gap-8">
          {running.length > 0 ? (
            <section>
              <h2 className="mb-2 text-heading" id="coming">
                {agenda("coming.title")}
              </h2>
              <MeetingList caption={agenda("coming.title")} meetings={running} today={today} />
            </section>
          ) : null}
          <section>
            <div className="mb-2 flex items-center justify-between gap-2">
              <h2 className="text-heading" id="series">
                {agenda("series.title")}
              </h2>
              {may(actor, "meetingSeries.change") ? <NewSeries /> : null}
            </div>
            <SeriesList series={series} today={today} />
          </section>
          <section>
            <h2 className="mb-2 text-heading" id="past">
              {agenda("past.title")}
            </h2>
            {past.length === 0 ? (
              <EmptyState title={t("empty.title")}>{t(mayOpen ? "empty.open" : "empty.wait")}</EmptyState>
            ) : (
              <MeetingList caption={agenda("past.title")} meetings={past} today={today} />
            )}
          </section>
        </div>
      </PageFrame>
    </WordsProvider>
  );
}

const isRunning = ({ status }: MeetingRow) => status !== "closed";

/** The meeting that was opened last: what a new one compares with unless somebody says otherwise. */
function lastOf(meetings: readonly MeetingRow[]) {
  const opened = meetings.filter(({ status }) => status !== "draft");
  const last = opened.reduce<MeetingRow | null>(
    (latest, one) => (latest === null || one.openedSeq > latest.openedSeq ? one : latest),
    null,
  );
  return last && { id: last.id, title: last.title, heldOn: last.heldOn };
}
