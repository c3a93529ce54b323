import { Badge } from "@/components/ui/badge";
import { Table, Td, Th } from "@/components/ui/table";
import type { Actor } from "@/lib/auth/permissions";
import { listSessions } from "@/lib/sessions/queries";
import { getWords } from "@/lib/words";
import { ActButton } from "./act-button";
import { momentOf } from "./moment";
import { Section } from "./section";

/** Where one is signed in, and how to end it. */
export async function SessionList({ actor }: { actor: Actor }) {
  const [t, sessions] = await Promise.all([getWords("settings"), listSessions(actor)]);
  const others = sessions.filter(({ id }) => id !== actor.sessionId);
  const endOthers = (
    <ActButton
      command="session.endOthers"
      done={t("sessions.ended")}
      input={{}}
      label={t("sessions.endOthers")}
      reason={others.length === 0 ? t("sessions.none") : null}
      variant="plain"
    />
  );
  return (
    <Section actions={endOthers} id="sessions" intro={t("sessions.intro")} title={t("sessions.title")}>
      <Table caption={t("sessions.caption")}>
        <thead>
          <tr>
            {(["device", "source", "method", "since", "active", "act"] as const).map((column) => (
              <Th key={column}>{t(`sessions.${column}`)}</Th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sessions.map(({ id, device, source, method, createdAt, lastActiveAt }) => {
            const name = device === "?" ? t("sessions.unknown") : device;
            return (
              <tr key={id}>
                <Td className="whitespace-nowrap">{name}</Td>
                <Td className="tabular">{source}</Td>
                <Td className="whitespace-nowrap">
                  {method === "oidc" ? t("sessions.byProvider") : t("sessions.byPassword")}
                </Td>
                <Td className="tabular whitespace-nowrap">{momentOf(createdAt)}</Td>
                <Td className="tabular whitespace-nowrap">{momentOf(lastActiveAt)}</Td>
                <Td>
                  {id === actor.sessionId ? (
                    <Badge tone="action">{t("sessions.here")}</Badge>
                  ) : (
                    <ActButton
                      command="session.end"
                      done={t("sessions.ended")}
                      fullLabel={t("sessions.endOf", { device: name })}
                      input={{ sessionId: id }}
                      label={t("sessions.end")}
                    />
                  )}
                </Td>
              </tr>
            );
          })}
        </tbody>
      </Table>
    </Section>
  );
}
