import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Course } from "@/components/dashboard/course";
import { FigureStrip } from "@/components/dashboard/figure-strip";
import { SectionsChart } from "@/components/dashboard/sections-chart";
import { TallyTable } from "@/components/dashboard/tally-table";
import { TurnsChart } from "@/components/dashboard/turns-chart";
import { PageFrame } from "@/components/shell/page-frame";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { FollowBoard } from "@/components/wall/follow-board";
import { currentActor } from "@/lib/auth/current-actor";
import { may } from "@/lib/auth/permissions";
import { sayDay } from "@/lib/calendar/rules";
import { today } from "@/lib/clock";
import { getDashboard } from "@/lib/dashboard/queries";
import { listTurns } from "@/lib/dashboard/trend-queries";
import { getClosure } from "@/lib/samplings/closure-queries";
import { getLocale, getWords } from "@/lib/words";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords("dashboard"))("title") };
}

/** The whole plan in numbers, each of which opens its list. */
export default async function DashboardPage() {
  const actor = await currentActor();
  if (!may(actor, "board.see")) notFound();
  const [t, locale, dashboard, turns, closure] = await Promise.all([
    getWords("dashboard"),
    getLocale(),
    getDashboard(actor),
    listTurns(actor),
    getClosure(actor),
  ]);
  const day = sayDay(today(), "1970-01-01", locale);
  if (dashboard.counts.total === 0)
    return (
      <PageFrame title={t("title")}>
        <EmptyState title={t("empty.title")}>{t("empty.why")}</EmptyState>
      </PageFrame>
    );
  return (
    <PageFrame
      actions={
        <>
          {may(actor, "task.add") ? (
            <LinkButton href="/dashboard/published" size="sm">
              {t("published")}
            </LinkButton>
          ) : null}
          <LinkButton href="/dashboard/present" size="sm">
            {t("stage.open")}
          </LinkButton>
        </>
      }
      title={t("title")}
      wide
    >
      <FollowBoard />
      <p className="-mt-3 mb-4 text-muted">
        {t("about", { plan: dashboard.plan?.title ?? "", day, count: dashboard.counts.total })}
        <span className="print:hidden">{t("opens")}</span>
      </p>
      <div className="grid gap-6" data-print="a4-landscape">
        <FigureStrip
          closure={closure}
          dashboard={dashboard}
          samplesHref={may(actor, "sampling.see") ? "/supervision?tab=samples" : null}
        />
        <Course dashboard={dashboard} />
        <div className="grid gap-6 lg:grid-cols-2">
          <SectionsChart rows={dashboard.sections} />
          <TurnsChart turns={turns} />
        </div>
        <TallyTable choice="sections" rows={dashboard.sections} />
        <div className="grid gap-6 min-[2400px]:grid-cols-2">
          <TallyTable choice="units" rows={dashboard.units} />
          <TallyTable choice="sponsors" rows={dashboard.sponsors} />
        </div>
      </div>
    </PageFrame>
  );
}
