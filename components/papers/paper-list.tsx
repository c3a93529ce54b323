import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { Table, Td, Th } from "@/components/ui/table";
import { sayDay } from "@/lib/calendar/rules";
import type { Locale, Words } from "@/lib/message-format";
import type { PaperHead } from "@/lib/papers/queries";

type Props = { papers: readonly PaperHead[]; t: Words; locale: Locale; today: string };

/** What was drafted and issued, the latest first. */
export function PaperList({ papers, t, locale, today }: Props) {
  return (
    <Table caption={t("desk.drafts")}>
      <thead>
        <tr>
          <Th className="w-[7em]">{t("desk.kind")}</Th>
          <Th>{t("desk.name")}</Th>
          <Th className="hidden w-[14em] md:table-cell">{t("desk.period")}</Th>
          <Th className="hidden w-[8em] sm:table-cell">{t("desk.by")}</Th>
          <Th className="w-[9em]">{t("desk.state")}</Th>
        </tr>
      </thead>
      <tbody>
        {papers.map(({ id, kind, title, fromDay, toDay, author, status, issuedOn }) => (
          <tr className="hover:bg-sunken" key={id}>
            <Td className="whitespace-nowrap">{t(`kind.${kind}`)}</Td>
            <Td>
              <Link className="font-semibold hover:underline" href={`/papers/composed/${id}`}>
                {title}
              </Link>
            </Td>
            <Td className="tabular hidden whitespace-nowrap md:table-cell">
              {fromDay === toDay ? fromDay : t("span", { from: fromDay, to: toDay })}
            </Td>
            <Td className="hidden sm:table-cell">{author}</Td>
            <Td className="whitespace-nowrap">
              {status === "issued" ? (
                t("desk.issued", { day: sayDay(issuedOn ?? toDay, today, locale) })
              ) : (
                <Badge tone="action">{t("desk.draft")}</Badge>
              )}
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
