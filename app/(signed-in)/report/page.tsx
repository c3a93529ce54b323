import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { MyReportPage } from "@/components/report/my-report";
import { RoundTabs } from "@/components/rounds/round-tabs";
import { PageFrame } from "@/components/shell/page-frame";
import { currentActor } from "@/lib/auth/current-actor";
import { may } from "@/lib/auth/permissions";
import { composeFor } from "@/lib/rounds/compose-queries";
import { getMyReport } from "@/lib/rounds/report-queries";
import { clientWords, getWords } from "@/lib/words";
import { WordsProvider } from "@/lib/words-client";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords("report"))("title") };
}

export default async function ReportPage() {
  const actor = await currentActor();
  if (!may(actor, "meeting.see")) notFound();
  const [t, report, units] = await Promise.all([getWords("report"), getMyReport(actor), composeFor(actor)]);
  return (
    <WordsProvider {...(await clientWords("report", "checkIns", "refusals", "tasks", "files"))}>
      <PageFrame title={t("title")}>
        <RoundTabs actor={actor} at="report" />
        <MyReportPage report={report} units={units} />
      </PageFrame>
    </WordsProvider>
  );
}
