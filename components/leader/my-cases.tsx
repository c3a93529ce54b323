"use client";

import Link from "next/link";
import { useState } from "react";
import { useOffice } from "@/components/data/office";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { sayDay } from "@/lib/calendar/rules";
import type { SponsoredCase } from "@/lib/ledgers/case-queries";
import { useLocale, useWords } from "@/lib/words-client";
import { DeskSection } from "./desk-section";

const SHOWN = 8;

/** The entries that this leader answers for by name, overdue ones first. */
export function MyCases({ cases }: { cases: readonly SponsoredCase[] }) {
  const t = useWords("leader");
  const locale = useLocale();
  const { today } = useOffice();
  const [all, setAll] = useState(false);
  const folds = cases.length > SHOWN + 2;
  const shown = all || !folds ? cases : cases.slice(0, SHOWN);
  return (
    <DeskSection count={cases.length} empty={t("cases.empty")} id="cases" title={t("cases.title")}>
      <ul className="divide-y divide-line">
        {shown.map(({ id, ledgerId, code, title, ledger, stage, stageSince, stageDue, overdue }) => (
          <li className="py-2" key={id}>
            <Link className="hover:underline" href={`/ledgers/${ledgerId}?entry=${id}`}>
              <span className="tabular mr-2 text-muted">{code}</span>
              {title || ledger}
            </Link>
            <p className="flex flex-wrap items-baseline gap-x-3 text-muted text-small">
              <span>{ledger}</span>
              <span>{t("cases.stage", { stage, day: sayDay(stageSince, today, locale) })}</span>
              {stageDue ? (
                overdue ? (
                  <Badge tone="red">{t("cases.overdue", { day: sayDay(stageDue, today, locale) })}</Badge>
                ) : (
                  <span>{t("due", { day: sayDay(stageDue, today, locale) })}</span>
                )
              ) : null}
            </p>
          </li>
        ))}
      </ul>
      {folds ? (
        <Button aria-expanded={all} onClick={() => setAll(!all)} size="sm" variant="quiet">
          {all ? t("fewer") : t("all", { count: cases.length })}
        </Button>
      ) : null}
    </DeskSection>
  );
}
