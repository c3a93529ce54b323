"use client";

import { useState } from "react";
import { Banner } from "@/components/ui/banner";
import { EmptyState } from "@/components/ui/empty-state";
import { TabPanel, Tabs } from "@/components/ui/tabs";
import { type Day, sayDay } from "@/lib/calendar/rules";
import { sayNumber } from "@/lib/house-style";
import type { Incentives } from "@/lib/incentives/queries";
import type { AppealView } from "@/lib/leagues/appeal-queries";
import type { EditionHead, SeriesView, TableView } from "@/lib/leagues/queries";
import type { Row } from "@/lib/leagues/rules";
import { useLocale, useWords } from "@/lib/words-client";
import { Appeals } from "./appeals";
import { AwardRecord } from "./award-record";
import { EditionPicker } from "./edition-picker";
import { ExplanationSheet } from "./explanation-sheet";
import { IncentiveRules } from "./incentive-rules";
import { LeagueTableView } from "./league-table";
import { MetricNotes } from "./metric-notes";
import { useLiveTable } from "./use-live-table";

export type LeagueProps = {
  series: SeriesView;
  shown: TableView;
  /** null: the figures of today. */
  edition: EditionHead | null;
  appeals: AppealView[];
  incentives: Incentives;
  today: Day;
};

type View = "table" | "incentives" | "appeals";

/** One series: its table, what it earns, and what is held against it. */
export function LeagueView({ series, shown, edition, appeals, incentives, today }: LeagueProps) {
  const t = useWords("leagues");
  const [view, setView] = useState<View>("table");
  const [asked, setAsked] = useState<Row | null>(null);
  useLiveTable(edition === null && series.closedOn === null);
  const which = { edition: edition?.number ?? null, from: shown.table.from };
  const waiting = appeals.filter(({ answer }) => answer === null).length;
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 print:hidden">
        <EditionPicker edition={edition} series={series} today={today} />
      </div>
      <Standing edition={edition} shown={shown} today={today} />
      {series.ownOnly ? <Banner>{t("ownOnly")}</Banner> : null}
      <div className="print:hidden">
        <Tabs
          group="league"
          label={t("tabs.label")}
          onChange={setView}
          tabs={[
            { key: "table", label: t("tabs.table") },
            {
              key: "incentives",
              label: t("tabs.incentives"),
              count: incentives.proposals.length || undefined,
            },
            { key: "appeals", label: t("tabs.appeals"), count: waiting || undefined },
          ]}
          value={view}
        />
      </div>
      <TabPanel group="league" value={view}>
        {view === "table" ? <Ranking onExplain={setAsked} series={series} shown={shown} /> : null}
        {view === "incentives" ? (
          <div className="flex flex-col gap-8">
            <IncentiveRules edition={edition} incentives={incentives} series={series} />
            <AwardRecord awards={incentives.awards} mayWithdraw={series.rights.reward} />
          </div>
        ) : null}
        {view === "appeals" ? <Appeals appeals={appeals} edition={edition} series={series} /> : null}
      </TabPanel>
      {asked ? (
        <ExplanationSheet
          onClose={() => setAsked(null)}
          row={shown.table.rows.find(({ memberId }) => memberId === asked.memberId) ?? asked}
          series={series}
          stamp={`${shown.seq} ${shown.exempt.length}`}
          which={which}
        />
      ) : null}
    </div>
  );
}

function Ranking({
  shown,
  series,
  onExplain,
}: Pick<LeagueProps, "shown" | "series"> & { onExplain: (row: Row) => void }) {
  const t = useWords("leagues");
  const { table, exempt } = shown;
  if (table.rows.length === 0)
    return <EmptyState title={t("empty.members")}>{t("empty.membersWhy")}</EmptyState>;
  const names = table.improved?.memberIds.flatMap(
    (id) => table.rows.find(({ memberId }) => memberId === id)?.name ?? [],
  );
  return (
    <div className="flex flex-col gap-3">
      <LeagueTableView caption={series.name} onExplain={onExplain} table={table} />
      {names && table.improved ? (
        <p className="text-ui">
          {t("improved.says", { names: names.join("、"), gain: sayNumber(table.improved.gain, 2) })}
        </p>
      ) : null}
      <MetricNotes exempt={exempt} table={table} />
    </div>
  );
}

/** Whether this is kept for good or may still change, and for which days it holds. */
function Standing({ edition, shown, today }: Pick<LeagueProps, "edition" | "shown" | "today">) {
  const t = useWords("leagues");
  const locale = useLocale();
  const { from, asOf } = shown.table;
  const days = { from: sayDay(from, today, locale), asOf: sayDay(asOf, today, locale) };
  if (edition === null) return <Banner tone="warning">{t("preview", days)}</Banner>;
  return (
    <div className="text-ui">
      <p>
        <strong>{t("edition.name", { number: edition.number, title: edition.title })}</strong>
        <span className="ml-3 text-muted">{t("edition.days", days)}</span>
      </p>
      {edition.note ? <p className="text-muted">{t("edition.note", { note: edition.note })}</p> : null}
    </div>
  );
}
