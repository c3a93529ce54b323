"use client";

import { useState } from "react";
import { useChange } from "@/components/data/use-change";
import { Button } from "@/components/ui/button";
import { FormDialog } from "@/components/ui/form-dialog";
import { Table, Td, Th } from "@/components/ui/table";
import { TextArea } from "@/components/ui/text-area";
import type { AwardView } from "@/lib/incentives/queries";
import { useWords } from "@/lib/words-client";

/** 考核激励台账: what was awarded to whom, for which edition, and what was taken back and why. */
export function AwardRecord({ awards, mayWithdraw }: { awards: readonly AwardView[]; mayWithdraw: boolean }) {
  const t = useWords("leagues");
  const [asked, setAsked] = useState<AwardView | null>(null);
  return (
    <section aria-label={t("award.record")}>
      <h2 className="mb-2 text-heading">{t("award.record")}</h2>
      {awards.length === 0 ? <p className="text-muted text-ui">{t("award.none")}</p> : null}
      {awards.length > 0 ? (
        <Table caption={t("award.record")}>
          <thead>
            <tr>
              <Th>{t("award.day")}</Th>
              <Th>{t("column.member")}</Th>
              <Th>{t("award.what")}</Th>
              <Th className="hidden sm:table-cell print:table-cell">{t("award.why")}</Th>
              <Th>
                <span className="sr-only">{t("award.act")}</span>
              </Th>
            </tr>
          </thead>
          <tbody>
            {awards.map((award) => (
              <AwardRow
                award={award}
                key={award.id}
                onWithdraw={mayWithdraw ? () => setAsked(award) : null}
              />
            ))}
          </tbody>
        </Table>
      ) : null}
      {asked ? <WithdrawDialog award={asked} onClose={() => setAsked(null)} /> : null}
    </section>
  );
}

function AwardRow({ award, onWithdraw }: { award: AwardView; onWithdraw: (() => void) | null }) {
  const t = useWords("leagues");
  const { day, memberName, text, rule, editionNumber, author, withdrawnWhy } = award;
  return (
    <tr>
      <Td className="tabular whitespace-nowrap">{day}</Td>
      <Td className="font-semibold">{memberName}</Td>
      <Td>
        {withdrawnWhy === null ? text : <s>{text}</s>}
        {withdrawnWhy === null ? null : (
          <span className="block text-muted text-small">
            {t("award.withdrawn", { reason: withdrawnWhy })}
          </span>
        )}
      </Td>
      <Td className="hidden text-muted sm:table-cell print:table-cell">
        {t("award.for", { rule, number: editionNumber, author })}
      </Td>
      <Td number>
        {onWithdraw && withdrawnWhy === null ? (
          <Button
            aria-label={t("award.withdrawOf", { name: memberName, award: text })}
            onClick={onWithdraw}
            size="sm"
            variant="quiet"
          >
            {t("award.withdraw")}
          </Button>
        ) : null}
      </Td>
    </tr>
  );
}

function WithdrawDialog({ award, onClose }: { award: AwardView; onClose: () => void }) {
  const t = useWords("leagues");
  const { change, pending, problem } = useChange("award.withdraw");
  const [reason, setReason] = useState("");
  const submit = async () => {
    if (await change({ awardId: award.id, reason })) onClose();
  };
  return (
    <FormDialog
      danger
      onClose={onClose}
      onSubmit={submit}
      pending={pending}
      submit={t("award.withdraw")}
      title={t("award.withdrawOf", { name: award.memberName, award: award.text })}
    >
      <TextArea
        data-autofocus
        error={problem?.fields.reason}
        label={t("award.reason")}
        maxLength={500}
        name="reason"
        onChange={(event) => setReason(event.target.value)}
        value={reason}
      />
    </FormDialog>
  );
}
