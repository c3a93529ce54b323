import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { PaperActions } from "@/components/papers/paper-actions";
import { leftOut, PaperSheet } from "@/components/papers/paper-sheet";
import { PageFrame } from "@/components/shell/page-frame";
import { currentActor } from "@/lib/auth/current-actor";
import { may } from "@/lib/auth/permissions";
import { Forbidden, NotFound } from "@/lib/errors";
import { findChromium } from "@/lib/papers/chromium";
import { tablesOf } from "@/lib/papers/document-rules";
import { sourceKindOf } from "@/lib/papers/kind-rules";
import { paperOf } from "@/lib/papers/paper-queries";
import { getSettings } from "@/lib/settings/queries";
import { clientWords, getLocale, getWords } from "@/lib/words";
import { WordsProvider } from "@/lib/words-client";

type Props = {
  params: Promise<{ kind: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const readPaper = cache(async (kind: string, search: string) => {
  const actor = await currentActor();
  if (!may(actor, "paper.export") || !sourceKindOf(kind)) return null;
  return paperOf(actor, kind, new URLSearchParams(search), await getLocale()).catch((error) => {
    if (error instanceof NotFound || error instanceof Forbidden) return null;
    throw error;
  });
});

async function searchOf(given: Props["searchParams"]): Promise<string> {
  const entries = Object.entries(await given).flatMap(([key, value]) =>
    typeof value === "string" ? [[key, value]] : [],
  );
  return new URLSearchParams(entries).toString();
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const paper = await readPaper((await params).kind, await searchOf(searchParams));
  return paper ? { title: paper.document.title } : {};
}

export default async function PaperPage({ params, searchParams }: Props) {
  const { kind } = await params;
  const search = await searchOf(searchParams);
  const paper = await readPaper(kind, search);
  if (!paper) notFound();
  const [t, actor, { settings }] = await Promise.all([getWords("papers"), currentActor(), getSettings()]);
  const { document, origin } = paper;
  const all = new URLSearchParams(search).get("all") === "1";
  const whole =
    all || leftOut(document) === 0 ? null : `/papers/${kind}?${origin.asked ? `${origin.asked}&` : ""}all=1`;
  return (
    <WordsProvider {...(await clientWords("papers"))}>
      <PageFrame
        actions={
          <PaperActions
            address={`/api/papers/${kind}${origin.asked ? `?${origin.asked}` : ""}`}
            hasPdf={findChromium() !== null}
            hasTables={tablesOf(document).length > 0}
            mayReveal={paper.mayReveal}
            origin={origin}
            title={document.title}
            whole={whole}
          />
        }
        crumbs={may(actor, "paper.see") ? [{ label: t("title"), href: "/papers" }] : []}
        title={t(`kind.${kind}`)}
        wide
      >
        <PaperSheet all={all} document={document} fonts={settings.paperFonts} t={t} />
      </PageFrame>
    </WordsProvider>
  );
}
