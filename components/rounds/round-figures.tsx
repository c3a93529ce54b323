"use client";

import { useOffice } from "@/components/data/office";
import { sayDay } from "@/lib/calendar/rules";
import { sayMoment, sayRatio } from "@/lib/house-style";
import type { RoundPage } from "@/lib/rounds/views";
import { useLocale, useWords } from "@/lib/words-client";
import { CompletionBar, completionOf } from "./completion";
import { countOf, type Look, type Shown } from "./list-rules";

type Props = { page: RoundPage; onLook: (look: Look) => void };

const FIGURES = ["reported", "late", "open", "excused"] as const satisfies readonly Shown[];

/** What the round asks for and how far it is; each figure opens its list. */
export function RoundFigures({ page, onLook }: Props) {
  const t = useWords("rounds");
  const { counts, unmanned } = page;
  const done = completionOf(counts);
  return (
    <div className="grid gap-x-10 gap-y-4 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <div>
        <dl className="mb-3 flex flex-wrap gap-x-8 gap-y-2">
          <Figure label={t("column.completion")} value={done === null ? t("count.dash") : sayRatio(done)} />
          <Figure
            label={t("count.owed")}
            onOpen={() => onLook({ shown: "all", unitId: undefined })}
            value={String(counts.owed)}
          />
          {FIGURES.map((shown) => (
            <Figure
              key={shown}
              label={t(`shown.${shown}`)}
              onOpen={() => onLook({ shown, unitId: undefined })}
              value={String(countOf(counts, shown))}
            />
          ))}
        </dl>
        <CompletionBar counts={counts} t={t} />
        {unmanned > 0 ? <p className="mt-2 text-ui">{t("unmannedTells", { count: unmanned })}</p> : null}
      </div>
      <Facts page={page} />
    </div>
  );
}

function Figure({ label, value, onOpen }: { label: string; value: string; onOpen?: () => void }) {
  return (
    <div className="flex flex-col-reverse">
      <dt className="text-muted text-small">{label}</dt>
      <dd className="tabular text-figure">
        {onOpen ? (
          <button aria-label={`${label} ${value}`} className="hover:underline" onClick={onOpen} type="button">
            {value}
          </button>
        ) : (
          value
        )}
      </dd>
    </div>
  );
}

function Facts({ page }: { page: RoundPage }) {
  const t = useWords("rounds");
  const locale = useLocale();
  const { today } = useOffice();
  const { round } = page;
  const say = (from: string, to: string) =>
    t("window", { from: sayDay(from, today, locale), to: sayDay(to, today, locale) });
  const window = say(round.windowFrom, round.windowTo);
  const last = sayDay(round.lastDay, today, locale);
  const facts = [
    [t("fact.period"), say(round.periodFrom, round.periodTo)],
    [t("fact.window"), round.lastDay > round.windowTo ? t("windowGrace", { window, day: last }) : window],
    [t("fact.who"), t(`who.${round.who}`)],
    [t("fact.opened"), `${sayMoment(new Date(round.openedAt), today, locale)} ${round.author}`],
    ...(round.closedAt ? [[t("fact.closed"), sayMoment(new Date(round.closedAt), today, locale)]] : []),
    ...(round.instructions ? [[t("field.instructions"), round.instructions]] : []),
  ] as [string, string][];
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 text-ui">
      {facts.map(([name, value]) => (
        <div className="contents" key={name}>
          <dt className="text-muted">{name}</dt>
          <dd className="tabular whitespace-pre-wrap">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
