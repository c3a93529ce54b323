import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ComposeButton } from "@/components/papers/compose-dialog";
import { PaperList } from "@/components/papers/paper-list";
import { ReadyList } from "@/components/papers/ready-list";
import { PageFrame } from "@/components/shell/page-frame";
import { EmptyState } from "@/components/ui/empty-state";
import { currentActor } from "@/lib/auth/current-actor";
import { may } from "@/lib/auth/permissions";
import { today } from "@/lib/clock";
import { listMeetings } from "@/lib/meetings/queries";
import { listPapers } from "@/lib/papers/queries";
import { listReady } from "@/lib/papers/ready-queries";
import { clientWords, getLocale, getWords } from "@/lib/words";
import { WordsProvider } from "@/lib/words-client";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords("papers"))("title") };
}

export default async function PapersPage() {
  const actor = await currentActor();
  if (!may(actor, "paper.see")) notFound();
  const composes = may(actor, "paper.compose");
  const [t, locale, papers, ready, meetings] = await Promise.all([
    getWords("papers"),
    getLocale(),
    listPapers(actor),
    listReady(actor),
    composes ? listMeetings(actor) : [],
  ]);
  const held = meetings.filter(({ status }) => status !== "draft");
  return (
    <WordsProvider {...(await clientWords("papers"))}>
      <PageFrame
        actions={
          composes ? (
            <ComposeButton
              meetings={held.map(({ id, title, heldOn }) => ({ id, title, heldOn }))}
              today={today()}
            />
          ) : null
        }
        title={t("title")}
      >
        <p className="mb-4 max-w-[40em] text-muted text-ui">{t("intro")}</p>
        <h2 className="mb-2 text-heading">{t("desk.drafts")}</h2>
        {papers.length > 0 ? (
          <PaperList locale={locale} papers={papers} t={t} today={today()} />
        ) : (
          <EmptyState title={t("desk.empty")}>
            {t(composes ? "desk.emptyTells" : "desk.emptyWait")}
          </EmptyState>
        )}
        <h2 className="mt-8 mb-2 text-heading">{t("desk.tables")}</h2>
        <ReadyList ready={ready} t={t} />
      </PageFrame>
    </WordsProvider>
  );
}
