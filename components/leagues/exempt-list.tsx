"use client";

import Link from "next/link";
import { useState } from "react";
import { useChange } from "@/components/data/use-change";
import { Button } from "@/components/ui/button";
import { FormDialog } from "@/components/ui/form-dialog";
import { TextArea } from "@/components/ui/text-area";
import type { Explanation } from "@/lib/leagues/explain-queries";
import { useWords } from "@/lib/words-client";

type Props = { exempt: Explanation["exempt"]; mayWithdraw: boolean };

/** What was left out of the figures, and why. */
export function ExemptList({ exempt, mayWithdraw }: Props) {
  const t = useWords("leagues");
  const [asked, setAsked] = useState<number | null>(null);
  if (exempt.length === 0) return null;
  return (
    <section aria-label={t("exempt.list")} className="border-line border-t pt-3">
      <h3 className="text-heading">{t("exempt.list")}</h3>
      <ul>
        {exempt.map((one) => (
          <li
            className="flex items-start gap-2 border-line border-b py-2"
            key={`${one.subjectType} ${one.subjectId}`}
          >
            <span className="min-w-0 flex-1">
              {one.subject ? (
                <Link className="hover:underline" href={one.subject.href} prefetch={false}>
                  <span className="tabular mr-2 text-muted">{one.subject.code}</span>
                  {one.subject.title}
                </Link>
              ) : (
                <span className="text-muted">{t("exempt.hidden")}</span>
              )}
              <span className="block text-muted text-small">
                {t("exempt.because", { reason: one.reason })}
              </span>
            </span>
            {mayWithdraw && one.id !== undefined ? (
              <Button onClick={() => setAsked(one.id ?? null)} size="sm" variant="quiet">
                {t("exempt.withdraw")}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {asked === null ? null : <WithdrawDialog exemptionId={asked} onClose={() => setAsked(null)} />}
    </section>
  );
}

function WithdrawDialog({ exemptionId, onClose }: { exemptionId: number; onClose: () => void }) {
  const t = useWords("leagues");
  const { change, pending, problem } = useChange("exemption.withdraw");
  const [reason, setReason] = useState("");
  const submit = async () => {
    if (await change({ exemptionId, reason })) onClose();
  };
  return (
    <FormDialog
      onClose={onClose}
      onSubmit={submit}
      pending={pending}
      submit={t("exempt.withdraw")}
      title={t("exempt.withdrawTitle")}
    >
      <TextArea
        data-autofocus
        error={problem?.fields.reason}
        label={t("exempt.reason")}
        maxLength={500}
        name="reason"
        onChange={(event) => setReason(event.target.value)}
        value={reason}
      />
    </FormDialog>
  );
}
