import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { DeliveryTable } from "@/components/notifications/delivery-table";
import { OutletCards } from "@/components/notifications/outlet-cards";
import { ActButton } from "@/components/settings/act-button";
import { Section } from "@/components/settings/section";
import { PageFrame } from "@/components/shell/page-frame";
import { LinkButton } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { currentActor } from "@/lib/auth/current-actor";
import { may } from "@/lib/auth/permissions";
import { getOutlets, listDeliveries } from "@/lib/notifications/outlet-queries";
import { clientWords, getWords } from "@/lib/words";
import { WordsProvider } from "@/lib/words-client";

type Props = { searchParams: Promise<{ show?: string | string[]; before?: string | string[] }> };

const SHOWN = ["failed", "waiting", "all"] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords("outlets"))("title") };
}

/** The ways out of the office, and what is on them. */
export default async function OutletsPage({ searchParams }: Props) {
  const [actor, asked] = await Promise.all([currentActor(), searchParams]);
  if (!may(actor, "outlet.change")) notFound();
  const status = SHOWN.find((one) => one === asked.show) ?? "failed";
  const [t, admin, words, outlets, page] = await Promise.all([
    getWords("outlets"),
    getWords("admin"),
    clientWords("outlets", "notifications", "auth"),
    getOutlets(actor),
    listDeliveries(actor, { status, before: Number(asked.before) || null }),
  ]);
  const failed = page.items.filter((row) => row.status === "failed").map(({ id }) => id);
  const counts = { failed: page.failed, waiting: page.waiting, all: "" };
  return (
    <WordsProvider {...words}>
      <PageFrame crumbs={[{ label: admin("title"), href: "/admin" }]} title={t("title")}>
        <Section id="outlets" intro={t("intro")} title={t("channels")}>
          <OutletCards outlets={outlets} />
        </Section>
        <Section
          actions={
            failed.length > 1 ? (
              <ActButton
                command="delivery.retry"
                done={t("retried")}
                input={{ deliveryIds: failed }}
                label={t("retryAll", { count: failed.length })}
                variant="plain"
              />
            ) : null
          }
          id="deliveries"
          title={t("deliveries")}
        >
          <nav aria-label={t("deliveries")} className="mb-3 flex flex-wrap gap-2">
            {SHOWN.map((one) => (
              <Link
                aria-current={one === status ? "page" : undefined}
                className={classNames(
                  "tabular inline-flex min-h-7 items-center rounded-full border px-2.5 touch:min-h-11 touch:px-4",
                  one === status
                    ? "border-action bg-action-soft text-action-strong"
                    : "border-edge bg-paper hover:bg-sunken",
                )}
                href={`/admin/outlets?show=${one}`}
                key={one}
              >
                {t(`show.${one}`, { count: counts[one] })}
              </Link>
            ))}
          </nav>
          {page.items.length === 0 ? (
            <p className="text-muted">{t(`nothing.${status}`)}</p>
          ) : (
            <DeliveryTable rows={page.items} />
          )}
          {page.next === null ? null : (
            <p className="mt-3">
              <LinkButton href={`/admin/outlets?show=${status}&before=${page.next}`}>{t("older")}</LinkButton>
            </p>
          )}
        </Section>
      </PageFrame>
    </WordsProvider>
  );
}
