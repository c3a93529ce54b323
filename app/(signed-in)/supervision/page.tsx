import type { Metadata } from "next";
import { notFound } from "next/navigation";
import type { Samplings } from "@/components/samplings/samplings-tab";
import { PageFrame } from "@/components/shell/page-frame";
import { SupervisionView } from "@/components/supervision/supervision-view";
import { TASK_WORDS } from "@/components/tasks/say";
import { currentActor } from "@/lib/auth/current-actor";
import { type Actor, may } from "@/lib/auth/permissions";
import { sayDay } from "@/lib/calendar/rules";
import { today } from "@/lib/clock";
import { getClosure } from "@/lib/samplings/closure-queries";
import { listSamplings } from "@/lib/samplings/queries";
import { listConcerning } from "@/lib/supervision/desk";
import { clientWords, getLocale, getWords } from "@/lib/words";
import { WordsProvider } from "@/lib/words-client";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords("supervision"))("title") };
}

async function readChecks(actor: Actor): Promise<Samplings> {
  const [samplings, closure] = await Promise.all([listSamplings(actor), getClosure(actor)]);
  return { samplings, closure };
}

export default async function SupervisionPage() {
  const actor = await currentActor();
  if (!may(actor, "meeting.see")) notFound();
  const [t, locale, told, checks] = await Promise.all([
    ...([getWords("supervision"), getLocale(), listConcerning(actor)] as const),
    may(actor, "sampling.see") ? readChecks(actor) : null,
  ]);
  return (
    <PageFrame asOf={sayDay(today(), today(), locale)} title={t("title")}>
      <WordsProvider {...(await clientWords("samplings", ...TASK_WORDS))}>
        <SupervisionView checks={checks} told={told} />
      </WordsProvider>
    </PageFrame>
  );
}
