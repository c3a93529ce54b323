import { ActButton } from "@/components/settings/act-button";
import { momentOf } from "@/components/settings/moment";
import { Table, Td, Th } from "@/components/ui/table";
import type { DeliveryRow } from "@/lib/notifications/outlet-queries";
import { sayProblem } from "@/lib/notifications/say-message";
import { getWords } from "@/lib/words";

const WIDE = "max-md:hidden";

/** What is on its way or did not arrive: to whom and why, never what it says. */
export async function DeliveryTable({ rows }: { rows: readonly DeliveryRow[] }) {
  const [t, said] = await Promise.all([getWords("outlets"), getWords("notifications")]);
  return (
    <Table caption={t("deliveries")}>
      <thead>
        <tr>
          <Th>{t("column.at")}</Th>
          <Th>{t("column.person")}</Th>
          <Th className={WIDE}>{t("column.kind")}</Th>
          <Th>{t("column.channel")}</Th>
          <Th className={WIDE} number>
            {t("column.attempts")}
          </Th>
          <Th>{t("column.status")}</Th>
          <Th>{t("column.act")}</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <Td className="tabular whitespace-nowrap">{momentOf(row.at)}</Td>
            <Td>{row.person}</Td>
            <Td className={WIDE}>{said(`name.${row.kind}`)}</Td>
            <Td className="whitespace-nowrap">{said(`channel.${row.channel}`)}</Td>
            <Td className={WIDE} number>
              {row.attempts}
            </Td>
            <Td>
              {said(`status.${row.status}`)}
              {row.problem ? (
                <span className="block text-muted text-small">{sayProblem(row.problem, said)}</span>
              ) : null}
            </Td>
            <Td>
              {row.status === "failed" ? (
                <ActButton
                  command="delivery.retry"
                  done={t("retried")}
                  fullLabel={t("retryOf", { person: row.person, moment: momentOf(row.at) })}
                  input={{ deliveryIds: [row.id] }}
                  label={t("retry")}
                />
              ) : null}
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
