"use client";

import Link from "next/link";
import { useState } from "react";
import { useOffice } from "@/components/data/office";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Table, Td, Th } from "@/components/ui/table";
import { sayDay } from "@/lib/calendar/rules";
import { sayRatio } from "@/lib/house-style";
import type { RoundRow } from "@/lib/rounds/views";
import { useLocale, useWords } from "@/lib/words-client";
import { CompletionBar, completionOf } from "./completion";

type Props = { rounds: readonly RoundRow[]; caption: string; empty: string; emptyWhy?: string };

const WIDE = "max-md:hidden print:table-cell";

const SHOWN = 4;

/** Rounds, each with how far it is; all but the first are folded where they are many. */
export function RoundTable(props: Props) {
  const t = useWords("rounds");
  const [all, setAll] = useState(false);
  const { rounds } = props;
  // Folding one row would hide as much as it shows.
  if (rounds.length <= SHOWN + 1) return <Rounds {...props} />;
  return (
    <>
      <Rounds {...props} rounds={all ? rounds : rounds.slice(0, SHOWN)} />
      <Button aria-expanded={all} className="mt-1" onClick={() => setAll(!all)} size="sm" variant="quiet">
        {all ? t("fewer") : t("allRounds", { count: rounds.length })}
      </Button>
    </>
  );
}

function Rounds({ rounds, caption, empty, emptyWhy }: Props) {
  const t = useWords("rounds");
  if (rounds.length === 0) return <EmptyState title={empty}>{emptyWhy}</EmptyState>;
  return (
    <Table caption={caption}>
      <thead>
        <tr>
          <Th>{t("column.round")}</Th>
          <Th className={WIDE}>{t("column.window")}</Th>
          <Th className={WIDE} number>
            {t("count.owed")}
          </Th>
          <Th className={WIDE} number>
            {t("count.reported")}
          </Th>
          <Th className={WIDE} number>
            {t("count.waiting")}
          </Th>
          <Th className={WIDE} number>
            {t("count.missing")}
          </Th>
          <Th className="w-[30%] md:w-48">{t("column.completion")}</Th>
        </tr>
      </thead>
      <tbody>
        {rounds.map((round) => (
          <Row key={round.id} round={round} />
        ))}
      </tbody>
    </Table>
  );
}

function Row({ round }: { round: RoundRow }) {
  const t = useWords("rounds");
  const locale = useLocale();
  const { today } = useOffice();
  const { counts, windowFrom, windowTo, lastDay } = round;
  const done = completionOf(counts);
  const window = t("window", {
    from: sayDay(windowFrom, today, locale),
    to: sayDay(windowTo, today, locale),
  });
  const grace = lastDay > windowTo ? t("graceUntil", { day: sayDay(lastDay, today, locale) }) : null;
  return (
    <tr>
      <Td>
        <Link className="font-semibold hover:underline" href={`/rounds/${round.id}`}>
          {round.title}
        </Link>
        <span className="tabular block text-muted text-small md:hidden print:hidden">
          {window}
          {grace ? <span className="ml-2">{grace}</span> : null}
        </span>
        {round.unmanned > 0 ? (
          <span className="block text-muted text-small">{t("unmanned", { count: round.unmanned })}</span>
        ) : null}
      </Td>
      <Td className={WIDE}>
        <span className="tabular whitespace-nowrap">{window}</span>
        {grace ? <span className="tabular block text-muted text-small">{grace}</span> : null}
      </Td>
      <Td className={WIDE} number>
        {counts.owed}
      </Td>
      <Td className={WIDE} number>
        {counts.done + counts.late}
      </Td>
      <Td className={WIDE} number>
        {counts.waiting}
      </Td>
      <Td className={WIDE} number>
        {counts.missing}
      </Td>
      <Td>
        <span className="tabular text-ui">{done === null ? t("count.none") : sayRatio(done)}</span>
        <CompletionBar counts={counts} t={t} />
      </Td>
    </tr>
  );
}
