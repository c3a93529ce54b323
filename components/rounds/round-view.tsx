"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { useOffice } from "@/components/data/office";
import { useBoard } from "@/components/data/use-board";
import { useFreshTexts } from "@/components/data/use-fresh-texts";
import { UrgeDialog } from "@/components/supervision/urge-dialog";
import { useNow } from "@/components/supervision/use-now";
import { Button } from "@/components/ui/button";
import { Chip, Chips } from "@/components/ui/chip";
import { mayOnTask } from "@/lib/auth/permissions";
import type { RoundPage } from "@/lib/rounds/views";
import { useWords } from "@/lib/words-client";
import { countOf, isToUrge, isUrgedLately, type Look, SHOWN, shownOf } from "./list-rules";
import { OwedList } from "./owed-list";
import { RoundFigures } from "./round-figures";
import { UnitTable } from "./unit-table";

/** One round: how far it is, unit by unit, and each report that is there or is not. */
export function RoundView({ page, changes }: { page: RoundPage; changes: boolean }) {
  const t = useWords("rounds");
  const closed = page.round.closedAt !== null;
  const [look, setLook] = useState<Look>({ shown: "open", unitId: undefined });
  const list = useRef<HTMLElement>(null);
  const board = useBoard();
  useFreshTexts(closed ? null : (board?.tasks ?? null));
  const open = (to: Look) => {
    setLook(to);
    list.current?.scrollIntoView({ block: "start" });
    list.current?.focus({ preventScroll: true });
  };
  const unit = page.byUnit.find(({ unitId }) => unitId === look.unitId);
  const rows = shownOf(page.owed, look);
  return (
    <div className="space-y-8">
      <RoundFigures onLook={open} page={page} />
      <section>
        <h2 className="mb-2 text-heading">{t("byUnit")}</h2>
        <UnitTable onLook={open} units={page.byUnit} />
      </section>
      <section className="scroll-mt-16 outline-none" ref={list} tabIndex={-1}>
        <div className="mb-2 flex flex-wrap items-center justify-between gap-3">
          <h2 className="text-heading">
            {t("reportsShown", { what: t(`shown.${look.shown}`), count: rows.length })}
          </h2>
          <Urge page={page} rows={rows} />
        </div>
        <div className="mb-3 flex flex-wrap gap-2 print:hidden">
          <Chips label={t("filter")}>
            {SHOWN.map((shown) => (
              <Chip
                count={countOf(unit ?? page.counts, shown)}
                key={shown}
                onToggle={() => setLook({ ...look, shown })}
                selected={look.shown === shown}
              >
                {t(`shown.${shown}`)}
              </Chip>
            ))}
          </Chips>
          {unit ? (
            <Chip onRemove={() => setLook({ ...look, unitId: undefined })}>
              {unit.unitId === null ? t("noUnit") : unit.name}
            </Chip>
          ) : null}
        </div>
        {rows.length === 0 ? (
          <p className="py-6 text-muted">{t(look.shown === "open" ? "allReported" : "noneShown")}</p>
        ) : (
          <OwedList caption={t("reports")} closed={closed} excuses={changes && !closed} rows={rows} />
        )}
      </section>
    </div>
  );
}

/** One click for all that are shown and not there; what each will read stands in the dialog. */
function Urge({ page, rows }: { page: RoundPage; rows: RoundPage["owed"] }) {
  const t = useWords("rounds");
  const router = useRouter();
  const { actor } = useOffice();
  const [asked, setAsked] = useState(false);
  const board = useBoard();
  const now = useNow();
  const mine = rows
    .filter((row) => isToUrge(row) && !isUrgedLately(row, now))
    .flatMap(({ task }) => board?.byId.get(task.id) ?? [])
    .filter((task) => mayOnTask(actor, "urge.send", task));
  if (page.round.closedAt !== null || mine.length === 0) return null;
  return (
    <>
      <Button className="print:hidden" onClick={() => setAsked(true)} variant="primary">
        {t("urgeAll", { count: mine.length })}
      </Button>
      {asked ? <UrgeDialog onClose={() => setAsked(false)} onDone={router.refresh} tasks={mine} /> : null}
    </>
  );
}
