"use client";

import { useState } from "react";
import { useOffice } from "@/components/data/office";
import { Button } from "@/components/ui/button";
import { Chip, Chips } from "@/components/ui/chip";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icons";
import { StatusMark } from "@/components/ui/status-mark";
import { TextInput } from "@/components/ui/text-input";
import { sayDay } from "@/lib/calendar/rules";
import type { Desk as DeskData } from "@/lib/coverage/due-queries";
import { useLocale, useWords } from "@/lib/words-client";
import { type DeskRow, finds, rowsOf, unseen, urgency } from "./desk-rules";
import { LogSheet } from "./log-sheet";
import { useDesk } from "./use-desk";
import { QueueProvider } from "./use-queue";
import { WaitingList } from "./waiting-list";

/** More rows than these are drawn when they are asked for. */
const AT_ONCE = 40;

/** Who visits whom next: one's own objects first, what is due first; two more taps record a visit. */
export function Desk({ desk }: { desk: DeskData }) {
  const t = useWords("coverage");
  const form = useDesk(desk);
  const [typed, setTyped] = useState("");
  const [all, setAll] = useState(false);
  const [shown, setShown] = useState(AT_ONCE);
  const rows = rowsOf(desk.objects, desk.duties, unseen(form.pending));
  const due = rows.filter((row) => row.due.length > 0 && row.close > 0);
  const searched = typed.trim() !== "";
  const found = (searched || all ? rows : due).filter((row) => finds(row, typed));
  return (
    <QueueProvider value={form.queue}>
      <WaitingList onMend={form.mend} />
      {desk.objects.length === 0 ? null : (
        <section aria-label={t("desk.title")} className="mb-8">
          <h2 className="mb-2 text-heading">{t("desk.title")}</h2>
          <div className="mb-2 flex flex-wrap items-end gap-2">
            <div className="min-w-48 flex-1">
              <TextInput
                hideLabel
                label={t("desk.search")}
                onChange={(event) => setTyped(event.target.value)}
                placeholder={t("desk.search")}
                type="search"
                value={typed}
              />
            </div>
            <Chips label={t("desk.which")}>
              <Chip count={due.length} onToggle={() => setAll(false)} selected={!all}>
                {t("desk.due")}
              </Chip>
              <Chip count={rows.length} onToggle={() => setAll(true)} selected={all}>
                {t("desk.all")}
              </Chip>
            </Chips>
          </div>
          {found.length === 0 ? (
            <EmptyState title={t(searched ? "desk.nothingFound" : "desk.nothingDue")}>
              {searched ? t("desk.tryOther") : t("desk.stillRecord")}
            </EmptyState>
          ) : (
            <ul className="divide-y divide-line border-line border-y bg-paper">
              {found.slice(0, shown).map((row) => (
                <Row key={row.id} onOpen={() => form.open(row)} row={row} weekEnd={desk.weekEnd} />
              ))}
            </ul>
          )}
          {found.length > shown ? (
            <Button className="mt-2" onClick={() => setShown(shown + AT_ONCE)}>
              {t("desk.more", { n: found.length - shown })}
            </Button>
          ) : null}
        </section>
      )}
      {form.subject ? (
        <LogSheet
          before={form.mending?.input}
          key={form.subject.id}
          onClose={form.close}
          onSave={form.save}
          subject={form.subject}
        />
      ) : null}
    </QueueProvider>
  );
}

function Row({ row, weekEnd, onOpen }: { row: DeskRow; weekEnd: string; onOpen: () => void }) {
  const t = useWords("coverage");
  const { code, name, unit, close, due } = row;
  return (
    <li>
      <button
        className="press flex min-h-14 w-full items-center gap-3 px-3 py-2 text-left hover:bg-sunken"
        onClick={onOpen}
        type="button"
      >
        <span className="min-w-0 flex-1">
          <span className="tabular font-semibold">{code}</span>
          {name && name !== code ? <span className="ml-2">{name}</span> : null}
          <span className="block text-muted text-small">
            {[unit, t(`desk.close.${close}`)].filter(Boolean).join(" · ")}
          </span>
        </span>
        <span className="flex flex-col items-end gap-0.5">
          {due.length === 0 ? <StatusMark label={t("desk.enough")} shape="done" /> : null}
          {due.map((duty) => (
            <Due key={duty.id} name={duty.name} to={duty.period.to} weekEnd={weekEnd} />
          ))}
        </span>
        <Icon name="right" />
      </button>
    </li>
  );
}

function Due({ name, to, weekEnd }: { name: string; to: string; weekEnd: string }) {
  const t = useWords("coverage");
  const locale = useLocale();
  const { today } = useOffice();
  const how = urgency(to, today, weekEnd);
  const label = `${name} ${t(`desk.by.${how}`, { day: sayDay(to, today, locale) })}`;
  return (
    <span className="text-small">
      <StatusMark
        label={label}
        shape={how === "later" ? "notStarted" : how === "week" ? "atRisk" : "overdue"}
      />
    </span>
  );
}
