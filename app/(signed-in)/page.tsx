import type { Metadata } from "next";
import { PageFrame } from "@/components/shell/page-frame";
import { TASK_WORDS } from "@/components/tasks/say";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Workbench } from "@/components/workbench/workbench";
import { currentActor } from "@/lib/auth/current-actor";
import { type Actor, may } from "@/lib/auth/permissions";
import { sayDay, weekday } from "@/lib/calendar/rules";
import { today } from "@/lib/clock";
import { listAsks } from "@/lib/supervision/desk";
import { clientWords, getLocale, getWords } from "@/lib/words";
import { WordsProvider } from "@/lib/words-client";
import { listRecent, listReturned } from "@/lib/workbench/queries";

export async function generateMetadata(): Promise<Metadata> {
  const actor = await currentActor();
  const t = await getWords("workbench");
  return { title: t(may(actor, "board.see") ? "title" : "admin.title") };
}

export default async function HomePage() {
  const actor = await currentActor();
  return may(actor, "board.see") ? <WorkbenchPage actor={actor} /> : <AdminPage actor={actor} />;
}

async function WorkbenchPage({ actor }: { actor: Actor }) {
  const t = await getWords("workbench");
  const locale = await getLocale();
  // Who verifies watches over all tasks; everybody else over their own.
  const everywhere = may(actor, "task.add");
  const [returned, recent, asks] = await Promise.all([
    listReturned(actor),
    listRecent(actor, { everywhere }),
    listAsks(actor),
  ]);
  const day = sayDay(today(), today(), locale);
  const hello = t("hello", { name: actor.name, day, weekday: t(`weekdays.${weekday(today())}`) });
  return (
    <PageFrame title={t("title")}>
      <p className="-mt-3 mb-5 text-muted">{hello}</p>
      <WordsProvider {...(await clientWords("workbench", ...TASK_WORDS))}>
        <Workbench asks={asks} everywhere={everywhere} recent={recent} returned={returned} />
      </WordsProvider>
    </PageFrame>
  );
}

/** An administrator reads no business data by virtue of being one. */
async function AdminPage({ actor }: { actor: Actor }) {
  const t = await getWords("workbench");
  return (
    <PageFrame title={t("admin.title")}>
      <EmptyState
        action={
          <span className="flex flex-wrap justify-center gap-2">
            <LinkButton href="/admin" variant="primary">
              {t("admin.open")}
            </LinkButton>
            {may(actor, "organisation.see") ? (
              <LinkButton href="/organisation">{t("admin.organisation")}</LinkButton>
            ) : null}
          </span>
        }
        title={actor.name}
      >
        {t("admin.why")}
      </EmptyState>
    </PageFrame>
  );
}
