import { EmptyState } from "@/components/ui/empty-state";
import { Pager } from "@/components/ui/pager";
import { PersonName } from "@/components/ui/person-name";
import { Table, Td, Th } from "@/components/ui/table";
import type { Actor } from "@/lib/auth/permissions";
import { listHoldings } from "@/lib/organisation/queries";
import { getWords } from "@/lib/words";

const SIZE = 100;

/** Who held which post when: names stay where they were, whoever follows. */
export async function HoldingsTab({ actor, page }: { actor: Actor; page: number }) {
  const [t, { total, rows }] = await Promise.all([
    getWords("organisation"),
    listHoldings(actor, { page, size: SIZE }),
  ]);
  if (total === 0) return <EmptyState title={t("history.empty")} />;
  return (
    <>
      <Table caption={t("tab.history")}>
        <thead>
          <tr>
            <Th>{t("column.person")}</Th>
            <Th>{t("column.post")}</Th>
            <Th className="hidden sm:table-cell print:table-cell">{t("column.unit")}</Th>
            <Th>{t("column.from")}</Th>
            <Th>{t("column.to")}</Th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <Td>
                <PersonName name={row.person} />
              </Td>
              <Td>{row.post}</Td>
              <Td className="hidden sm:table-cell print:table-cell">{row.unit}</Td>
              <Td className="tabular whitespace-nowrap">{row.from}</Td>
              <Td className="tabular whitespace-nowrap">{row.to ?? t("history.now")}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
      {total > SIZE ? (
        <Pager href="/organisation?tab=history&page={page}" page={page} size={SIZE} total={total} />
      ) : null}
    </>
  );
}
