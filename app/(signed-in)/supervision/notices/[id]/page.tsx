import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { cache } from "react";
import { NoticePaper } from "@/components/supervision/notice-paper";
import { TASK_WORDS } from "@/components/tasks/say";
import { currentActor } from "@/lib/auth/current-actor";
import { may } from "@/lib/auth/permissions";
import { NotFound } from "@/lib/errors";
import { numberOf } from "@/lib/supervision/notice-rules";
import { getNoticePaper } from "@/lib/supervision/queries";
import { clientWords, getWords } from "@/lib/words";
import { WordsProvider } from "@/lib/words-client";

type Props = { params: Promise<{ id: string }> };

const readPaper = cache(async (id: string) => {
  const actor = await currentActor();
  if (!may(actor, "meeting.see") || !/^[1-9]\d{0,8}$/.test(id)) return null;
  return getNoticePaper(actor, Number(id)).catch((error) => {
    if (error instanceof NotFound) return null;
    throw error;
  });
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const paper = await readPaper((await params).id);
  return paper ? { title: numberOf(paper.notice) } : {};
}

export default async function NoticePage({ params }: Props) {
  const paper = await readPaper((await params).id);
  if (!paper) notFound();
  const t = await getWords("supervision");
  return (
    <WordsProvider {...(await clientWords(...TASK_WORDS))}>
      <main
        className="mx-auto w-full min-w-0 max-w-[1200px] flex-1 px-4 pt-4 pb-20 outline-none md:pb-10 lg:px-6 print:p-0"
        id="main"
        tabIndex={-1}
      >
        {/* Only the letter itself is printed. */}
        <header className="mb-3 print:hidden">
          <Link
            className="inline-block py-1 text-muted text-small hover:text-ink hover:underline"
            href="/supervision"
          >
            {t("title")}
          </Link>
          <h1 className="text-title">{numberOf(paper.notice)}</h1>
        </header>
        <NoticePaper afterName={paper.afterName} paper={paper} />
      </main>
    </WordsProvider>
  );
}
