import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DashboardStage } from "@/components/dashboard/stage/dashboard-stage";
import { OfficeProvider } from "@/components/data/office";
import { currentActor } from "@/lib/auth/current-actor";
import { may } from "@/lib/auth/permissions";
import { today } from "@/lib/clock";
import { listTurns } from "@/lib/dashboard/trend-queries";
import { getOffice } from "@/lib/office";
import { getRechecks } from "@/lib/samplings/closure-queries";
import { clientWords, getWords } from "@/lib/words";
import { WordsProvider } from "@/lib/words-client";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords("dashboard"))("stage.title") };
}

/** The overview on the big screen; without a network it keeps what it shows. */
export default async function PresentDashboardPage() {
  const actor = await currentActor();
  if (!may(actor, "board.see")) notFound();
  const [office, rechecks, turns] = await Promise.all([
    getOffice(actor),
    getRechecks(actor, today()),
    listTurns(actor),
  ]);
  return (
    <WordsProvider {...(await clientWords("dashboard", "wall", "meetings", "data"))}>
      <OfficeProvider office={office}>
        <DashboardStage rechecks={rechecks} turns={turns} />
      </OfficeProvider>
    </WordsProvider>
  );
}
