"use client";

import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { ShareBar } from "@/components/ui/share-bar";
import { sayRatio } from "@/lib/house-style";
import type { LedgerSummary } from "@/lib/ledgers/views";
import { useWords } from "@/lib/words-client";

/** The ledgers that prove a task: how their entries stand along the stages, and the way to each. */
export function LedgerStrip({ ledgers }: { ledgers: readonly LedgerSummary[] }) {
  const t = useWords("ledgerStrip");
  return (
    <ul aria-label={t("title")}>
      {ledgers.map((ledger) => (
        <li key={ledger.id}>
          <Link
            className="group block rounded border border-line px-3 py-2 -outline-offset-2 hover:border-edge"
            href={`/ledgers/${ledger.id}`}
          >
            <Head ledger={ledger} />
            <ShareBar
              label={t("shares")}
              shares={ledger.stages.map(({ key, name, end, count }) => ({ key, label: name, end, count }))}
            />
            <span aria-hidden="true" className="tabular mt-1 flex flex-wrap gap-x-3 text-muted text-small">
              {ledger.stages.map(({ key, name, count }) => (
                <span key={key}>
                  {name} {count}
                </span>
              ))}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

function Head({ ledger }: { ledger: LedgerSummary }) {
  const t = useWords("ledgerStrip");
  return (
    <span className="mb-1.5 flex flex-wrap items-baseline gap-x-3">
      <span className="text-action underline-offset-2 group-hover:underline">{t("open")}</span>
      {ledger.label === "sensitive" ? <Badge tone="yellow">{t("sensitive")}</Badge> : null}
      <span className="tabular flex flex-wrap gap-x-3 text-small">
        {ledger.rates.map(({ key, name, value }) => (
          <span key={key}>
            {name} {value === null ? "—" : sayRatio(value)}
          </span>
        ))}
      </span>
      {ledger.overdue > 0 ? (
        <span className="tabular ml-auto font-semibold text-red-strong text-small">
          {t("overdue", { count: ledger.overdue })}
        </span>
      ) : null}
    </span>
  );
}
