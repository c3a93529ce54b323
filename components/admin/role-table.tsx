import { Table, Td, Th } from "@/components/ui/table";
import type { ListedAccount } from "@/lib/accounts/queries";
import { type Actor, ROLES } from "@/lib/auth/permissions";
import { getWords } from "@/lib/words";
import { EditRoles } from "./edit-roles";
import { Mark } from "./mark";

/** Accounts by roles, as the security administrator grants them. */
export async function RoleTable({ actor, accounts }: { actor: Actor; accounts: readonly ListedAccount[] }) {
  const [t, auth] = await Promise.all([getWords("admin"), getWords("auth")]);
  return (
    <Table caption={t("roles.caption")}>
      <thead>
        <tr>
          <Th>{t("roles.account")}</Th>
          <Th>{t("roles.act")}</Th>
          {ROLES.map((role) => (
            <Th key={role}>{auth(`role.${role}`)}</Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {accounts.map(({ id, name, version, roles, person, disabledAt }) => (
          <tr key={id}>
            <Td className="whitespace-nowrap">
              <span className="font-semibold">{name}</span>
              {person ? <span className="ml-2">{person.name}</span> : null}
              {disabledAt ? <span className="ml-2 text-muted">{t("accounts.disabled")}</span> : null}
            </Td>
            <Td>
              <EditRoles account={{ id, name, version, roles, isOwn: id === actor.accountId }} />
            </Td>
            {ROLES.map((role) => (
              <Td key={role}>
                <Mark on={new Set(roles).has(role)} yes={t("roles.has")} />
              </Td>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
