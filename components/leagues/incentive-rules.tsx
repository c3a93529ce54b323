"use client";

import { useState } from "react";
import { useChange } from "@/components/data/use-change";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icons";
import { notify } from "@/components/ui/toast-queue";
import type { Incentives, Proposal, RuleView } from "@/lib/incentives/queries";
import type { EditionHead, SeriesView } from "@/lib/leagues/queries";
import { useWords } from "@/lib/words-client";
import { IncentiveDialog, sayCondition } from "./incentive-dialog";

type Props = { incentives: Incentives; edition: EditionHead | null; series: SeriesView };

/** What earns which award, and what this edition earned that waits to be granted. */
export function IncentiveRules({ incentives, edition, series }: Props) {
  const t = useWords("leagues");
  const [asked, setAsked] = useState<RuleView | "new" | null>(null);
  const mayChange = series.rights.reward && series.closedOn === null;
  const add = mayChange ? (
    <Button icon={<Icon name="plus" />} onClick={() => setAsked("new")}>
      {t("incentive.add")}
    </Button>
  ) : null;
  return (
    <section aria-label={t("incentive.title")}>
      <div className="mb-2 flex items-center justify-between gap-4">
        <h2 className="text-heading">{t("incentive.title")}</h2>
        {incentives.rules.length > 0 ? add : null}
      </div>
      {incentives.rules.length === 0 ? (
        <EmptyState action={add} title={t("incentive.none")}>
          {t("incentive.noneWhy")}
        </EmptyState>
      ) : null}
      <ul>
        {incentives.rules.map((rule) => (
          <RuleItem
            edition={edition}
            key={rule.id}
            onChange={mayChange && rule.closedOn === null ? () => setAsked(rule) : null}
            proposals={incentives.proposals.filter(({ ruleId }) => ruleId === rule.id)}
            rule={rule}
          />
        ))}
      </ul>
      {asked === null ? null : (
        <IncentiveDialog
          onClose={() => setAsked(null)}
          rule={asked === "new" ? null : asked}
          seriesId={series.id}
        />
      )}
    </section>
  );
}

type ItemProps = {
  rule: RuleView;
  proposals: Proposal[];
  edition: EditionHead | null;
  onChange: (() => void) | null;
};

function RuleItem({ rule, proposals, edition, onChange }: ItemProps) {
  const t = useWords("leagues");
  return (
    <li className="border-line border-b py-3" data-keep="">
      <div className="flex items-start justify-between gap-4">
        <div className="min-w-0">
          <p className="flex flex-wrap items-center gap-2">
            <strong>{rule.name}</strong>
            {rule.closedOn === null ? null : <Badge>{t("incentive.closed")}</Badge>}
          </p>
          <p className="text-muted text-ui">
            {sayCondition(rule.condition, t)} → {rule.award}
          </p>
        </div>
        {onChange ? (
          <Button onClick={onChange} size="sm" variant="quiet">
            {t("incentive.edit")}
          </Button>
        ) : null}
      </div>
      {edition === null ? null : (
        <ul className="mt-1 flex flex-col">
          {proposals.map((proposal) => (
            <ProposalItem edition={edition} key={proposal.memberId} proposal={proposal} />
          ))}
        </ul>
      )}
    </li>
  );
}

function ProposalItem({ proposal, edition }: { proposal: Proposal; edition: EditionHead }) {
  const t = useWords("leagues");
  const { change, pending } = useChange("award.grant");
  const { ruleId, memberId, memberName, award } = proposal;
  const grant = async () => {
    if (await change({ ruleId, memberId, editionId: edition.id }))
      notify({ text: t("award.granted", { name: memberName, award }), tone: "success" });
  };
  return (
    <li className="flex items-center justify-between gap-4 rounded bg-action-soft px-3 py-1.5">
      <span>{t("award.proposed", { name: memberName, number: edition.number })}</span>
      <Button
        aria-label={t("award.grantTo", { name: memberName, award })}
        busy={pending}
        onClick={grant}
        size="sm"
        variant="primary"
      >
        {t("award.grant")}
      </Button>
    </li>
  );
}
