"use client";

import { useState } from "react";
import { useOffice } from "@/components/data/office";
import { useChange } from "@/components/data/use-change";
import { copyText } from "@/components/ledgers/table-text";
import { sayInstant } from "@/components/tasks/say";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { notify } from "@/components/ui/toast-queue";
import type { LinkRow, Writer } from "@/lib/rounds/views";
import { useLocale, useWords } from "@/lib/words-client";

type Props = { roundId: number; writers: readonly Writer[]; links: readonly LinkRow[]; onClose: () => void };

const DAYS = [1, 3, 7, 14, 31];

/** Links by which one person reports without signing in: made, shown once, and withdrawn. */
export function LinksDialog({ roundId, writers, links, onClose }: Props) {
  const t = useWords("rounds");
  const { change, pending } = useChange<{ token: string }>("reportLink.make");
  const [accountId, setAccountId] = useState("");
  const [days, setDays] = useState("7");
  const [tried, setTried] = useState(false);
  const [made, setMade] = useState<string | null>(null);
  const make = async () => {
    setTried(true);
    if (accountId === "") return;
    const answer = await change({ roundId, accountId: Number(accountId), days: Number(days) });
    if (answer) setMade(`${location.origin}/r/${answer.token}`);
  };
  return (
    <Dialog description={t("link.tells")} onClose={onClose} open size="lg" title={t("link.title")}>
      <div className="space-y-5">
        <div className="grid items-start gap-4 sm:grid-cols-[minmax(0,1fr)_8rem_auto]">
          <Select
            data-autofocus
            error={tried && accountId === "" ? t("link.missing") : null}
            label={t("link.person")}
            name="accountId"
            onChange={(event) => setAccountId(event.target.value)}
            options={writers.map(({ accountId: id, name, waiting }) => ({
              value: String(id),
              label: `${name}（${t("link.personWaits", { count: waiting })}）`,
            }))}
            placeholder={t("link.missing")}
            value={accountId}
          />
          <Select
            label={t("link.days")}
            name="days"
            onChange={(event) => setDays(event.target.value)}
            options={DAYS.map((count) => ({ value: String(count), label: t("graceDays", { days: count }) }))}
            value={days}
          />
          <Button busy={pending} className="sm:mt-6" onClick={() => void make()} variant="primary">
            {t("link.make")}
          </Button>
        </div>
        {made === null ? null : <Made address={made} />}
        <section aria-label={t("link.made")}>
          <h3 className="mb-1 font-semibold text-ui">{t("link.made")}</h3>
          {links.length === 0 ? <p className="text-muted text-ui">{t("link.none")}</p> : null}
          <ul className="divide-y divide-line">
            {links.map((link) => (
              <Link key={link.id} link={link} />
            ))}
          </ul>
        </section>
      </div>
    </Dialog>
  );
}

/** The link itself, which nobody can look up again. */
function Made({ address }: { address: string }) {
  const t = useWords("rounds");
  const copy = async () => {
    const done = await copyText(address);
    notify({ text: t(done ? "link.copied" : "link.notCopied"), tone: done ? "success" : "error" });
  };
  return (
    <Banner
      action={
        <Button onClick={() => void copy()} size="sm">
          {t("link.copy")}
        </Button>
      }
      tone="success"
    >
      <TextInput
        className="tabular"
        label={t("link.once")}
        onFocus={(event) => event.target.select()}
        readOnly
        value={address}
      />
    </Banner>
  );
}

function Link({ link }: { link: LinkRow }) {
  const t = useWords("rounds");
  const locale = useLocale();
  const { today } = useOffice();
  const { change, pending } = useChange("reportLink.revoke");
  const used = link.usedAt
    ? t("link.used", { count: link.uses, at: sayInstant(link.usedAt, today, locale) })
    : t("link.unused");
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
      <span className="min-w-0 flex-1">
        {link.name}
        <span className="tabular flex flex-wrap gap-x-3 text-muted text-small">
          <span>{t("link.until", { day: sayInstant(link.expiresAt, today, locale) })}</span>
          <span>{used}</span>
        </span>
      </span>
      {link.revokedAt ? (
        <span className="text-muted text-small">{t("link.revoked")}</span>
      ) : (
        <Button
          aria-label={t("actOn", { act: t("link.revoke"), name: link.name })}
          busy={pending}
          onClick={() => void change({ linkId: link.id })}
          size="sm"
        >
          {t("link.revoke")}
        </Button>
      )}
    </li>
  );
}
