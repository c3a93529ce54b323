"use client";

import Link from "next/link";
import { useOffice } from "@/components/data/office";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Td } from "@/components/ui/table";
import { sayDay } from "@/lib/calendar/rules";
import type { Sample } from "@/lib/samplings/queries";
import { useLocale, useWords } from "@/lib/words-client";

/** What a phone has no room for. */
export const WIDE = "max-md:hidden";

/** One thing of a sample: what it is, by which lot it was drawn, and what was found. */
export function SampleRow({ sample, onCheck }: { sample: Sample; onCheck: (() => void) | null }) {
  const t = useWords("samplings");
  const locale = useLocale();
  const { today } = useOffice();
  const { entry, taskId, code, title, unit, closedOn, standing, lot, order } = sample;
  const href = entry ? `/ledgers/${entry.ledgerId}?entry=${entry.id}` : `/tasks/${taskId}`;
  return (
    <tr>
      <Td number>{order}</Td>
      <Td>
        <Link className="hover:underline" href={href}>
          <span className="tabular mr-2 text-muted">{code}</span>
          {title}
        </Link>
        <span className="block text-muted text-small">
          {entry ? <span className="mr-3">{entry.ledger}</span> : null}
          <span className="md:hidden">{unit} </span>
          <span className="whitespace-nowrap font-mono">{t("lot", { lot: lot.slice(0, 8) })}</span>
        </span>
        {standing ? null : <Badge tone="yellow">{t("notStanding")}</Badge>}
      </Td>
      <Td className={WIDE}>{unit}</Td>
      <Td className={WIDE}>{closedOn ? sayDay(closedOn, today, locale) : t("none")}</Td>
      <Td>
        <Result onCheck={onCheck} sample={sample} />
      </Td>
    </tr>
  );
}

function Result({ sample, onCheck }: { sample: Sample; onCheck: (() => void) | null }) {
  const [t, tasks] = [useWords("samplings"), useWords("tasks")];
  const locale = useLocale();
  const { today } = useOffice();
  const { passed, method, note, checkedOn, checkedBy, code } = sample;
  if (passed === null)
    return onCheck ? (
      <Button aria-label={t("check.on", { code })} onClick={onCheck} size="sm">
        {t("check.open")}
      </Button>
    ) : (
      <span className="text-muted">{t("waiting")}</span>
    );
  return (
    <>
      <Badge tone={passed ? "green" : "red"}>{t(passed ? "passed" : "failed")}</Badge>
      <span className="block text-muted text-small">
        {[checkedBy, checkedOn && sayDay(checkedOn, today, locale), method && tasks(`method.${method}`)]
          .filter(Boolean)
          .join(" · ")}
      </span>
      {note ? <span className="block text-small">{note}</span> : null}
    </>
  );
}
