import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { AccountTable } from "@/components/admin/account-table";
import { AddAccount } from "@/components/admin/add-account";
import { LockedSources } from "@/components/admin/locked-sources";
import { PageFrame } from "@/components/shell/page-frame";
import { classNames } from "@/components/ui/class-names";
import { EmptyState } from "@/components/ui/empty-state";
import { type ListedAccount, listAccounts, listPeopleWithoutAccount } from "@/lib/accounts/queries";
import { currentActor } from "@/lib/auth/current-actor";
import { may } from "@/lib/auth/permissions";
import { clientWords, getWords } from "@/lib/words";
import { WordsProvider } from "@/lib/words-client";

const FILTERS = {
  all: () => true,
  onlyUnused: (account: ListedAccount) => account.unused,
  onlyLocked: (account: ListedAccount) => account.lockedUntil !== null,
  onlyDisabled: (account: ListedAccount) => account.disabledAt !== null,
} as const;
type Filter = keyof typeof FILTERS;

type Props = { searchParams: Promise<{ show?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getWords("admin");
  return { title: t("accounts.title") };
}

export default async function AccountsPage({ searchParams }: Props) {
  const actor = await currentActor();
  if (!may(actor, "account.add")) notFound();
  const [{ show }, t, words] = await Promise.all([
    searchParams,
    getWords("admin"),
    clientWords("admin", "auth", "settings"),
  ]);
  const [accounts, people] = await Promise.all([listAccounts(actor), listPeopleWithoutAccount(actor)]);
  const filter: Filter = typeof show === "string" && show in FILTERS ? (show as Filter) : "all";
  const shown = accounts.filter(FILTERS[filter]);
  const options = people.map(({ id, name, pinyin, initials, post }) => ({
    id,
    label: name,
    keys: `${pinyin} ${initials}`,
    ...(post !== null && { note: post }),
  }));
  return (
    <WordsProvider {...words}>
      <PageFrame
        actions={<AddAccount people={options} />}
        crumbs={[{ label: t("title"), href: "/admin" }]}
        title={t("accounts.title")}
      >
        <p className="measure mb-3 text-muted">{t("accounts.intro")}</p>
        <LockedSources actor={actor} />
        <nav aria-label={t("accounts.filter")} className="mb-3 flex flex-wrap gap-1.5">
          {(Object.keys(FILTERS) as Filter[]).map((one) => (
            <Link
              aria-current={one === filter ? "page" : undefined}
              className={classNames(
                "tabular inline-flex min-h-7 items-center gap-1.5 rounded-full border px-2.5 touch:min-h-11 touch:px-4",
                one === filter
                  ? "border-action bg-action-soft text-action-strong"
                  : "border-edge bg-paper hover:bg-sunken",
              )}
              href={one === "all" ? "/admin/accounts" : `/admin/accounts?show=${one}`}
              key={one}
            >
              {t(`accounts.${one}`)}
              <span className="text-muted">{accounts.filter(FILTERS[one]).length}</span>
            </Link>
          ))}
        </nav>
        {shown.length > 0 ? (
          <AccountTable accounts={shown} actor={actor} />
        ) : (
          <EmptyState title={t("accounts.none")} />
        )}
      </PageFrame>
    </WordsProvider>
  );
}
