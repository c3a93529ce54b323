import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PermissionTables } from "@/components/admin/permission-tables";
import { RoleTable } from "@/components/admin/role-table";
import { Section } from "@/components/settings/section";
import { PageFrame } from "@/components/shell/page-frame";
import { listAccounts } from "@/lib/accounts/queries";
import { currentActor } from "@/lib/auth/current-actor";
import { may } from "@/lib/auth/permissions";
import { clientWords, getWords } from "@/lib/words";
import { WordsProvider } from "@/lib/words-client";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getWords("admin");
  return { title: t("roles.title") };
}

export default async function RolesPage() {
  const actor = await currentActor();
  if (!may(actor, "account.setRoles")) notFound();
  const [t, words, accounts] = await Promise.all([
    getWords("admin"),
    clientWords("admin", "auth"),
    listAccounts(actor),
  ]);
  return (
    <WordsProvider {...words}>
      <PageFrame crumbs={[{ label: t("title"), href: "/admin" }]} title={t("roles.title")}>
        <Section id="grants" intro={t("roles.grantsIntro")} title={t("roles.grants")}>
          <RoleTable accounts={accounts} actor={actor} />
        </Section>
        <PermissionTables />
      </PageFrame>
    </WordsProvider>
  );
}
