import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { Table, Td, Th } from "@/components/ui/table";
import { type Day, sayDay } from "@/lib/calendar/rules";
import type { SeriesView } from "@/lib/meetings/series-queries";
import { getLocale, getWords } from "@/lib/words";
import { PlanMeeting } from "./plan-meeting";
import { sayRhythm } from "./say-rhythm";

type Props = { series: readonly SeriesView[]; today: Day };

/** What is held again and again: when, the next one, the last one, and what waits for it. */
export async function SeriesList({ series, today }: Props) {
  const [t, locale] = await Promise.all([getWords("agenda"), getLocale()]);
  if (series.length === 0) return <EmptyState title={t("series.none")}>{t("series.noneWhy")}</EmptyState>;
  const say = (day: Day) => sayDay(day, today, locale);
  return (
    <Table caption={t("series.title")}>
      <thead className="max-md:sr-only">
        <tr>
          <Th>{t("series.column.name")}</Th>
          <Th className="hidden md:table-cell">{t("series.column.rhythm")}</Th>
          <Th className="hidden md:table-cell">{t("series.column.last")}</Th>
          <Th className="hidden md:table-cell">{t("series.column.next")}</Th>
          <Th number>{t("series.column.backlog")}</Th>
          {series.some(({ rights }) => rights.change) ? (
            <Th className="print:hidden">
              <span className="sr-only">{t("plan.next")}</span>
            </Th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {series.map((one) => (
          <tr className="hover:bg-sunken" key={one.id}>
            <Td>
              <Link className="font-semibold hover:underline" href={`/meetings/series/${one.id}`}>
                {one.name}
              </Link>
              {one.closedOn === null ? null : (
                <span className="ml-2">
                  <Badge>{t("series.closed")}</Badge>
                </span>
              )}
              <span className="block text-muted text-small">
                <span className="md:hidden">{sayRhythm(one, t)} · </span>
                {one.place ? `${one.place} · ` : ""}
                {one.members.length > 0
                  ? t("series.people", { count: one.members.length })
                  : t("series.noMembers")}
              </span>
            </Td>
            <Td className="tabular hidden whitespace-nowrap md:table-cell">{sayRhythm(one, t)}</Td>
            <Td className="hidden md:table-cell">
              {one.last ? (
                <Link className="tabular hover:underline" href={`/meetings/${one.last.id}`}>
                  {say(one.last.heldOn)}
                </Link>
              ) : (
                <span className="text-muted">—</span>
              )}
            </Td>
            <Td className="tabular hidden md:table-cell">
              {one.coming ? (
                <Link className="hover:underline" href={`/meetings/${one.coming.id}`}>
                  {say(one.coming.heldOn)}
                </Link>
              ) : (
                <span className="text-muted">{one.nextOn ? say(one.nextOn) : "—"}</span>
              )}
            </Td>
            <Td number>{one.backlog}</Td>
            {one.rights.change ? (
              <Td className="text-right print:hidden">
                {one.closedOn === null ? (
                  <PlanMeeting label="next" series={series} seriesId={one.id} size="sm" today={today} />
                ) : null}
              </Td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
