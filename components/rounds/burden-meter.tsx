"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Table, Td, Th } from "@/components/ui/table";
import { sayNumber } from "@/lib/house-style";
import type { Burden, BurdenRow } from "@/lib/rounds/views";
import { useWords } from "@/lib/words-client";

const SHOWN = 10;

/** How much each person was asked for this month, who has most on top; beyond the limit it is said, not only coloured. */
export function BurdenMeter({ burden }: { burden: Burden }) {
  const t = useWords("rounds");
  const [all, setAll] = useState(false);
  const { people, limit, mean, saved } = burden;
  const over = people.filter(({ requests }) => requests > limit).length;
  const shown = all ? people : people.slice(0, SHOWN);
  const most = Math.max(limit, ...people.map(({ requests }) => requests));
  return (
    <section>
      <h2 className="text-heading">{t("burden.title")}</h2>
      <p className="tabular mb-2 text-muted text-small">
        {t("burden.month", { month: Number(burden.month.slice(5)), mean: sayNumber(mean, 1), limit })}
        {over > 0 ? t("burden.over", { count: over }) : null}
        {saved > 0 ? t("burden.saved", { count: saved }) : null}
      </p>
      {people.length === 0 ? <p className="text-muted text-ui">{t("burden.none")}</p> : null}
      {people.length > 0 ? (
        <Table caption={t("burden.title")}>
          <thead>
            <tr>
              <Th>{t("burden.person")}</Th>
              <Th className="w-[35%]">{t("burden.requests")}</Th>
              <Th number>{t("burden.urges")}</Th>
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <Person key={`${row.personId} ${row.name}`} limit={limit} most={most} row={row} />
            ))}
          </tbody>
        </Table>
      ) : null}
      {people.length > SHOWN ? (
        <Button aria-expanded={all} onClick={() => setAll(!all)} size="sm" variant="quiet">
          {all ? t("fewer") : t("all", { count: people.length })}
        </Button>
      ) : null}
    </section>
  );
}

function Person({ row, limit, most }: { row: BurdenRow; limit: number; most: number }) {
  const t = useWords("rounds");
  const heavy = row.requests > limit;
  return (
    <tr>
      <Td>
        {row.name}
        <span className="block text-muted text-small">{row.unit}</span>
      </Td>
      <Td>
        <span className="tabular flex items-baseline gap-2">
          <span className={heavy ? "font-semibold" : undefined}>{row.requests}</span>
          {heavy ? <span className="text-small">{t("burden.heavy")}</span> : null}
        </span>
        <span aria-hidden="true" className="relative block h-1.5 bg-sunken" data-bar="track">
          <span
            className={`block h-full ${heavy ? "bg-red" : "bg-action"}`}
            data-bar="value"
            style={{ width: `${(row.requests / most) * 100}%` }}
          />
          <span
            className="absolute -top-0.5 -bottom-0.5 w-0.5 bg-ink"
            style={{ left: `min(${(limit / most) * 100}%, 100% - 2px)` }}
          />
        </span>
      </Td>
      <Td number>{row.urges}</Td>
    </tr>
  );
}
