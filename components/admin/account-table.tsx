import { momentOf } from "@/components/settings/moment";
import { Badge } from "@/components/ui/badge";
import { Table, Td, Th } from "@/components/ui/table";
import type { ListedAccount } from "@/lib/accounts/queries";
import { isBeyondSystemAdmin } from "@/lib/auth/administrator-rules";
import type { Actor } from "@/lib/auth/permissions";
import { today } from "@/lib/clock";
import { getWords } from "@/lib/words";
import { AccountMenu } from "./account-menu";

const COLUMNS = ["name", "person", "roles", "state", "sessions", "lastSignIn", "act"] as const;

/** Left out on a phone, so that what can be done stays in sight. */
const WIDE = "max-sm:hidden";
const isWide = (column: (typeof COLUMNS)[number]) =>
  column === "roles" || column === "sessions" || column === "lastSignIn";

/** Accounts as the system administrator sees them: who, whether open, when last used. */
export async function AccountTable({
  actor,
  accounts,
}: {
  actor: Actor;
  accounts: readonly ListedAccount[];
}) {
  const [t, auth] = await Promise.all([getWords("admin"), getWords("auth")]);
  return (
    <Table caption={t("accounts.caption")}>
      <thead>
        <tr>
          {COLUMNS.map((column) => (
            <Th className={isWide(column) ? WIDE : undefined} key={column}>
              {t(`accounts.${column}`)}
            </Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {accounts.map((account) => (
          <tr key={account.id}>
            <Td className="whitespace-nowrap font-semibold">{account.name}</Td>
            <Td className="whitespace-nowrap">
              {account.person?.name ?? <span className="text-muted">{t("accounts.noPerson")}</span>}
            </Td>
            <Td className={WIDE}>
              {account.roles.length > 0 ? (
                account.roles.map((role) => auth(`role.${role}`)).join("、")
              ) : (
                <span className="text-muted">{t("accounts.noRoles")}</span>
              )}
            </Td>
            <Td>
              <States account={account} />
            </Td>
            <Td className={`tabular whitespace-nowrap ${WIDE}`}>
              {account.sessions > 0 ? t("accounts.places", { count: account.sessions }) : "—"}
            </Td>
            <Td className={`tabular whitespace-nowrap ${WIDE}`}>
              {account.lastSignInAt ? momentOf(account.lastSignInAt) : t("accounts.never")}
            </Td>
            <Td>
              <AccountMenu
                account={{
                  id: account.id,
                  name: account.name,
                  version: account.version,
                  oidcSubject: account.oidcSubject,
                  isDisabled: account.disabledAt !== null,
                  isLocked: account.lockedUntil !== null,
                  isSignedIn: account.sessions > 0,
                  isOwn: account.id === actor.accountId,
                  isBeyond: isBeyondSystemAdmin(account.roles),
                }}
              />
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

async function States({ account }: { account: ListedAccount }) {
  const t = await getWords("admin");
  const hasLeft = account.person?.leftOn != null && account.person.leftOn < today();
  const time = account.lockedUntil ? momentOf(account.lockedUntil).slice(11) : "";
  return (
    <span className="flex flex-wrap gap-1">
      {account.disabledAt ? (
        <Badge>{t("accounts.disabled")}</Badge>
      ) : (
        <Badge tone="green">{t("accounts.active")}</Badge>
      )}
      {account.lockedUntil ? <Badge tone="red">{t("accounts.locked", { time })}</Badge> : null}
      {account.mustChangePassword ? <Badge tone="yellow">{t("accounts.mustChange")}</Badge> : null}
      {account.unused ? <Badge tone="yellow">{t("accounts.unused")}</Badge> : null}
      {hasLeft ? <Badge tone="yellow">{t("accounts.left")}</Badge> : null}
    </span>
  );
}
