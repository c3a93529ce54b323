import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Exceptions } from "@/components/meetings/exceptions";
import { Figures } from "@/components/meetings/figures";
import { ListedTasks } from "@/components/meetings/listed-tasks";
import { MeetingActions } from "@/components/meetings/meeting-actions";
import { Outcomes } from "@/components/meetings/outcomes";
import { ReviewHead } from "@/components/meetings/review-head";
import { sayAsOf } from "@/components/meetings/say";
import { SectionChanges } from "@/components/meetings/section-changes";
import { PageFrame } from "@/components/shell/page-frame";
import { currentActor } from "@/lib/auth/current-actor";
import { may } from "@/lib/auth/permissions";
import { NotFound } from "@/lib/errors";
import { getReview } from "@/lib/meetings/review-queries";
import { LISTS, type ListKey } from "@/lib/meetings/review-rules";
import { clientWords, getLocale, getWords } from "@/lib/words";
import { WordsProvider } from "@/lib/words-client";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ list?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords("meetings"))("title") };
}

export default async function MeetingPage({ params, searchParams }: Props) {
  const actor = await currentActor();
  if (!may(actor, "meeting.see")) notFound();
  const { review, tasks } = await getReview(actor, idOf((await params).id)).catch(orNotFound);
  const [t, locale] = await Promise.all([getWords("meetings"), getLocale()]);
  const { meeting } = review;
  const list = listIn((await searchParams).list);
  const rights = {
    write: may(actor, "outcome.add"),
    close: may(actor, "meeting.close"),
    reopen: may(actor, "meeting.reopen"),
  };
  return (
    <WordsProvider {...(await clientWords("meetings", "tasks", "lights"))}>
      <PageFrame
        actions={<MeetingActions meeting={meeting} rights={rights} />}
        asOf={sayAsOf(meeting, meeting.openedDay, locale)}
        crumbs={[{ label: t("title"), href: "/meetings" }]}
        title={meeting.title}
        wide
      >
        <ReviewHead meeting={meeting} />
        <Figures chosen={list} figures={review.figures} meetingId={meeting.id} />
        <div className="mt-6 grid gap-x-8 gap-y-8 lg:grid-cols-[minmax(0,1fr)_24rem] print:block">
          <div className="flex min-w-0 flex-col gap-8">
            {list ? <ListedTasks list={list} meeting={meeting} tasks={tasks} /> : null}
            <Exceptions review={review} />
            <SectionChanges review={review} />
          </div>
          <Outcomes initial={review} mayWrite={rights.write} />
        </div>
      </PageFrame>
    </WordsProvider>
  );
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
