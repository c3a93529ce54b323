"use client";

import { useState } from "react";
import { useOffice } from "@/components/data/office";
import { sayInstant } from "@/components/tasks/say";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Table, Th } from "@/components/ui/table";
import { sayDay } from "@/lib/calendar/rules";
import type { Sample, Sampling } from "@/lib/samplings/queries";
import { useLocale, useWords } from "@/lib/words-client";
import { SampleRow, WIDE } from "./sample-row";

type Props = { sampling: Sampling; onCheck: ((sample: Sample) => void) | null };

/** One sample: how it was drawn, so that anybody can draw it again, and what was found. A finished one is folded. */
export function SamplingBlock({ sampling, onCheck }: Props) {
  const t = useWords("samplings");
  const [open, setOpen] = useState(sampling.closedAt === null);
  const { title, items, checked, passed, closedAt } = sampling;
  return (
    <section aria-label={title} className="mb-6">
      <header className="flex flex-wrap items-baseline gap-x-3 border-line border-b pb-1">
        <h2 className="text-heading">{title}</h2>
        <span className="tabular text-muted">{t("progress", { checked, all: items.length, passed })}</span>
        {closedAt ? <Badge tone="green">{t("finished")}</Badge> : null}
        <span className="ml-auto">
          <Button aria-expanded={open} onClick={() => setOpen(!open)} size="sm" variant="quiet">
            {t(open ? "fold" : "unfold")}
          </Button>
        </span>
      </header>
      <HowDrawn sampling={sampling} />
      {open ? (
        <Table caption={title}>
          <thead>
            <tr>
              <Th number>{t("head.order")}</Th>
              <Th>{t("head.what")}</Th>
              <Th className={WIDE}>{t("head.unit")}</Th>
              <Th className={WIDE}>{t("head.closedOn")}</Th>
              <Th>{t("head.result")}</Th>
            </tr>
          </thead>
          <tbody>
            {items.map((sample) => (
              <SampleRow key={sample.id} onCheck={onCheck && (() => onCheck(sample))} sample={sample} />
            ))}
          </tbody>
        </Table>
      ) : null}
    </section>
  );
}

function HowDrawn({ sampling }: { sampling: Sampling }) {
  const t = useWords("samplings");
  const locale = useLocale();
  const { today } = useOffice();
  const { kind, fromDay, toDay, population, size, seed, author, at } = sampling;
  const say = (day: string) => sayDay(day, today, locale);
  return (
    <p className="py-1.5 text-muted text-small">
      {t("drawn", {
        ...{ kind: t(`kind.${kind}`), from: say(fromDay), to: say(toDay), population, size },
        ...{ by: author, at: sayInstant(at, today, locale) },
      })}{" "}
      <span className="whitespace-nowrap">
        {t("seed")} <code className="font-mono text-ink">{seed}</code>
      </span>{" "}
      {t("lots", { kind })}
    </p>
  );
}
