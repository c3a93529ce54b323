"use client";

import Link from "next/link";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { sayNumber } from "@/lib/house-style";
import type { ExplainedPart, ItemView } from "@/lib/leagues/explain-queries";
import { leastOf } from "@/lib/leagues/rules";
import { useWords } from "@/lib/words-client";
import { ComponentCell } from "./component-cell";
import { ExemptDialog } from "./exempt-dialog";

const FIRST = 8;

type Props = { part: ExplainedPart; seriesId: number; memberId: number; mayExempt: boolean };

/** One metric: its share, how much of the score it makes up, and what it was added up from. */
export function ExplainedPartView({ part, seriesId, memberId, mayExempt }: Props) {
  const t = useWords("leagues");
  const [whole, setWhole] = useState(false);
  const [asked, setAsked] = useState<ItemView | null>(null);
  const { metric, component, weight, items, hidden } = part;
  const shown = whole ? items : items.slice(0, FIRST);
  return (
    <section aria-label={metric.name} className="border-line border-t pt-3" data-metric={metric.id}>
      <div className="flex items-start justify-between gap-4">
        <h3 className="text-heading">{metric.name}</h3>
        <span className="tabular text-muted text-small">
          {weight === null
            ? t("explain.leftOut", { least: leastOf(metric) })
            : t("explain.weight", { weight: sayNumber(weight) })}
        </span>
      </div>
      <p className="mb-1 text-muted text-small">{t(`source.${metric.source}.about`)}</p>
      <ComponentCell component={component} metric={metric} />
      <ul className="mt-2">
        {shown.map((item) => (
          <ItemLine
            item={item}
            key={`${item.id} ${item.month ?? ""}`}
            onExempt={mayExempt ? () => setAsked(item) : null}
          />
        ))}
      </ul>
      {items.length > shown.length ? (
        <Button onClick={() => setWhole(true)} size="sm" variant="quiet">
          {t("explain.all", { count: items.length })}
        </Button>
      ) : null}
      {hidden > 0 ? <p className="text-muted text-small">{t("explain.hidden", { count: hidden })}</p> : null}
      {asked ? (
        <ExemptDialog
          memberId={memberId}
          name={[asked.code, asked.title].filter(Boolean).join(" ")}
          onClose={() => setAsked(null)}
          seriesId={seriesId}
          subject={{ subjectType: asked.type, subjectId: asked.id }}
        />
      ) : null}
    </section>
  );
}

function ItemLine({ item, onExempt }: { item: ItemView; onExempt: (() => void) | null }) {
  const t = useWords("leagues");
  const { code, title, href, value, month, stage } = item;
  return (
    <li className="flex items-center gap-2 border-line border-b py-1 text-ui">
      <Link className="min-w-0 flex-1 py-1 hover:underline" href={href} prefetch={false}>
        <span className="tabular mr-2 text-muted">{code}</span>
        {title}
        {month ? <span className="tabular ml-2 text-muted">{month}</span> : null}
        {stage ? <span className="ml-2 text-muted">{stage}</span> : null}
      </Link>
      <span className="tabular shrink-0">{sayValue(item, t)}</span>
      <span className="sr-only">{t("explain.value", { value: Math.round(value * 100) })}</span>
      {onExempt ? (
        <Button aria-label={t("exempt.button", { name: code })} onClick={onExempt} size="sm" variant="quiet">
          {t("exempt.submit")}
        </Button>
      ) : null}
    </li>
  );
}

function sayValue({ type, value, month }: ItemView, t: (key: string) => string): string {
  if (type === "task" && !month) return `${sayNumber(value * 100, 0)}%`;
  return t(value > 0 ? "explain.done" : "explain.undone");
}
