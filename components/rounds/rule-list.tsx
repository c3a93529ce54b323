"use client";

import { useState } from "react";
import { useOffice } from "@/components/data/office";
import { useChange } from "@/components/data/use-change";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { FormDialog } from "@/components/ui/form-dialog";
import { sayDay } from "@/lib/calendar/rules";
import type { RuleRow } from "@/lib/rounds/views";
import { useLocale, useWords } from "@/lib/words-client";
import { RuleDialog } from "./rule-dialog";

type Asked = { what: "edit" | "close"; rule: RuleRow } | { what: "define" };

/** The rules by which rounds open, and when the next one comes. */
export function RuleList({ rules, changes }: { rules: readonly RuleRow[]; changes: boolean }) {
  const t = useWords("rounds");
  const [asked, setAsked] = useState<Asked | null>(null);
  const close = () => setAsked(null);
  return (
    <section aria-label={t("rule.title")}>
      <div className="mb-2 flex items-center justify-between gap-3">
        <h2 className="text-heading">{t("rule.title")}</h2>
        {changes ? (
          <Button onClick={() => setAsked({ what: "define" })} size="sm">
            {t("rule.define")}
          </Button>
        ) : null}
      </div>
      {rules.length === 0 ? <p className="text-muted text-ui">{t("rule.none")}</p> : null}
      <ul className="divide-y divide-line">
        {rules.map((rule) => (
          <Rule
            key={rule.id}
            onAsk={changes && rule.closedOn === null ? (what) => setAsked({ what, rule }) : null}
            rule={rule}
          />
        ))}
      </ul>
      {asked?.what === "define" ? <RuleDialog onClose={close} rule={null} /> : null}
      {asked?.what === "edit" ? <RuleDialog onClose={close} rule={asked.rule} /> : null}
      {asked?.what === "close" ? <CloseRule onClose={close} rule={asked.rule} /> : null}
    </section>
  );
}

type RuleProps = { rule: RuleRow; onAsk: ((what: "edit" | "close") => void) | null };

function Rule({ rule, onAsk }: RuleProps) {
  const t = useWords("rounds");
  const locale = useLocale();
  const { today } = useOffice();
  const { name, every, weekday, monthDay, windowDays, next, closedOn } = rule;
  const when =
    every === "week"
      ? t("rule.weekly", { weekday: t(`weekday.${weekday ?? 1}`), days: windowDays })
      : t("rule.monthly", { day: monthDay ?? 1, days: windowDays });
  return (
    <li className="py-2">
      <p className="flex flex-wrap items-center gap-x-2">
        <span className="font-semibold text-ui">{name}</span>
        {closedOn ? <Badge>{t("rule.over")}</Badge> : null}
      </p>
      <p className="tabular text-muted text-small">
        {when}
        {next ? t("rule.next", { day: sayDay(next.windowFrom, today, locale) }) : null}
      </p>
      {onAsk ? (
        <span className="-ml-2 flex gap-1">
          <Button
            aria-label={t("actOn", { act: t("rule.edit"), name })}
            onClick={() => onAsk("edit")}
            size="sm"
            variant="quiet"
          >
            {t("rule.change")}
          </Button>
          <Button
            aria-label={t("actOn", { act: t("rule.close"), name })}
            onClick={() => onAsk("close")}
            size="sm"
            variant="quiet"
          >
            {t("rule.close")}
          </Button>
        </span>
      ) : null}
    </li>
  );
}

function CloseRule({ rule, onClose }: { rule: RuleRow; onClose: () => void }) {
  const t = useWords("rounds");
  const { change, pending, problem } = useChange("roundRule.close");
  const submit = async () => {
    if ((await change({ ruleId: rule.id, version: rule.version })) !== null) onClose();
  };
  return (
    <FormDialog
      danger
      description={t("rule.closeTells")}
      errors={problem?.isStale ? [{ message: t("stale") }] : []}
      onClose={onClose}
      onSubmit={() => void submit()}
      pending={pending}
      submit={t("rule.close")}
      title={t("actOn", { act: t("rule.close"), name: rule.name })}
    />
  );
}
