import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { LeaderDesk } from "@/components/leader/leader-desk";
import { PageFrame } from "@/components/shell/page-frame";
import { TASK_WORDS } from "@/components/tasks/say";
import { currentActor } from "@/lib/auth/current-actor";
import { may } from "@/lib/auth/permissions";
import { sayDay, weekday } from "@/lib/calendar/rules";
import { today } from "@/lib/clock";
import { listSponsoredCases } from "@/lib/ledgers/case-queries";
import { getClosure } from "@/lib/samplings/closure-queries";
import { listAsks, listConcerning } from "@/lib/supervision/desk";
import { clientWords, getLocale, getWords } from "@/lib/words";
import { WordsProvider } from "@/lib/words-client";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords("leader"))("title") };
}

export default async function LeaderPage() {
  const actor = await currentActor();
  if (!may(actor, "instruction.add")) notFound();
  const [t, desk, locale] = await Promise.all([getWords("leader"), getWords("workbench"), getLocale()]);
  const [told, asks, cases, closure] = await Promise.all([
    listConcerning(actor),
    listAsks(actor),
    listSponsoredCases(actor),
    getClosure(actor),
  ]);
  const day = sayDay(today(), today(), locale);
  const hello = desk("hello", { name: actor.name, day, weekday: desk(`weekdays.${weekday(today())}`) });
  return (
    <PageFrame asOf={day} title={t("title")}>
      <p className="-mt-3 mb-4 text-muted">{hello}</p>
      <WordsProvider {...(await clientWords("leader", ...TASK_WORDS))}>
        <LeaderDesk asks={asks} cases={cases} closure={closure} instructions={told.instructions} />
      </WordsProvider>
    </PageFrame>
  );
}
