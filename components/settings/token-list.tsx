import { Table, Td, Th } from "@/components/ui/table";
import type { Actor } from "@/lib/auth/permissions";
import { dayOf } from "@/lib/clock";
import { listTokens } from "@/lib/tokens/queries";
import { getWords } from "@/lib/words";
import { ActButton } from "./act-button";
import { AddToken } from "./add-token";
import { momentOf } from "./moment";
import { Section } from "./section";

/** One's access tokens; what they are was told once, when they were made. */
export async function TokenList({ actor }: { actor: Actor }) {
  const [t, tokens] = await Promise.all([getWords("settings"), listTokens(actor)]);
  return (
    <Section actions={<AddToken />} id="tokens" intro={t("tokens.intro")} title={t("tokens.title")}>
      {tokens.length === 0 ? (
        <p className="text-muted">{t("tokens.none")}</p>
      ) : (
        <Table caption={t("tokens.caption")}>
          <thead>
            <tr>
              {(["name", "scopes", "expires", "used", "act"] as const).map((column) => (
                <Th key={column}>{t(`tokens.${column}`)}</Th>
              ))}
            </tr>
          </thead>
          <tbody>
            {tokens.map(({ id, name, scopes, expiresAt, lastUsedAt }) => (
              <tr key={id}>
                <Td>{name}</Td>
                <Td>
                  <code>{scopes.join(" ")}</code>
                </Td>
                <Td className="tabular whitespace-nowrap">{dayOf(expiresAt)}</Td>
                <Td className="tabular whitespace-nowrap">
                  {lastUsedAt ? momentOf(lastUsedAt) : t("tokens.never")}
                </Td>
                <Td>
                  <ActButton
                    command="token.revoke"
                    done={t("tokens.revoked")}
                    fullLabel={t("tokens.revokeOf", { name })}
                    input={{ tokenId: id }}
                    label={t("tokens.revoke")}
                  />
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Section>
  );
}
