import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PublishedList } from "@/components/dashboard/published-list";
import { PageFrame } from "@/components/shell/page-frame";
import { Banner } from "@/components/ui/banner";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { currentActor } from "@/lib/auth/current-actor";
import { may } from "@/lib/auth/permissions";
import { listPublishable } from "@/lib/dashboard/public-queries";
import { getSettings } from "@/lib/settings/queries";
import { clientWords, getWords } from "@/lib/words";
import { WordsProvider } from "@/lib/words-client";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords("publicPage"))("choose.title") };
}

/** Which tasks count on the public page. */
export default async function PublishedPage() {
  const actor = await currentActor();
  if (!may(actor, "task.add")) notFound();
  const [t, dashboard, sections, { settings }] = await Promise.all([
    getWords("publicPage"),
    getWords("dashboard"),
    listPublishable(actor),
    getSettings(),
  ]);
  return (
    <PageFrame
      actions={settings.publicPage ? <LinkButton href="/public">{t("choose.look")}</LinkButton> : null}
      crumbs={[{ label: dashboard("title"), href: "/dashboard" }]}
      title={t("choose.title")}
    >
      <p className="measure mb-4 text-muted">{t("choose.intro")}</p>
      <div className="mb-4">
        <Banner tone={settings.publicPage ? "success" : "info"}>
          {t(settings.publicPage ? "choose.open" : "choose.shut")}
        </Banner>
      </div>
      {sections.length === 0 ? (
        <EmptyState title={t("choose.empty")}>{t("choose.emptyWhy")}</EmptyState>
      ) : (
        <WordsProvider {...(await clientWords("publicPage"))}>
          <PublishedList sections={sections} />
        </WordsProvider>
      )}
    </PageFrame>
  );
}
