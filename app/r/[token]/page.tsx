import type { Metadata } from "next";
import { AuthFrame } from "@/components/auth/auth-frame";
import { LinkReport } from "@/components/report/link-report";
import { LinkButton } from "@/components/ui/button";
import { today } from "@/lib/clock";
import { sayMoment } from "@/lib/house-style";
import { actorOfLink } from "@/lib/rounds/link-queries";
import { getMyReport } from "@/lib/rounds/report-queries";
import { clientWords, getLocale, getWords } from "@/lib/words";
import { WordsProvider } from "@/lib/words-client";

type Props = { params: Promise<{ token: string }> };

// The address is the key: it must not travel on to anybody.
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords("report"))("tabs.report"), referrer: "no-referrer" };
}

/** One person reports for one round without signing in. */
export default async function ReportLinkPage({ params }: Props) {
  const { token } = await params;
  const [t, locale, link] = await Promise.all([getWords("report"), getLocale(), actorOfLink(token)]);
  if (link === null) return <Over />;
  const report = await getMyReport(link.actor, { roundId: link.roundId });
  const [round] = report.items
    .flatMap(({ rounds }) => rounds)
    .filter(({ roundId }) => roundId === link.roundId);
  const expires = sayMoment(new Date(link.expiresAt), today(), locale);
  return (
    <WordsProvider {...(await clientWords("report", "checkIns", "refusals", "tasks", "data"))}>
      <AuthFrame title={t("link.title", { name: link.actor.name })} wide>
        <p className="text-muted text-small">{t("link.about", { round: round?.title ?? "", expires })}</p>
        <LinkReport report={report} token={token} />
      </AuthFrame>
    </WordsProvider>
  );
}

async function Over() {
  const t = await getWords("report");
  return (
    <AuthFrame title={t("link.over")}>
      <p>{t("link.overWhy")}</p>
      <LinkButton href="/sign-in?next=%2Freport">{t("link.signIn")}</LinkButton>
    </AuthFrame>
  );
}
