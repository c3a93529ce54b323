"use client";

import { useState } from "react";
import { useOffice } from "@/components/data/office";
import { useChange } from "@/components/data/use-change";
import { Button } from "@/components/ui/button";
import { FormDialog } from "@/components/ui/form-dialog";
import { TextInput } from "@/components/ui/text-input";
import { sayDay } from "@/lib/calendar/rules";
import { sayMoment } from "@/lib/house-style";
import { useLocale, useWords } from "@/lib/words-client";
import type { ReadVisit } from "./use-cell";

type Props = {
  visits: readonly ReadVisit[];
  /** Notes of a masked object, once they were revealed. */
  notes: ReadonlyMap<number, string>;
  onChanged: () => void;
};

/** The visits of a cell, each with what it was, who logged it and its photos; a withdrawn one stays, struck through. */
export function CellVisits({ visits, notes, onChanged }: Props) {
  const t = useWords("coverage");
  const [asked, setAsked] = useState<ReadVisit | null>(null);
  if (visits.length === 0) return <p className="text-muted">{t("cell.none")}</p>;
  return (
    <>
      <ul aria-label={t("cell.visits")} className="divide-y divide-line border-line border-y">
        {visits.map((visit) => (
          <Visit key={visit.id} note={notes.get(visit.id)} onWithdraw={() => setAsked(visit)} visit={visit} />
        ))}
      </ul>
      {asked ? <Withdraw onChanged={onChanged} onClose={() => setAsked(null)} visit={asked} /> : null}
    </>
  );
}

function Visit({
  visit,
  note,
  onWithdraw,
}: {
  visit: ReadVisit;
  note: string | undefined;
  onWithdraw: () => void;
}) {
  const t = useWords("coverage");
  const refusals = useWords("refusals");
  const locale = useLocale();
  const { today } = useOffice();
  const { day, act, author, at, photos, withdrawnWhy, refusal } = visit;
  const text = note ?? visit.note;
  const recorded = t("cell.by", { author, time: sayMoment(new Date(at), today, locale) });
  return (
    <li className="flex items-start gap-3 py-2">
      <span className="min-w-0 flex-1">
        <span className={withdrawnWhy === null ? "font-semibold" : "text-muted line-through"}>
          {sayDay(day, today, locale)} {act}
        </span>
        {text ? <span className="block">{text}</span> : null}
        <span className="block text-muted text-small">{recorded}</span>
        {withdrawnWhy === null ? null : (
          <span className="block text-small">{t("cell.withdrawn", { reason: withdrawnWhy })}</span>
        )}
        {photos.length > 0 ? (
          <span className="mt-1 flex flex-wrap gap-2">
            {photos.map(({ id, name, hasThumb }) => (
              <a
                aria-label={name}
                className="text-action text-small hover:underline"
                download={name}
                href={`/api/files/${id}`}
                key={id}
              >
                {hasThumb ? (
                  <img
                    alt=""
                    className="size-16 rounded border border-line object-cover"
                    height={64}
                    loading="lazy"
                    src={`/api/files/${id}?thumb=1`}
                    width={64}
                  />
                ) : (
                  name
                )}
              </a>
            ))}
          </span>
        ) : null}
      </span>
      {withdrawnWhy === null ? (
        <Button onClick={onWithdraw} reason={refusal ? refusals(refusal) : null} size="sm" variant="quiet">
          {t("withdraw.short")}
        </Button>
      ) : null}
    </li>
  );
}

function Withdraw({
  visit,
  onChanged,
  onClose,
}: {
  visit: ReadVisit;
  onChanged: () => void;
  onClose: () => void;
}) {
  const t = useWords("coverage");
  const { change, pending } = useChange("visit.withdraw");
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const missing = tried && reason.trim() === "" ? t("withdraw.missing") : null;
  const submit = async () => {
    setTried(true);
    if (reason.trim() === "" || (await change({ visitId: visit.id, reason })) === null) return;
    onChanged();
    onClose();
  };
  return (
    <FormDialog
      danger
      description={t("withdraw.about")}
      onClose={onClose}
      onSubmit={submit}
      pending={pending}
      submit={t("withdraw.submit")}
      title={`${t("withdraw.submit")}：${visit.day} ${visit.act}`}
    >
      <TextInput
        data-autofocus
        error={missing}
        label={t("withdraw.reason")}
        maxLength={200}
        name="reason"
        onChange={(event) => setReason(event.target.value)}
        value={reason}
      />
    </FormDialog>
  );
}
