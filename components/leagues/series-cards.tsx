import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { type Day, sayDay } from "@/lib/calendar/rules";
import type { SeriesCard } from "@/lib/leagues/queries";
import { getLocale, getWords } from "@/lib/words";
import { sayScore } from "./say";

/** The series as cards: who leads, and how old the last edition is. */
export async function SeriesCards({ cards, today }: { cards: readonly SeriesCard[]; today: Day }) {
  const t = await getWords("leagues");
  if (cards.length === 0) return <EmptyState title={t("empty.series")}>{t("empty.seriesWhy")}</EmptyState>;
  return (
    <ul className="grid gap-4 md:grid-cols-2 xl:grid-cols-3">
      {cards.map((card) => (
        <Card card={card} key={card.id} today={today} />
      ))}
    </ul>
  );
}

const SHOWN = 4;

async function Card({ card, today }: { card: SeriesCard; today: Day }) {
  const [t, locale] = await Promise.all([getWords("leagues"), getLocale()]);
  const { id, name, kind, label, closedOn, members, last, shown, ownOnly } = card;
  return (
    <li className="relative flex flex-col rounded border border-line bg-paper p-4 hover:border-edge">
      <div className="flex flex-wrap items-center gap-2">
        <h2 className="text-heading">
          <Link className="after:absolute after:inset-0 after:content-['']" href={`/leagues/${id}`}>
            {name}
          </Link>
        </h2>
        {kind === "posts" ? (
          <Badge>{t("card.notPublic")}</Badge>
        ) : label === "open" ? null : (
          <Badge>{t(`label.${label}`)}</Badge>
        )}
        {closedOn === null ? null : <Badge>{t("card.closed")}</Badge>}
      </div>
      <ul className="mt-3 flex flex-1 flex-col gap-1">
        {shown.slice(0, SHOWN).map((row) => (
          <li className="flex items-baseline justify-between gap-4" key={`${row.group} ${row.name}`}>
            <span>
              <span className="tabular mr-2 text-muted">
                {row.rank === null ? "—" : t("card.rank", { rank: row.rank })}
              </span>
              {row.name}
              {row.group ? <span className="ml-2 text-muted text-small">{row.group}</span> : null}
            </span>
            <span className="tabular">{sayScore(row.score)}</span>
          </li>
        ))}
        {shown.length > SHOWN ? (
          <li className="text-muted text-small">{t("card.more", { count: shown.length - SHOWN })}</li>
        ) : null}
        {last === null ? <li className="text-muted">{t("card.noEdition")}</li> : null}
      </ul>
      <p className="mt-3 border-line border-t pt-2 text-muted text-small">
        {ownOnly ? t("card.own") : t("card.members", { count: members })}
        {last ? (
          <span className="ml-3">
            {t("card.last", { number: last.number, day: sayDay(last.asOf, today, locale) })}
          </span>
        ) : null}
      </p>
    </li>
  );
}
