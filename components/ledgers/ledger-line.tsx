"use client";

import Link from "next/link";
import { useOffice } from "@/components/data/office";
import { useBoard } from "@/components/data/use-board";
import { Badge } from "@/components/ui/badge";
import { ProgressBar } from "@/components/ui/progress-bar";
import { Td } from "@/components/ui/table";
import { sayDay } from "@/lib/calendar/rules";
import { sayRatio } from "@/lib/house-style";
import type { RateFigure } from "@/lib/ledgers/figure-rules";
import type { LedgerSummary } from "@/lib/ledgers/views";
import { plannedOf } from "@/lib/lights/planned";
import { useLocale, useWords } from "@/lib/words-client";

/** One ledger in the list of all; every number opens its entries. */
export function LedgerLine({ ledger }: { ledger: LedgerSummary }) {
  const t = useWords("ledgers");
  const locale = useLocale();
  const { today } = useOffice();
  const href = `/ledgers/${ledger.id}`;
  return (
    <tr className="break-inside-avoid">
      <Td>
        <Link
          className="inline-block py-[2px] font-semibold underline-offset-2 hover:text-action hover:underline"
          href={href}
        >
          {ledger.name}
        </Link>
        {ledger.label === "open" ? null : (
          <span className="ml-2">
            <Badge tone="yellow">{t(`label.${ledger.label}`)}</Badge>
          </span>
        )}
        {ledger.closedOn ? (
          <span className="ml-2">
            <Badge>{t("closedOn", { day: ledger.closedOn })}</Badge>
          </span>
        ) : null}
        <Link
          className="block max-w-[40em] py-[3px] text-muted text-small underline-offset-2 hover:text-ink hover:underline"
          href={`/tasks/${ledger.task.id}`}
        >
          <span className="tabular">{ledger.task.code}</span> {ledger.task.title}
        </Link>
      </Td>
      <Td className="max-sm:hidden" number>
        <NumberLink href={href} label={t("list.count")} value={ledger.count} />
        <span className="ml-0.5 text-muted">{ledger.entryWord}</span>
      </Td>
      <Td className="max-sm:hidden" number>
        <NumberLink href={`${href}?done=1`} label={t("list.writtenOff")} value={ledger.writtenOff} />
      </Td>
      <Td>
        <Progress ledger={ledger} />
      </Td>
      <Td number>
        <NumberLink alarming href={`${href}?overdue=1`} label={t("list.overdue")} value={ledger.overdue} />
      </Td>
      <Td className="max-lg:hidden print:table-cell">
        <span className="flex flex-wrap gap-x-4">
          {ledger.rates.map((rate) => (
            <Rate href={`${href}?rate=${rate.key}`} key={rate.key} rate={rate} />
          ))}
        </span>
      </Td>
      <Td className="max-md:hidden print:table-cell" number>
        {ledger.lastOn ? (
          sayDay(ledger.lastOn, today, locale)
        ) : (
          <span className="text-muted">{t("list.never")}</span>
        )}
      </Td>
    </tr>
  );
}

function Progress({ ledger }: { ledger: LedgerSummary }) {
  const t = useWords("ledgers");
  const { today } = useOffice();
  const task = useBoard()?.byId.get(ledger.task.id);
  return (
    <span className="flex items-center gap-2 pt-0.5">
      <ProgressBar
        expected={task ? plannedOf(task, today) : null}
        label={t("list.progressOf", { name: ledger.name })}
        value={ledger.progress ?? 0}
      />
      <span className="tabular w-12 shrink-0 text-right">
        {ledger.progress === null ? "—" : sayRatio(ledger.progress)}
      </span>
    </span>
  );
}

type NumberProps = { value: number; href: string; label: string; alarming?: boolean };

function NumberLink({ value, href, label, alarming }: NumberProps) {
  if (value === 0) return <span className="text-muted">0</span>;
  return (
    <Link
      aria-label={`${label} ${value}`}
      className={
        alarming ? "font-semibold text-red-strong hover:underline" : "hover:text-action hover:underline"
      }
      href={href}
    >
      {value}
    </Link>
  );
}

function Rate({ rate, href }: { rate: RateFigure; href: string }) {
  const t = useWords("ledgers");
  return (
    <Link className="whitespace-nowrap hover:underline" href={href}>
      <span className="text-muted text-small">{rate.name}</span>{" "}
      <span className="tabular">{rate.value === null ? "—" : sayRatio(rate.value)}</span>
      {rate.target === null ? null : (
        <span className="tabular text-muted text-small"> {t("list.target", { target: rate.target })}</span>
      )}
    </Link>
  );
}
