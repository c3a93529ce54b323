import { Badge } from "@/components/ui/badge";
import { Table, Td, Th } from "@/components/ui/table";
import type { Actor } from "@/lib/auth/permissions";
import { listSessions } from "@/lib/sessions/queries";
import { getWords } from "@/lib/words";
import { ActButton } from "./act-button";
import { momentOf } from "./moment";
import { Section } from "./section";

/** Left out on a phone, so that what can be done stays in sight. */
const WIDE = "max-sm:hidden";

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
            <Th>{t("sessions.device")}</Th>
            <Th className={WIDE}>{t("sessions.source")}</Th>
            <Th className={WIDE}>{t("sessions.method")}</Th>
            <Th className={WIDE}>{t("sessions.since")}</Th>
            <Th>{t("sessions.active")}</Th>
            <Th>{t("sessions.act")}</Th>
          </tr>
        </thead>
        <tbody>
          {sessions.map(({ id, device, source, method, createdAt, lastActiveAt }) => {
            const name = device === "?" ? t("sessions.unknown") : device;
            return (
              <tr key={id}>
                <Td>{name}</Td>
                <Td className={`tabular ${WIDE}`}>{source}</Td>
                <Td className={`whitespace-nowrap ${WIDE}`}>
                  {method === "oidc" ? t("sessions.byProvider") : t("sessions.byPassword")}
                </Td>
                <Td className={`tabular whitespace-nowrap ${WIDE}`}>{momentOf(createdAt)}</Td>
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
