import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageFrame } from "@/components/shell/page-frame";
import { EmptyState } from "@/components/ui/empty-state";
import { FollowBoard } from "@/components/wall/follow-board";
import { PlotCard } from "@/components/wall/plot-card";
import { currentActor } from "@/lib/auth/current-actor";
import { may } from "@/lib/auth/permissions";
import { now, today } from "@/lib/clock";
import { sayMoment } from "@/lib/house-style";
import { listPlotted } from "@/lib/ledgers/plotted-queries";
import { getLocale, getWords } from "@/lib/words";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords("wall"))("plots.title") };
}

/** Every clearance ledger at one glance: its picture, or its entries as a plain grid. */
export default async function PlotsPage() {
  const actor = await currentActor();
  if (!may(actor, "board.see")) notFound();
  const [t, locale, views] = await Promise.all([getWords("wall"), getLocale(), listPlotted(actor)]);
  return (
    <div className="flex min-w-0 flex-1 flex-col print:block" data-print="a3-landscape">
      <PageFrame
        asOf={sayMoment(now(), today(), locale)}
        crumbs={[{ label: t("title"), href: "/wall" }]}
        title={t("plots.title")}
        wide
      >
        <FollowBoard />
        {views.length === 0 ? (
          <EmptyState title={t("plots.none")}>{t("plots.noneWhy")}</EmptyState>
        ) : (
          <ul className="grid gap-4 lg:grid-cols-2 print:grid-cols-2">
            {views.map((view) => (
              <PlotCard key={view.ledger.id} view={view} />
            ))}
          </ul>
        )}
      </PageFrame>
    </div>
  );
}
