import type { Metadata } from "next";
import Link from "next/link";
import { InboxList } from "@/components/inbox/inbox-list";
import { viewOf } from "@/components/inbox/inbox-view";
import { PageFrame } from "@/components/shell/page-frame";
import { LinkButton } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { EmptyState } from "@/components/ui/empty-state";
import { currentActor } from "@/lib/auth/current-actor";
import { today } from "@/lib/clock";
import { listInbox } from "@/lib/notifications/queries";
import { getLocale, getWords } from "@/lib/words";

type Props = { searchParams: Promise<{ only?: string | string[]; before?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords("inbox"))("title") };
}

/** Everything that the office told this person. */
export default async function InboxPage({ searchParams }: Props) {
  const [actor, asked] = await Promise.all([currentActor(), searchParams]);
  const onlyUnseen = asked.only === "unread";
  const before = Number(asked.before) || null;
  const [t, said, locale, page] = await Promise.all([
    getWords("inbox"),
    getWords("notifications"),
    getLocale(),
    listInbox(actor, { before, onlyUnseen }),
  ]);
  const messages = page.items.map((item) => viewOf(item, { t: said, today: today(), locale }));
  const only = onlyUnseen ? "only=unread&" : "";
  return (
    <PageFrame
      actions={
        <LinkButton href="/settings#notifications" size="sm">
          {t("settings")}
        </LinkButton>
      }
      title={t("title")}
    >
      <div className="max-w-3xl">
        <nav aria-label={t("filter")} className="mb-4 flex gap-2">
          <Choice chosen={!onlyUnseen} href="/inbox" label={t("everything")} />
          <Choice
            chosen={onlyUnseen}
            href="/inbox?only=unread"
            label={t("onlyUnread", { count: page.unseen })}
          />
        </nav>
        {messages.length === 0 ? (
          <EmptyState title={t(onlyUnseen ? "empty.noneUnread" : "empty.title")}>{t("empty.why")}</EmptyState>
        ) : (
          <InboxList key={`${only}${before}`} messages={messages} unseen={page.unseen} />
        )}
        {page.next === null ? null : (
          <LinkButton href={`/inbox?${only}before=${page.next}`}>{t("older")}</LinkButton>
        )}
      </div>
    </PageFrame>
  );
}

function Choice({ href, label, chosen }: { href: string; label: string; chosen: boolean }) {
  return (
    <Link
      aria-current={chosen ? "page" : undefined}
      className={classNames(
        "inline-flex min-h-7 items-center rounded-full border px-2.5 touch:min-h-11 touch:px-4",
        chosen ? "border-action bg-action-soft text-action-strong" : "border-edge bg-paper hover:bg-sunken",
      )}
      href={href}
    >
      {label}
    </Link>
  );
}
