"use client";

import { CheckInText } from "@/components/check-ins/check-in-text";
import { PARTS, type Said } from "@/components/check-ins/use-check-in";
import { useOffice } from "@/components/data/office";
import { copyText } from "@/components/ledgers/table-text";
import { Button } from "@/components/ui/button";
import { notify } from "@/components/ui/toast-queue";
import { sayDay } from "@/lib/calendar/rules";
import type { Composition } from "@/lib/rounds/views";
import { useLocale, useWords } from "@/lib/words-client";
import { composedText } from "./composed-text";

type Props = { units: readonly Composition[]; onQuote: (said: Partial<Said>) => void };

/** A unit's head reports from what the unit's people have reported, and sees who said nothing. */
export function ComposePanel({ units, onQuote }: Props) {
  return units.map((unit) => <UnitPanel key={unit.unitId} onQuote={onQuote} unit={unit} />);
}

function UnitPanel({ unit, onQuote }: { unit: Composition; onQuote: Props["onQuote"] }) {
  const [t, checkIns] = [useWords("report"), useWords("checkIns")];
  const locale = useLocale();
  const { today } = useOffice();
  const copy = async () => {
    const done = await copyText(composedText(unit, (part) => checkIns(part)));
    notify({ text: t(done ? "compose.copied" : "compose.notCopied"), tone: done ? "success" : "error" });
  };
  return (
    <details className="border-line border-t pt-3">
      <summary className="cursor-pointer py-1 font-semibold text-ui touch:min-h-11">
        {t("compose.title", { unit: unit.unit, count: unit.said.length })}
      </summary>
      <p className="tabular text-muted text-small">
        {t("period", { from: sayDay(unit.from, today, locale), to: sayDay(unit.to, today, locale) })}
      </p>
      {unit.said.length > 0 ? (
        <Button className="mt-2" onClick={() => void copy()} size="sm">
          {t("compose.copy")}
        </Button>
      ) : null}
      <ul className="divide-y divide-line">
        {unit.said.map((said) => (
          <li className="py-2" key={said.id}>
            <p className="text-ui">
              <span className="tabular mr-2 text-muted">{said.code}</span>
              {said.title}
            </p>
            <p className="mb-1 text-muted text-small">
              {checkIns("lastBy", { day: sayDay(said.day, today, locale), author: said.author })}
            </p>
            <CheckInText narrow said={said} />
            <Button
              aria-label={t("compose.quoteOf", { code: said.code })}
              className="mt-1"
              onClick={() => onQuote(Object.fromEntries(PARTS.map((part) => [part, said[part]])))}
              size="sm"
            >
              {t("compose.quote")}
            </Button>
          </li>
        ))}
      </ul>
      {unit.silent.length > 0 ? <Silent unit={unit} /> : null}
    </details>
  );
}

function Silent({ unit }: { unit: Composition }) {
  const t = useWords("report");
  return (
    <>
      <p className="mt-2 font-semibold text-small">{t("compose.silent", { count: unit.silent.length })}</p>
      <ul className="text-muted text-small">
        {unit.silent.map(({ taskId, code, title, post }) => (
          <li key={taskId}>
            {code} {title}（{post}）
          </li>
        ))}
      </ul>
    </>
  );
}
