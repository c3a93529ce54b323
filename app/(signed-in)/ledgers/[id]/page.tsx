import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { cache } from "react";
import { preload } from "react-dom";
import { LedgerPage } from "@/components/ledgers/ledger-page";
import { PageFrame } from "@/components/shell/page-frame";
import { TASK_WORDS } from "@/components/tasks/say";
import { Badge } from "@/components/ui/badge";
import { currentActor } from "@/lib/auth/current-actor";
import { now, today } from "@/lib/clock";
import { NotFound } from "@/lib/errors";
import { sayMoment } from "@/lib/house-style";
import { getLedger } from "@/lib/ledgers/queries";
import type { LedgerView } from "@/lib/ledgers/views";
import { clientWords, getLocale, getWords } from "@/lib/words";
import { WordsProvider } from "@/lib/words-client";

type Props = { params: Promise<{ id: string }> };

/** More entries than these come after the page, so that the head stands at once. */
const MOST_SENT_ALONG = 600;

const readLedger = cache(async (id: string): Promise<LedgerView | null> => {
  const actor = await currentActor();
  if (!/^[1-9]\d{0,8}$/.test(id)) return null;
  return getLedger(actor, Number(id)).catch((error) => {
    if (error instanceof NotFound) return null;
    throw error;
  });
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const view = await readLedger((await params).id);
  return view ? { title: view.ledger.name } : {};
}

export default async function LedgerRoute({ params }: Props) {
  const { id } = await params;
  const view = await readLedger(id);
  if (!view) notFound();
  const [t, locale] = await Promise.all([getWords("ledgers"), getLocale()]);
  const whole = view.entries.length <= MOST_SENT_ALONG;
  if (!whole) preload(`/api/ledgers/${id}`, { as: "fetch", crossOrigin: "anonymous" });
  const { ledger, task } = view;
  return (
    <WordsProvider {...(await clientWords("ledgers", ...TASK_WORDS))}>
      <PageFrame
        asOf={sayMoment(now(), today(), locale)}
        crumbs={[{ href: "/ledgers", label: t("title") }]}
        title={ledger.name}
        wide
      >
        <p className="-mt-3 mb-4 flex flex-wrap items-center gap-x-3 gap-y-1 print:hidden">
          <Link className="text-action underline-offset-2 hover:underline" href={`/tasks/${task.id}`}>
            <span className="tabular">{task.code}</span> {task.title}
          </Link>
          {ledger.label === "open" ? null : <Badge tone="yellow">{t(`label.${ledger.label}`)}</Badge>}
          {ledger.closedOn ? <Badge>{t("closedOn", { day: ledger.closedOn })}</Badge> : null}
          {view.ownOnly ? <span className="text-muted text-small">{t("ownOnly")}</span> : null}
        </p>
        <LedgerPage initial={whole ? view : { ...view, entries: [] }} key={ledger.id} whole={whole} />
      </PageFrame>
    </WordsProvider>
  );
}
