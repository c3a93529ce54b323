import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { MeetingList } from "@/components/meetings/meeting-list";
import { OpenMeeting } from "@/components/meetings/open-meeting";
import { PageFrame } from "@/components/shell/page-frame";
import { currentActor } from "@/lib/auth/current-actor";
import { may } from "@/lib/auth/permissions";
import { listMeetings } from "@/lib/meetings/queries";
import { getOffice } from "@/lib/office";
import { clientWords, getWords } from "@/lib/words";
import { WordsProvider } from "@/lib/words-client";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords("meetings"))("title") };
}

export default async function MeetingsPage() {
  const actor = await currentActor();
  if (!may(actor, "meeting.see")) notFound();
  const [t, meetings, { today }] = await Promise.all([
    getWords("meetings"),
    listMeetings(actor),
    getOffice(actor),
  ]);
  const last = meetings.reduce<(typeof meetings)[number] | null>(
    (latest, one) => (latest === null || one.openedSeq > latest.openedSeq ? one : latest),
    null,
  );
  const since = last && { id: last.id, title: last.title, heldOn: last.heldOn };
  return (
    <WordsProvider {...(await clientWords("meetings"))}>
      <PageFrame
        actions={may(actor, "meeting.open") ? <OpenMeeting last={since} today={today} /> : null}
        title={t("title")}
      >
        <MeetingList meetings={meetings} mayOpen={may(actor, "meeting.open")} today={today} />
      </PageFrame>
    </WordsProvider>
  );
}
