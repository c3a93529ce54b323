import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { JournalFilter } from "@/components/admin/journal-filter";
import { JournalTable } from "@/components/admin/journal-table";
import { PageFrame } from "@/components/shell/page-frame";
import { Banner } from "@/components/ui/banner";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { type ChainCheck, checkChain, listJournal } from "@/lib/audit/queries";
import { type Filter, filterOf } from "@/lib/audit/rules";
import { currentActor } from "@/lib/auth/current-actor";
import { may } from "@/lib/auth/permissions";
import { parseDay } from "@/lib/calendar/rules";
import { getWords } from "@/lib/words";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getWords("admin");
  return { title: t("journal.title") };
}

export default async function JournalPage({ searchParams }: Props) {
  const actor = await currentActor();
  if (!may(actor, "audit.see")) notFound();
  const [sent, t] = await Promise.all([searchParams, getWords("admin")]);
  const filter = filterOf(sent, parseDay);
  const check = sent.check === "1" ? await checkChain(actor) : null;
  const { rows, next } = await listJournal(actor, filter);
  const checkLink = (
    <LinkButton href={addressOf(filter, { check: "1" })} prefetch={false}>
      {t("journal.check")}
    </LinkButton>
  );
  return (
    <PageFrame
      actions={checkLink}
      crumbs={[{ label: t("title"), href: "/admin" }]}
      title={t("journal.title")}
      wide
    >
      <p className="measure mb-3 text-muted">{t("journal.intro")}</p>
      {check ? <CheckResult check={check} /> : null}
      <JournalFilter filter={filter} />
      {rows.length > 0 ? <JournalTable rows={rows} /> : <EmptyState title={t("journal.none")} />}
      <div className="mt-3 flex gap-2">
        {filter.before === null ? null : (
          <LinkButton href={addressOf({ ...filter, before: null })}>{t("journal.newest")}</LinkButton>
        )}
        {next === null ? null : (
          <LinkButton href={addressOf({ ...filter, before: next })}>{t("journal.older")}</LinkButton>
        )}
      </div>
    </PageFrame>
  );
}

async function CheckResult({ check }: { check: ChainCheck }) {
  const t = await getWords("admin");
  const { events, fault, tookMs } = check;
  return (
    <div className="mb-4">
      {fault ? (
        <Banner tone="error">
          {t("journal.broken", { seq: fault.seq, fault: t(`fault.${fault.fault}`) })}
        </Banner>
      ) : (
        <Banner tone="success">{t("journal.whole", { events, ms: tookMs })}</Banner>
      )}
    </div>
  );
}

function addressOf(filter: Filter, also: Record<string, string> = {}): string {
  const entries = Object.entries(filter).flatMap(([key, value]) =>
    value === null ? [] : [[key, String(value)]],
  );
  const query = new URLSearchParams({ ...Object.fromEntries(entries), ...also });
  return `/admin/journal?${query}`;
}
