import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageFrame } from "@/components/shell/page-frame";
import { SupervisionView } from "@/components/supervision/supervision-view";
import { TASK_WORDS } from "@/components/tasks/say";
import { currentActor } from "@/lib/auth/current-actor";
import { may } from "@/lib/auth/permissions";
import { sayDay } from "@/lib/calendar/rules";
import { today } from "@/lib/clock";
import { listConcerning } from "@/lib/supervision/desk";
import { clientWords, getLocale, getWords } from "@/lib/words";
import { WordsProvider } from "@/lib/words-client";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords("supervision"))("title") };
}

export default async function SupervisionPage() {
  const actor = await currentActor();
  if (!may(actor, "meeting.see")) notFound();
  const [t, locale, told] = await Promise.all([getWords("supervision"), getLocale(), listConcerning(actor)]);
  return (
    <PageFrame asOf={sayDay(today(), today(), locale)} title={t("title")}>
      <WordsProvider {...(await clientWords(...TASK_WORDS))}>
        <SupervisionView told={told} />
      </WordsProvider>
    </PageFrame>
  );
}
