import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { ComposedPaper } from "@/components/papers/composed-paper";
import { PaperActions } from "@/components/papers/paper-actions";
import { PaperSheet } from "@/components/papers/paper-sheet";
import { PageFrame } from "@/components/shell/page-frame";
import { currentActor } from "@/lib/auth/current-actor";
import { may } from "@/lib/auth/permissions";
import { NotFound } from "@/lib/errors";
import { findChromium } from "@/lib/papers/chromium";
import { tablesOf } from "@/lib/papers/document-rules";
import { frameFor } from "@/lib/papers/frame";
import { documentOf, getPaper } from "@/lib/papers/queries";
import { getSettings } from "@/lib/settings/queries";
import { clientWords, getLocale, getWords } from "@/lib/words";
import { WordsProvider } from "@/lib/words-client";

type Props = { params: Promise<{ id: string }> };

const readPaper = cache(async (id: string) => {
  if (!/^[1-9]\d{0,8}$/.test(id)) return null;
  return getPaper(await currentActor(), Number(id)).catch((error) => {
    if (error instanceof NotFound) return null;
    throw error;
  });
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const paper = await readPaper((await params).id);
  return paper ? { title: paper.title } : {};
}

export default async function ComposedPaperPage({ params }: Props) {
  const paper = await readPaper((await params).id);
  if (!paper) notFound();
  const actor = await currentActor();
  const t = await getWords("papers");
  const { settings } = await getSettings();
  const document = documentOf(await frameFor(actor, await getLocale()), paper);
  const { id: paperId, kind, title, version } = paper;
  return (
    <WordsProvider {...(await clientWords("papers"))}>
      <PageFrame crumbs={[{ label: t("title"), href: "/papers" }]} title={t(`kind.${kind}`)}>
        <ComposedPaper
          actions={
            <PaperActions
              address={`/api/papers/composed?id=${paperId}`}
              hasPdf={findChromium() !== null}
              hasTables={tablesOf(document).length > 0}
              origin={{ kind, asked: "", paperId, taskId: null }}
              title={title}
              whole={null}
            />
          }
          key={version}
          paper={paper}
          rights={{ edit: may(actor, "paper.edit"), issue: may(actor, "paper.issue") }}
        >
          <PaperSheet all document={document} fonts={settings.paperFonts} t={t} />
        </ComposedPaper>
      </PageFrame>
    </WordsProvider>
  );
}
