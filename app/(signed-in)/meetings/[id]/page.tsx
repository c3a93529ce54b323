import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Agenda } from "@/components/meetings/agenda/agenda";
import { Attendance } from "@/components/meetings/attendance";
import { Figures } from "@/components/meetings/figures";
import { MeetingLive } from "@/components/meetings/live";
import { MeetingActions } from "@/components/meetings/meeting-actions";
import { MeetingViews } from "@/components/meetings/meeting-views";
import { Outcomes } from "@/components/meetings/outcomes";
import { ReviewHead } from "@/components/meetings/review-head";
import { ReviewParts } from "@/components/meetings/review-parts";
import { sayAsOf } from "@/components/meetings/say";
import { firstView } from "@/components/meetings/view-rules";
import { PageFrame } from "@/components/shell/page-frame";
import { Banner } from "@/components/ui/banner";
import { classNames } from "@/components/ui/class-names";
import { currentActor } from "@/lib/auth/current-actor";
import { may } from "@/lib/auth/permissions";
import { isDay } from "@/lib/calendar/rules";
import { NotFound } from "@/lib/errors";
import { listBacklog } from "@/lib/meetings/agenda-queries";
import { getReview } from "@/lib/meetings/review-queries";
import { LISTS, type ListKey } from "@/lib/meetings/review-rules";
import { getOffice } from "@/lib/office";
import { clientWords, getLocale, getWords } from "@/lib/words";
import { WordsProvider } from "@/lib/words-client";

type Search = { list?: string; since?: string; view?: string };
type Props = { params: Promise<{ id: string }>; searchParams: Promise<Search> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords("meetings"))("title") };
}

export default async function MeetingPage({ params, searchParams }: Props) {
  const actor = await currentActor();
  if (!may(actor, "meeting.see")) notFound();
  const search = await searchParams;
  const since = search.since && isDay(search.since) ? search.since : undefined;
  const { review, tasks } = await getReview(actor, idOf((await params).id), { since }).catch(orNotFound);
  const [t, locale, { today }] = await Promise.all([getWords("meetings"), getLocale(), getOffice(actor)]);
  const { meeting, agenda } = review;
  const series = meeting.seriesId;
  const backlog = agenda.rights.change && series !== null ? await listBacklog(actor, series) : [];
  const list = listIn(search.list);
  const rights = {
    open: may(actor, "meeting.open"),
    plan: may(actor, "agenda.change"),
    close: may(actor, "meeting.close"),
    reopen: may(actor, "meeting.reopen"),
  };
  const panels = {
    agenda: <Agenda backlog={backlog} today={today} />,
    changes:
      meeting.status === "draft" ? undefined : <ReviewParts {...{ list, review, since, tasks, today }} />,
    attendance: <Attendance />,
  };
  return (
    <WordsProvider {...(await clientWords("meetings", "agenda", "tasks", "lights"))}>
      <PageFrame
        actions={<MeetingActions meeting={meeting} rights={rights} today={today} />}
        asOf={meeting.status === "draft" ? undefined : sayAsOf(meeting, meeting.openedDay, locale)}
        crumbs={[{ label: t("title"), href: "/meetings" }]}
        title={meeting.title}
        wide
      >
        <ReviewHead meeting={meeting} />
        {meeting.status === "draft" ? <DraftNote /> : null}
        <MeetingLive initial={review}>
          {meeting.status === "draft" ? null : (
            <Figures chosen={list} figures={review.figures} meetingId={meeting.id} />
          )}
          <div
            className={classNames(
              "mt-6 grid gap-x-8 gap-y-8 print:block",
              meeting.status !== "draft" && "lg:grid-cols-[minmax(0,1fr)_24rem]",
            )}
          >
            <div className="min-w-0">
              <MeetingViews first={firstView(review, { list, since, view: search.view })} panels={panels} />
            </div>
            {meeting.status === "draft" ? null : <Outcomes mayWrite={may(actor, "outcome.add")} />}
          </div>
        </MeetingLive>
      </PageFrame>
    </WordsProvider>
  );
}

async function DraftNote() {
  return <Banner>{(await getWords("agenda"))("plan.draft")}</Banner>;
}

function idOf(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) notFound();
  return Number(text);
}

function orNotFound(error: unknown): never {
  if (error instanceof NotFound) notFound();
  throw error;
}

function listIn(text: string | undefined): ListKey | null {
  return LISTS.find((key) => key === text) ?? null;
}
